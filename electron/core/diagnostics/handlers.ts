import { momentInName } from '../backup/format.ts';
import type { BackupKeeper } from '../backup/keeper.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { dataFolder } from '../database/dataFolder.ts';
import { makeReport } from './report.ts';

/** The report for a helpdesk. It is shown before it leaves: the host saves what was shown. */
export function diagnosticsHandlers(
  { db, clock }: Administration,
  keeper: BackupKeeper,
  { dataDir, version }: { dataDir: string; version: string },
): HandlersOf<'diagnostics'> {
  return {
    'diagnostics.get': () => ({
      name: `bronwijs-helpdesk-${momentInName(clock.now())}.txt`,
      text: makeReport({
        db,
        clock,
        version,
        folder: dataFolder(dataDir),
        backups: {
          lastAt: keeper.lastAt(),
          problems: keeper.problems.length,
          secondPlace: keeper.secondPlace !== undefined,
        },
      }),
    }),
  };
}
