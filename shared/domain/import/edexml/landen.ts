import landen from '../../../../resources/tables/edexml-landen.json' with { type: 'json' };
import { isValidOn } from '../../../pve/waardelijsten/waardelijsten.ts';
import { isPartialDate, reckonedDate } from '../../dates.ts';

const rows: Readonly<Record<string, readonly string[]>> = landen.rows;

/** The code of BRP table 34 for the two letters of EDEXML, that which was valid on the birth date when known; undefined for an unknown one. */
export function landCodeOf(letters: string, geboortedatum?: string): string | undefined {
  const codes = rows[letters.toUpperCase()] ?? [];
  const date = isPartialDate(geboortedatum) ? reckonedDate(geboortedatum) : undefined;
  return codes.find((code) => date !== undefined && isValidOn('land', code, date)) ?? codes[0];
}

/** The two letters of EDEXML for a code of BRP table 34; undefined where EDEXML has none. */
export const landLettersOf = (code: string): string | undefined =>
  Object.keys(rows).find((letters) => rows[letters]?.includes(code));
