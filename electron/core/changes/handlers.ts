import type { ChainVerdict } from '../../../shared/api/changes.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import { chainHead, chainSlices } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import type { ChainHeadKeeper } from './chainHead.ts';
import { exportChanges } from './exportChanges.ts';
import { listChanges } from './list.ts';
import { noteEvent, noteExport } from './note.ts';

/** Lines that are verified at once: about ten milliseconds of work. */
const SLICE = 500;

const momentOf = (db: Connection, seq: number) =>
  db.prepare<[number], string>('SELECT at FROM change_log WHERE seq = ?').pluck().get(seq);

/** Verifies the whole chain, with others getting their turn between two slices. */
async function verify(
  db: Connection,
  keeper: ChainHeadKeeper | undefined,
  progress: (done: number) => void,
  stopped: () => boolean,
): Promise<ChainVerdict> {
  const slices = chainSlices(db, SLICE, keeper?.missing);
  for (let lines = 0; ;) {
    const { done, value } = slices.next();
    if (!done) {
      lines = value.seq;
      progress(lines);
      await new Promise(setImmediate);
      if (stopped()) return { intact: true, stopped: true, lines };
      continue;
    }
    if (value.ok) return { intact: true, stopped: false, lines: value.head.seq };
    const { seq, reason } = value;
    const rightUntil = momentOf(db, seq - 1);
    return {
      intact: false,
      stopped: false,
      lines: seq - 1,
      problem: { reason, seq, ...(rightUntil === undefined ? {} : { rightUntil }) },
    };
  }
}

/** The distinct values of a column that an index begins with: one look-up each, however long the log is. */
const distinct = (db: Connection, column: 'entity' | 'user_id') =>
  db
    .prepare<[], string>(
      `WITH RECURSIVE found (value) AS (
         SELECT min(${column}) FROM change_log
         UNION ALL SELECT (SELECT min(${column}) FROM change_log WHERE ${column} > value) FROM found WHERE value IS NOT NULL
       ) SELECT value FROM found WHERE value IS NOT NULL`,
    )
    .pluck()
    .all();

function facets(db: Connection) {
  const seen = new Set(distinct(db, 'user_id'));
  const users = db
    .prepare<[], { id: string; naam: string }>('SELECT id, name AS naam FROM user_account ORDER BY name COLLATE NOCASE')
    .all();
  return { users: users.filter(({ id }) => seen.has(id)), kinds: distinct(db, 'entity') };
}

/** The operations on the log of changes; one of the long ones at a time. */
export function changesHandlers(
  administration: WithFiles & { chainHead: ChainHeadKeeper | undefined; closing: AbortSignal },
): HandlersOf<'changes'> {
  const { db, emit, files, closing, chainHead: keeper } = administration;
  let running: { stopped: boolean } | undefined;

  /** Does something long, which locking and `changes.stop` end. */
  const long = async <T>(
    work: (progress: (done: number) => void, stopped: () => boolean) => Promise<T>,
  ): Promise<T> => {
    if (running) throw new LasError('log-busy');
    const run: { stopped: boolean } = { stopped: false };
    running = run;
    const total = chainHead(db).seq;
    try {
      return await work(
        (done) => emit('changes.progress', { done, total }),
        () => run.stopped || closing.aborted,
      );
    } finally {
      running = undefined;
    }
  };

  return {
    'changes.list': ({ filter, limit, after }) => listChanges(db, filter, limit, after),
    'changes.facets': () => facets(db),
    'changes.verify': () => long((progress, stopped) => verify(db, keeper, progress, stopped)),
    'changes.export': async ({ filter, target }) => {
      const path = files.take(target, 'write');
      const lines = await long((progress, stopped) => exportChanges(db, filter, path, progress, stopped));
      if (lines === undefined) return { lines: 0, stopped: true };
      const chosen = Object.keys(filter).join(', ') || 'alles';
      noteExport(administration, 'logboek', `CSV, ${lines} regels (gekozen op: ${chosen})`);
      emit('data.changed', { topics: ['changes'] });
      return { lines, stopped: false };
    },
    'changes.stop': () => {
      if (running) running.stopped = true;
      return {};
    },
    'changes.acceptHead': () => {
      const missing = keeper?.missing;
      if (!keeper || !missing) return {};
      noteEvent(
        administration,
        { entity: 'log' },
        'cutOff',
        `na regel ${chainHead(db).seq} ontbreekt tot en met regel ${missing.seq}`,
      );
      keeper.accept();
      emit('session.changed', {});
      emit('data.changed', { topics: ['changes'] });
      return {};
    },
  };
}
