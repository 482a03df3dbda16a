import { addDays } from '../domain/dates.ts';
import type { SchoolSoort } from '../pve/berichten/kinds.ts';
import data from './deadlines.json' with { type: 'json' };

/** What a count is used for. */
export type CountUse = 'bekostiging' | 'groei';

interface Term {
  soorten: readonly string[];
  /** Month and day of the teldatum; `*`: any other day. */
  teldatum: string;
  use: string;
  /** Last day by month and day, or in days after the teldatum. */
  until?: string;
  days?: number;
  source: string;
}

const terms: readonly Term[] = data.terms;

/** First teldatum that is funded on what BRON has (Stappenplan: 1 October 2010). */
const START = data.start;

const lastDay = ({ until, days = 0 }: Term, peildatum: string) =>
  until === undefined ? addDays(peildatum, days) : `${peildatum.slice(0, 4)}-${until}`;

/**
 * The last day on which BRON can get what counts on a teldatum: for a use where it has a term of its own, else any. Undefined when there is
 * no term.
 */
export function deadlineOf(soort: SchoolSoort, peildatum: string, use: CountUse): string | undefined {
  if (peildatum < START) return undefined;
  const day = peildatum.slice(5);
  const of = terms.filter(({ soorten }) => soorten.includes(soort));
  const named = of.filter(({ teldatum }) => teldatum === day);
  const candidates = named.length > 0 ? named : of.filter(({ teldatum }) => teldatum === '*');
  const term = candidates.find((each) => each.use === use) ?? candidates[0];
  return term?.days === undefined && term?.until === undefined ? undefined : lastDay(term, peildatum);
}
