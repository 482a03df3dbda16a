import { today } from '../../../shared/domain/clock.ts';
import { schoolYear } from '../../../shared/domain/dates.ts';
import type { Inschrijving } from '../../../shared/pve/berichten/content.ts';
import type { ProcessorParts } from '../processing/parts.ts';
import type { InschrijvingRow } from '../register/inschrijvingen.ts';

/** The span of days that a periodic control looks at: from the first day of the school year to the day itself (PvE 5.6.15). */
export const controlPeriod = (controledatum: string) => ({ from: schoolYear(controledatum).first, to: controledatum });

/** The inschrijving of a row. */
export const inschrijvingOf = ({ content }: Pick<InschrijvingRow, 'content'>) => JSON.parse(content) as Inschrijving;

/** Reading R24 (assumed): an inschrijving counts when it runs, lies ahead, or ended inside the control period. */
export function counts(row: InschrijvingRow, date: string): boolean {
  const { datumUitschrijving } = inschrijvingOf(row);
  return datumUitschrijving === undefined || datumUitschrijving >= controlPeriod(date).from;
}

/**
 * The aanleverpunten of a school that BRON writes to of its own accord about these inschrijvingen of it: all, and in the edition of
 * 2015-11 those that delivered them, as long as one is active (PvE 5.6.14). Reading R50 (assumed): of bericht 16, of which it
 * does not say, the same.
 */
export function receivers(
  brinnummer: string,
  rows: readonly InschrijvingRow[],
  { aanleverpunten, editions, clock }: Pick<ProcessorParts, 'aanleverpunten' | 'editions' | 'clock'>,
): string[] {
  const delivered = [...new Set(rows.map(({ aanleverpunt }) => aanleverpunt))];
  const known = aanleverpunten(brinnummer);
  const active = delivered.filter((aanleverpunt) => known.includes(aanleverpunt));
  if (known.length === 0) return delivered;
  return editions.on(today(clock), { brinnummer }) === '2015-11' && active.length > 0 ? active : known;
}
