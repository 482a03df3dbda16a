import { rmSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { ChangeFilter, ChangeLine } from '../../../shared/api/changes.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { replaceFile, temporaryName } from '../database/atomicFile.ts';
import type { Connection } from '../database/database.ts';
import { openTarget, targetError } from '../export/verifiedFile.ts';
import { walkChanges } from './list.ts';

const heading = ['regel', 'moment (UTC)', 'gebruiker', 'soort', 'nummer', 'over', 'gegeven', 'oud', 'nieuw'];

const cells = (line: ChangeLine) => [
  line.seq,
  line.at,
  line.userName ?? 'programma',
  changeKindName(line.kind),
  line.recordId,
  line.subject,
  line.field,
  line.destroyed ? '(vernietigd)' : line.old,
  line.destroyed ? '(vernietigd)' : line.new,
];

/** As Excel in Dutch reads it: semicolons, and no cell that it would take for a formula. */
const toCsv = (rows: unknown[][]) =>
  stringify(rows, { delimiter: ';', record_delimiter: 'windows', escape_formulas: true });

/**
 * Writes the chosen lines as CSV, latest first, to a file that takes its name when it is whole. Gives the number of lines, or
 * undefined when `stopped` said so, after which there is no file. Errors: `export-disk-full`, `target-not-writable`.
 */
export async function exportChanges(
  db: Connection,
  filter: ChangeFilter,
  target: string,
  progress: (done: number) => void,
  stopped: () => boolean,
): Promise<number | undefined> {
  const temporary = temporaryName(target);
  const file = await openTarget(temporary);
  let lines = 0;
  try {
    try {
      await file.writeFile(`\ufeff${toCsv([heading])}`);
      for await (const { rows } of walkChanges(db, filter)) {
        if (stopped()) return undefined;
        if (rows.length > 0) await file.writeFile(toCsv(rows.map(cells)));
        lines += rows.length;
        progress(lines);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    replaceFile(temporary, target);
    return lines;
  } catch (error) {
    throw targetError(error);
  } finally {
    rmSync(temporary, { force: true });
  }
}
