import { isDate } from '../../../shared/domain/dates.ts';
import type { ExportColumn } from '../../../shared/domain/export/columns.ts';

/** How dates look in a file. */
export type DateStyle = 'dd-mm-yyyy' | 'yyyy-mm-dd';

const booleans: Readonly<Record<string, string>> = { true: 'ja', false: 'nee' };

/** A stored text as a person reads it in a file; a value that is not what its column says comes out as it is. */
export function cellText({ format }: Pick<ExportColumn, 'format'>, value: string, dates: DateStyle): string {
  if (format === 'boolean') return booleans[value] ?? value;
  const parts = format === 'date' && dates === 'dd-mm-yyyy' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : value;
}

const DAY_MS = 86_400_000;
/** Excel counts days from 30 December 1899; before March 1900 it reckons with a day that never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SAFE = '1900-03-01';

/** The day number by which a spreadsheet keeps a date; undefined for what it cannot keep as one (an incomplete birth date). */
export function serialOf(value: string): number | undefined {
  return isDate(value) && value >= FIRST_SAFE ? (Date.parse(`${value}T00:00:00Z`) - EXCEL_EPOCH) / DAY_MS : undefined;
}
