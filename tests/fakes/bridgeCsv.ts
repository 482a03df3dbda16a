// The part of the fake bridge that is about CSV files.
import type { CsvPreview } from '../../shared/api/csv.ts';
import type { OperationName } from '../../shared/api/contract.ts';
import { LasError } from '../../shared/api/errors.ts';
import { emptyFacts } from '../../shared/domain/import/csv/columns.ts';
import { proposeMapping } from '../../shared/domain/import/csv/targets.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

const headers = ['Leerlingnr', 'Roepnaam', 'Achternaam', 'Geboren', 'BSN', 'Klas', 'Hobby'];

const preview = (format: Pick<CsvPreview, 'encoding' | 'delimiter'>): CsvPreview => ({
  draft: 'draft-3',
  fileName: 'leerlingen.csv',
  ...format,
  headers,
  rows: [
    { number: 2, cells: ['0001', 'Hera', 'Jager', '37256', '99999253', '3a', 'lezen'] },
    { number: 3, cells: ['0002', 'Zeus', 'Jager', '12/31/2003', '999992120', '3a', ''] },
  ],
  rowCount: 2,
  mixedRows: 1,
  columns: headers.map((_, index) => ({
    ...emptyFacts(),
    damage: {
      zeros: index === 4 ? 1 : 0,
      serialDates: index === 3 ? 1 : 0,
      shortYears: 0,
      americanDates: index === 3 ? 1 : 0,
    },
  })),
  mapping: [...proposeMapping(headers)],
  repairs: { zeros: false, serialDates: false, shortYears: false, americanDates: false },
  remembered: false,
});

/** The operations on CSV files; the fake administration has no import, so that none can be opened. */
export const csvHandlers = (): HandlersOf<Extract<OperationName, `csv.${string}`>> => ({
  'csv.inspect': () => preview({ encoding: 'utf-8', delimiter: ';' }),
  'csv.reread': ({ encoding, delimiter }) => preview({ encoding, delimiter }),
  'csv.open': () => {
    throw new LasError('import-none');
  },
  'csv.discard': () => ({}),
});
