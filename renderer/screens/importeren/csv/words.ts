import type { CsvDelimiter, CsvEncoding } from '../../../../shared/api/csv.ts';
import type { RepairKind } from '../../../../shared/domain/import/csv/repairs.ts';

export const encodingTexts: Readonly<Record<CsvEncoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (CSV van Excel)',
  'utf-16le': 'UTF-16 (Unicode-tekst van Excel)',
  'utf-16be': 'UTF-16, omgekeerde volgorde',
};

export const delimiterTexts: Readonly<Record<CsvDelimiter, string>> = {
  ';': 'Puntkomma (;)',
  ',': 'Komma (,)',
  '\t': 'Tab',
  '|': 'Streep (|)',
};

interface RepairText {
  /** What one agrees to. */
  label: string;
  why: string;
  one: string;
  more: string;
}

export const repairTexts: Readonly<Record<RepairKind, RepairText>> = {
  zeros: {
    label: 'Nullen vooraan terugzetten',
    why: 'Excel laat nullen vooraan weg. Een nummer krijgt ze alleen terug als het daarmee klopt.',
    one: 'nummer',
    more: 'nummers',
  },
  serialDates: {
    label: 'Dagnummers als datum lezen',
    why: 'Excel bewaart een datum als getal: 37256 is 31-12-2001.',
    one: 'datum',
    more: 'datums',
  },
  shortYears: {
    label: 'Jaren van twee cijfers aanvullen',
    why: 'Een datum als 1-9-02 wordt 1-9-2002.',
    one: 'datum',
    more: 'datums',
  },
  americanDates: {
    label: 'Datums met de maand vooraan omdraaien',
    why: 'Een datum als 12/31/2001 wordt 31-12-2001. Staat in een kolom overal de maand vooraan, dan ook 3/4/2001: dat wordt 4-3-2001.',
    one: 'datum',
    more: 'datums',
  },
};

/** How a column is called on the screen. @param index from 0 */
export const columnName = (headers: readonly string[], index: number): string =>
  headers[index]?.trim() || `Kolom ${index + 1}`;
