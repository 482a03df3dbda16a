import { addWerkdagen } from '../werkdagen.ts';

/** New data stand on GTB and vergelijkingsoverzicht within so many werkdagen after an exchange (Stappenplan step 12). */
const WERKDAGEN = 7;

/** The last day on which a new GTB or vergelijkingsoverzicht may still come after an exchange. */
export const newBy = (exchangedOn: string): string => addWerkdagen(exchangedOn, WERKDAGEN);

/**
 * What can be said of the vergelijkingsoverzicht. `none`: Mijn BRON has none. `unknown`: not asked yet. `open`: it tells of what BRON has
 * now. `waiting`: something went to BRON since, and a new one may still come. `toFetch`: that time is over, and Mijn BRON was not asked
 * since. `agreed`: that time is over and no new one came, so that the data agree (Stappenplan step 12).
 */
export type OverviewState = 'none' | 'unknown' | 'open' | 'waiting' | 'toFetch' | 'agreed';

export interface OverviewFacts {
  /** Day on which the last overview was made; left out: none came in, or Mijn BRON says there is none any more. */
  madeOn?: string | undefined;
  /** Day on which Mijn BRON was last asked for it, or a file was read. */
  askedOn?: string | undefined;
  /** Day of the last delivery. */
  exchangedOn?: string | undefined;
  today: string;
}

/** @see OverviewState */
export function overviewState({ madeOn, askedOn, exchangedOn, today }: OverviewFacts): OverviewState {
  if (madeOn === undefined) return askedOn === undefined ? 'unknown' : 'none';
  if (exchangedOn === undefined || exchangedOn < madeOn) return 'open';
  const last = newBy(exchangedOn);
  if (today <= last) return 'waiting';
  return askedOn !== undefined && askedOn > last ? 'agreed' : 'toFetch';
}
