import { today } from '../../../shared/domain/clock.ts';
import { noteExport } from '../changes/note.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { openSnapshot } from '../database/snapshot.ts';
import { readColumnSets, removeColumnSet, saveColumnSet } from './columnSets.ts';
import { exportEdexml } from './edexml.ts';
import type { ExportContext, ExportRunner } from './job.ts';
import { exportList } from './lists.ts';
import { groupsOf } from './groups.ts';

/** What the exports need besides the files. */
export interface Exporting extends WithFiles {
  /** Opens a second connection, which the caller closes. */
  connect: () => Connection;
  /** Folder of `resources/`, for the schemas. */
  resourcesDir: string;
}

/** Runs an export on the administration as it is now. */
export function withSnapshot<T>(
  administration: Exporting,
  runner: ExportRunner,
  work: (context: ExportContext) => Promise<T>,
): Promise<T> {
  const { clock, connect } = administration;
  return runner.run(async (job) => {
    const snapshot = openSnapshot(connect);
    const logged = (what: string, description: string) => noteExport(administration, what, description);
    try {
      return await work({ clock, snapshot, job, logged });
    } finally {
      snapshot.close();
    }
  });
}

/** The operations that write data of pupils to a file. */
export function exportHandlers(administration: Exporting, runner: ExportRunner): HandlersOf<'export'> {
  const { clock, files, resourcesDir } = administration;
  return {
    'export.options': async () => ({
      groepen: await groupsOf(administration.connect, today(clock)),
      columnSets: readColumnSets(administration),
    }),
    'export.saveColumnSet': (set) => {
      saveColumnSet(administration, set);
      return {};
    },
    'export.removeColumnSet': (set) => {
      removeColumnSet(administration, set);
      return {};
    },
    'export.list': (query) => {
      const path = files.take(query.target, 'write');
      return withSnapshot(administration, runner, (context) => exportList(context, query, path));
    },
    'export.edexml': (query) => {
      const path = files.take(query.target, 'write');
      return withSnapshot(administration, runner, (context) => exportEdexml(context, query, path, resourcesDir));
    },
    'export.stop': () => {
      runner.stop();
      return {};
    },
  };
}
