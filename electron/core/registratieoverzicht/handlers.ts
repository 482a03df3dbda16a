import type { Administration, HandlersOf } from '../context.ts';
import { Comparison } from './comparison.ts';
import { comparedPage } from './rows.ts';

/** The operations on what is not the same here and in BRON. */
export function registratieoverzichtHandlers({ db }: Administration): HandlersOf<'registratieoverzicht'> {
  const comparison = new Comparison(db);
  return {
    'registratieoverzicht.compared': async (query) => comparedPage(db, await comparison.current(), query),
  };
}
