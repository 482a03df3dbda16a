import type { FileHeader, FilePart, FileVestiging } from '../../../../shared/domain/import/candidate.ts';
import { csvCandidate, type CsvReading } from '../../../../shared/domain/import/csv/candidate.ts';
import { csvRows, type CsvFormat } from './rows.ts';

/** Rows between two reports of how far it is. */
const REPORT_ROWS = 200;

/** The pupils of a CSV file, one part after another. @throws LasError csv-quote */
export async function* readCsv(path: string, format: CsvFormat, reading: CsvReading): AsyncGenerator<FilePart> {
  const vestigingen = new Map<string, FileVestiging>();
  const header = (): FileHeader => ({ source: 'csv', vestigingen: [...vestigingen.values()] });
  yield { kind: 'header', header: header() };
  let number = 0;
  let done = 0;
  let headerRow = true;
  const rows = csvRows(path, format, (bytes) => {
    done = bytes;
  });
  for await (const row of rows) {
    if (headerRow) {
      headerRow = false;
      continue;
    }
    const candidate = csvCandidate(row, number + 1, reading);
    if (!candidate) continue;
    number += 1;
    const { vestiging } = candidate.school;
    if (vestiging) vestigingen.set(vestiging.key, vestiging);
    yield { kind: 'leerling', candidate };
    if (number % REPORT_ROWS === 0) yield { kind: 'progress', done };
  }
  yield { kind: 'header', header: header() };
}
