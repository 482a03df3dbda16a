import type { School } from '../api/session.ts';
import { kindOfSchool, type InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { SchoolFacts } from '../pve/controles/types.ts';

interface Soort {
  code: string;
  /** Dutch, as on the screens. */
  label: string;
  /** What it means for what the school fills in. One or two Dutch sentences. */
  text: string;
  /** What it is in BRIN, as the controles ask for it. */
  facts: Pick<SchoolFacts, 'soort' | 'varend' | 'cluster' | 'vgk'>;
  /** The schoolsoorten in which its pupils can be (PvE 7.1.10). */
  schoolsoorten?: readonly string[];
}

/** What a school can be. BRIN does not tell SO from VSO: which of them a pupil attends stands in its inschrijving (PvE 4.1.4). */
export const schoolSoorten = [
  {
    code: 'BAO',
    label: 'Basisschool',
    text: 'Leerlingen hebben een inschrijving WPO, met gewicht en aanduiding NNCA.',
    facts: { soort: 'BAO' },
  },
  {
    code: 'SBAO',
    label: 'Speciale school voor basisonderwijs',
    text: 'Leerlingen hebben een inschrijving WPO. BRON vraagt geen gewicht, en NNCA heeft de betekenis van het speciaal basisonderwijs.',
    facts: { soort: 'SBAO' },
  },
  {
    code: 'RIJDEND',
    label: 'School voor kinderen van de rijdende trekkende bevolking',
    text: 'Leerlingen hebben een inschrijving WPO, zonder gewicht; de aanduiding NNCA is altijd 0.',
    facts: { soort: 'TREKKEND' },
  },
  {
    code: 'VAREND',
    label: 'School voor varende kinderen',
    text: 'Leerlingen hebben een inschrijving WPO, zonder gewicht en met NNCA 0. Zij komen vanaf 3 jaar en 6 maanden, ook in leerjaar 0.',
    facts: { soort: 'TREKKEND', varend: true },
  },
  {
    code: 'SO',
    label: 'School voor speciaal onderwijs',
    text: 'Leerlingen hebben een inschrijving WEC in de schoolsoort speciaal onderwijs.',
    facts: { soort: 'WEC' },
    schoolsoorten: ['1'],
  },
  {
    code: 'VSO',
    label: 'School voor voortgezet speciaal onderwijs',
    text: 'Leerlingen hebben een inschrijving WEC in de schoolsoort voortgezet speciaal onderwijs, met een uitstroomprofiel.',
    facts: { soort: 'WEC' },
    schoolsoorten: ['2'],
  },
  {
    code: 'SO+VSO',
    label: 'School voor speciaal en voortgezet speciaal onderwijs',
    text: 'Leerlingen hebben een inschrijving WEC. Wie van SO naar VSO gaat, wordt uitgeschreven en opnieuw ingeschreven.',
    facts: { soort: 'WEC' },
    schoolsoorten: ['1', '2'],
  },
  {
    code: 'VGK',
    label: 'Instelling voor visueel gehandicapte kinderen',
    text: 'Een instelling in cluster 1. Leerlingen hebben een inschrijving WEC; wie elders onderwijs volgt, heeft ambulante begeleiding of een arrangement.',
    facts: { soort: 'WEC', cluster: '1', vgk: {} },
    schoolsoorten: ['1', '2'],
  },
] as const satisfies readonly Soort[];

export type SchoolSoortCode = (typeof schoolSoorten)[number]['code'];

/** What follows from the soort of a school, the kind of inschrijving that it may register among it. */
export function soortOf(code: SchoolSoortCode): Soort & { kind: InschrijvingKind } {
  const soort = schoolSoorten.find((item) => item.code === code) ?? schoolSoorten[0];
  return { ...soort, kind: kindOfSchool(soort.facts.soort) };
}

/** The list of the aanduiding NNCA whose meaning holds at a school (PvE 7.1.11). */
export const nncaListOf = (code: SchoolSoortCode): 'BAO' | 'SBAO/WEC' =>
  ['SBAO', 'WEC'].includes(soortOf(code).facts.soort) ? 'SBAO/WEC' : 'BAO';

/** The clusters of the WEC among which a school is; cluster 1 are the instellingen for visually handicapped children. */
export const clusters = [
  { code: '2', label: 'Cluster 2: doof, slechthorend of ernstige spraakmoeilijkheden' },
  { code: '3', label: 'Cluster 3: lichamelijk gehandicapt, langdurig ziek of zeer moeilijk lerend' },
  { code: '4', label: 'Cluster 4: zeer moeilijk opvoedbaar, langdurig psychisch ziek of pedologisch instituut' },
] as const;

/** Whether a school still has to say its cluster. */
export const asksCluster = (code: SchoolSoortCode): boolean => {
  const { kind, facts } = soortOf(code);
  return kind === 'WEC' && facts.cluster === undefined;
};

/** What the controles and the forms ask of the own school. */
export const schoolFactsOf = ({ brinnummer, soort, vestigingen, cluster, epilepsy }: School): SchoolFacts => ({
  brinnummer,
  vestigingen,
  ...(asksCluster(soort) && cluster ? { cluster } : {}),
  ...(asksCluster(soort) && epilepsy ? { epilepsy } : {}),
  ...soortOf(soort).facts,
});
