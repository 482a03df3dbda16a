import { LasError } from '../../../shared/api/errors.ts';
import type { OpenImport } from '../../../shared/api/import.ts';
import { numberAmong, numberIn, type Looks } from '../changes/looks.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import { sizeOf } from '../files/chosenFile.ts';
import { readSchool } from '../school/settings.ts';
import { discardOpenBatch, findOpenBatch, openBatch } from './batch.ts';
import { readEdexml } from './edexml/read.ts';
import { fillOefenpersoon } from './fictional.ts';
import { listImports } from './history.ts';
import { candidateDetail, chooseAction, chooseForAll, describeOpenImport, listRows } from './preview.ts';
import type { ImportRunner } from './runner.ts';

/** More than a hundred thousand pupils: no school has such a file. */
const MAX_MEGABYTES = 100;
const MEGABYTE = 1024 * 1024;

/** The bytes of a file. @throws LasError import-too-large, file-unreadable */
function demandReadableSize(path: string): number {
  const size = sizeOf(path);
  const megabytes = Math.ceil(size / MEGABYTE);
  if (megabytes > MAX_MEGABYTES) throw new LasError('import-too-large', { size: megabytes, limit: MAX_MEGABYTES });
  return size;
}

/** The operations on imports. */
export function importHandlers(
  administration: WithFiles,
  runner: ImportRunner,
  looks: Looks,
  resourcesDir: string,
): HandlersOf<'import'> {
  const { db, emit, files } = administration;
  const changed = () => emit('data.changed', { topics: ['import'] });
  const saved = () => emit('data.changed', { topics: ['import', 'leerlingen', 'exchange'] });
  const idle = () => {
    if (runner.running) throw new LasError('import-running');
  };
  const open = (): OpenImport => {
    const found = describeOpenImport(administration);
    if (!found) throw new LasError('import-none');
    changed();
    return found;
  };

  return {
    'import.openEdexml': async ({ token, fileName }) => {
      const path = files.take(token, 'read');
      const size = demandReadableSize(path);
      await runner.read(fileName, (stopped) => readEdexml(path, { stopped, resourcesDir }), size);
      return open();
    },
    'import.open': () => {
      const found = runner.running ? undefined : describeOpenImport(administration);
      return found ? { import: found } : {};
    },
    'import.rows': (query) => listRows(db, query),
    'import.candidate': ({ number }) => {
      const detail = candidateDetail(administration, number);
      const { row, persoon, differences } = detail;
      const shown = numberIn(persoon) ?? numberAmong(differences.map(({ element }) => element));
      if (row.match) looks.note(row.match.leerlingId, shown);
      return detail;
    },
    'import.choose': (choice) => {
      idle();
      if ('number' in choice) chooseAction(db, choice.number, choice.action);
      else chooseForAll(db, choice.filter, choice.action);
      return open();
    },
    'import.answer': (answers) => {
      idle();
      const { id } = openBatch(db);
      db.prepare('UPDATE import_batch SET answers = ? WHERE id = ?').run(JSON.stringify(answers), id);
      return open();
    },
    'import.fillOefenpersonen': ({ leerlingen }) => {
      idle();
      if (readSchool(db).kind !== 'oefen') throw new LasError('not-allowed');
      const { id } = openBatch(db);
      db.transaction(() => {
        for (const { number, persoon } of leerlingen) fillOefenpersoon(db, id, number, persoon);
      }).immediate();
      changed();
      return {};
    },
    'import.apply': async ({ replacementsSeen }) => {
      try {
        return await runner.apply(replacementsSeen);
      } finally {
        saved();
      }
    },
    'import.cancel': async () => {
      if (runner.running) {
        runner.stop();
        await runner.settled();
      } else if (findOpenBatch(db)) discardOpenBatch(db);
      changed();
      return {};
    },
    'import.list': () => ({ rows: listImports(db) }),
    'import.undo': async ({ id, alsoChanged }) => {
      const result = await runner.undo(id, alsoChanged);
      saved();
      return result;
    },
  };
}
