import { addDays, isDate } from '../../../domain/dates.ts';
import type { Inschrijving } from '../../berichten/content.ts';
import type { Facts } from '../facts.ts';
import { START_PASSEND_ONDERWIJS } from '../readings.ts';
import { schoolsoortOn } from './situation.ts';

/** Schoolsoort at the end of an inschrijving: since August 2013 it has one only (430). */
const lastSchoolsoort = ({ schoolsoort = [] }: Inschrijving) =>
  [...schoolsoort].sort((a, b) => ((a.begindatum ?? '') < (b.begindatum ?? '') ? -1 : 1)).at(-1)?.schoolsoort;

/** Whether an inschrijving began before passend onderwijs. */
export const beganBefore = ({ datumInschrijving }: Inschrijving): boolean =>
  isDate(datumInschrijving) && datumInschrijving < START_PASSEND_ONDERWIJS;

/** Whether one of its periods of soort onderwijs began before passend onderwijs. */
export const hadSoortOnderwijsBefore = ({ soortOnderwijs = [] }: Inschrijving): boolean =>
  soortOnderwijs.some(({ begindatum }) => isDate(begindatum) && begindatum < START_PASSEND_ONDERWIJS);

/**
 * Whether an unbroken series of earlier inschrijvingen at the same BRIN and schoolsoort leads up to this one, with one among them that
 * `counts` (412, 413, 415). Reading R17 (assumed): the next begins exactly the day after. Only BRON knows: without register, none.
 */
export function continuesSeries(facts: Facts, counts: (inschrijving: Inschrijving) => boolean): boolean {
  const { register, datumInschrijving } = facts;
  const soort = datumInschrijving && schoolsoortOn(facts, datumInschrijving);
  const before = (start: string | undefined): boolean => {
    const previous = register?.others.find(
      (other) =>
        isDate(start) &&
        other.datumUitschrijving === addDays(start, -1) &&
        isDate(other.datumInschrijving) &&
        other.datumInschrijving < start &&
        lastSchoolsoort(other) === soort,
    );
    return previous !== undefined && (counts(previous) || before(previous.datumInschrijving));
  };
  return before(datumInschrijving);
}
