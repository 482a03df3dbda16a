import { defaultParameters } from '../../../shared/bekostiging/parameters.ts';
import type { CountedInschrijving, Counting, CountingParameters } from '../../../shared/bekostiging/types.ts';
import type { BrinFacts, BrinLookup, SchoolFacts } from '../../../shared/pve/controles/types.ts';

/** A count worked out by hand. */
export interface Example {
  /** What it is about. */
  title: string;
  /** How the outcome was reckoned. */
  reckoned: string;
  school?: Partial<SchoolFacts>;
  peildatum: string;
  pupils: readonly CountedInschrijving[];
  parameters?: Partial<CountingParameters>;
  brin?: readonly BrinFacts[];
  /** Vestiging that `rows` is about; 00 when left out. */
  vestiging?: string;
  /** Numbers that have to stand there; a row with a number that is not named here is not looked at. */
  rows: Readonly<Record<string, number>>;
  /** Signalen by key of the pupil; who is not named has none. `false`: does not stand in the counting at all. */
  signalen?: Readonly<Record<string, readonly string[] | false>>;
}

const lookup = (facts: readonly BrinFacts[]): BrinLookup => ({
  find: (brinnummer) => facts.find((each) => each.brinnummer === brinnummer),
  schoolsOf: (rec) => facts.filter((each) => each.rec === rec),
  samenwerkingsverband: () => undefined,
});

const vestigingen = [{ volgnummer: '00' }, { volgnummer: '01' }];

/** The counting of an example; a basisschool when it names no other. */
export const countingOf = ({ school, peildatum, pupils, parameters, brin }: Example): Counting => ({
  school: { brinnummer: '99XA', soort: 'BAO', vestigingen, ...school },
  inschrijvingen: pupils,
  peildatum,
  parameters: { ...defaultParameters, ...parameters },
  ...(brin ? { brin: lookup(brin) } : {}),
});
