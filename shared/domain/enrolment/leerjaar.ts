import type { InschrijvingGegevens } from '../../api/inschrijving.ts';

/** The leerjaar in which advies VO and eindtoets belong to leaving (PvE 4.2.8.1: 316). */
const HIGHEST = '8';

/** Whether a pupil is in the highest leerjaar on a date: then advies VO and eindtoets are asked for. */
export function inHighestLeerjaar(
  { leerjaarGroep }: Pick<InschrijvingGegevens, 'leerjaarGroep'>,
  date: string,
): boolean {
  const begun = leerjaarGroep.filter(({ begindatum }) => begindatum !== undefined && begindatum <= date);
  const [latest] = [...begun].sort((a, b) => (b.begindatum ?? '').localeCompare(a.begindatum ?? ''));
  return latest?.leerjaar === HIGHEST;
}
