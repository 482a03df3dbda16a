import type { InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { SchoolFacts } from '../pve/controles/types.ts';

interface Soort {
  code: string;
  /** Dutch, as on the screens. */
  label: string;
  /** The kind of inschrijving that this school may register (PvE 4.2.6). */
  kind: InschrijvingKind;
  /** What it is in BRIN, as the controles ask for it. */
  facts: Pick<SchoolFacts, 'soort' | 'varend' | 'cluster' | 'vgk'>;
}

/** What a school can be. BRIN does not tell SO from VSO: which of them a pupil attends stands in its inschrijving (PvE 4.1.4). */
export const schoolSoorten = [
  { code: 'BAO', label: 'Basisschool', kind: 'WPO', facts: { soort: 'BAO' } },
  { code: 'SBAO', label: 'Speciale school voor basisonderwijs', kind: 'WPO', facts: { soort: 'SBAO' } },
  {
    code: 'RIJDEND',
    label: 'School voor kinderen van de rijdende trekkende bevolking',
    kind: 'WPO',
    facts: { soort: 'TREKKEND' },
  },
  { code: 'VAREND', label: 'School voor varende kinderen', kind: 'WPO', facts: { soort: 'TREKKEND', varend: true } },
  { code: 'SO', label: 'School voor speciaal onderwijs', kind: 'WEC', facts: { soort: 'WEC' } },
  { code: 'VSO', label: 'School voor voortgezet speciaal onderwijs', kind: 'WEC', facts: { soort: 'WEC' } },
  {
    code: 'SO+VSO',
    label: 'School voor speciaal en voortgezet speciaal onderwijs',
    kind: 'WEC',
    facts: { soort: 'WEC' },
  },
  {
    code: 'VGK',
    label: 'Instelling voor visueel gehandicapte kinderen',
    kind: 'WEC',
    facts: { soort: 'WEC', cluster: '1', vgk: {} },
  },
] as const satisfies readonly Soort[];

export type SchoolSoortCode = (typeof schoolSoorten)[number]['code'];

/** What follows from the soort of a school. */
export const soortOf = (code: SchoolSoortCode): Soort =>
  schoolSoorten.find((soort) => soort.code === code) ?? schoolSoorten[0];
