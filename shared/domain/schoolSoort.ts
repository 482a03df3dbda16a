import { kindOfSchool, type InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { SchoolFacts } from '../pve/controles/types.ts';

interface Soort {
  code: string;
  /** Dutch, as on the screens. */
  label: string;
  /** What it is in BRIN, as the controles ask for it. */
  facts: Pick<SchoolFacts, 'soort' | 'varend' | 'cluster' | 'vgk'>;
}

/** What a school can be. BRIN does not tell SO from VSO: which of them a pupil attends stands in its inschrijving (PvE 4.1.4). */
export const schoolSoorten = [
  { code: 'BAO', label: 'Basisschool', facts: { soort: 'BAO' } },
  { code: 'SBAO', label: 'Speciale school voor basisonderwijs', facts: { soort: 'SBAO' } },
  {
    code: 'RIJDEND',
    label: 'School voor kinderen van de rijdende trekkende bevolking',
    facts: { soort: 'TREKKEND' },
  },
  { code: 'VAREND', label: 'School voor varende kinderen', facts: { soort: 'TREKKEND', varend: true } },
  { code: 'SO', label: 'School voor speciaal onderwijs', facts: { soort: 'WEC' } },
  { code: 'VSO', label: 'School voor voortgezet speciaal onderwijs', facts: { soort: 'WEC' } },
  {
    code: 'SO+VSO',
    label: 'School voor speciaal en voortgezet speciaal onderwijs',
    facts: { soort: 'WEC' },
  },
  {
    code: 'VGK',
    label: 'Instelling voor visueel gehandicapte kinderen',
    facts: { soort: 'WEC', cluster: '1', vgk: {} },
  },
] as const satisfies readonly Soort[];

export type SchoolSoortCode = (typeof schoolSoorten)[number]['code'];

/** What follows from the soort of a school, the kind of inschrijving that it may register among it. */
export function soortOf(code: SchoolSoortCode): Soort & { kind: InschrijvingKind } {
  const soort = schoolSoorten.find((item) => item.code === code) ?? schoolSoorten[0];
  return { ...soort, kind: kindOfSchool(soort.facts.soort) };
}
