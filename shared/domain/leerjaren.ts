import type { InschrijvingKind } from '../pve/berichten/kinds.ts';

/** The last leerjaar: of WPO by PvE 4.1.3; of WEC the years from 3 to 20 in which a pupil can have been there (PvE 4.1.4, assumed). */
const LAST: Record<InschrijvingKind, number> = { WPO: 8, WEC: 17 };
/** The first: 0 is of varende kinderen, and under the WEC of who is at another school. */
const FIRST: Record<InschrijvingKind, number> = { WPO: 0, WEC: 1 };

/** The leerjaren that a groep can have. Under the WEC a leerjaar counts the years of a pupil and says nothing of the groep: all of them. */
export const leerjarenOf = (kind: InschrijvingKind): string[] =>
  Array.from({ length: LAST[kind] - FIRST[kind] + 1 }, (_, index) => String(FIRST[kind] + index));

/** The last leerjaar in which a pupil moves up; a pupil leaves a school of WPO after it. */
export const lastLeerjaarOf = (kind: InschrijvingKind): number => LAST[kind];
