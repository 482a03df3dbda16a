import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { defaultParameters } from '../../../shared/bekostiging/parameters.ts';
import type { CountedInschrijving, VestigingTelling } from '../../../shared/bekostiging/types.ts';
import { today } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import type { SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';
import type { SchoolFacts } from '../../../shared/pve/controles/types.ts';
import type { Administration } from '../context.ts';
import { readSchool } from '../school/settings.ts';
import { readAtBron, type CountedAtBron } from './atBron.ts';
import { brpOf, readElsewhere } from './elsewhere.ts';
import { periodOf, readHere, type CountedHere } from './here.ts';

/** The proeftelling of a date, from both sides. */
export interface Counted {
  peildatum: string;
  soort: SchoolSoort;
  /** From the own administration: what BRON would count once everything has been sent. */
  own: readonly VestigingTelling[];
  /** From what BRON is known to have registered. */
  bron: readonly VestigingTelling[];
  here: ReadonlyMap<string, CountedHere>;
  atBron: ReadonlyMap<string, CountedAtBron>;
}

const parameters = { ...defaultParameters, deadlines: true };

const byKey = <T extends CountedInschrijving>(list: readonly T[]) => new Map(list.map((item) => [item.key, item]));

/** The inschrijvingen of a school year and the year before it on both sides, with what only BRON can know for both. */
interface Sides {
  school: SchoolFacts;
  own: readonly CountedHere[];
  bron: readonly CountedAtBron[];
}

/**
 * Reads both sides for the dates of the school year of a peildatum. What only BRON can know (BRP, other schools, since when it has an
 * inschrijving) holds for both, so that they differ only in what a school can mend; what BRON does not have yet it would have today.
 */
export async function readSides({ db, clock }: Administration, peildatum: string): Promise<Sides> {
  const period = periodOf(peildatum);
  const elsewhere = readElsewhere(db);
  const known = <T extends CountedInschrijving & { leerlingId?: number }>(item: T): T => {
    const periods = item.leerlingId === undefined ? undefined : elsewhere.get(item.leerlingId);
    return periods ? { ...item, elsewhere: periods } : item;
  };
  const bron = (await readAtBron(db, period)).map((item) => known({ ...item, brp: brpOf(item.persoon) }));
  const atBron = byKey(bron);
  const day = today(clock);
  const own = (await readHere(db, period)).map((item) => {
    const { registeredOn = day, brp } = atBron.get(item.key) ?? {};
    return known({ ...item, registeredOn, ...(brp ? { brp } : {}) });
  });
  return { school: schoolFactsOf(readSchool(db)), own, bron };
}

/** Counts a date of the school year that the sides are of. */
export function countSides({ school, own, bron }: Sides, peildatum: string): Counted {
  const count = (inschrijvingen: readonly CountedInschrijving[]) =>
    countOn({ school, inschrijvingen, peildatum, parameters });
  return { peildatum, soort: school.soort, own: count(own), bron: count(bron), here: byKey(own), atBron: byKey(bron) };
}

/** Counts a date from the own administration and from what BRON has registered. */
export const countBoth = async (administration: Administration, peildatum: string): Promise<Counted> =>
  countSides(await readSides(administration, peildatum), peildatum);
