import { LasError } from '../../../shared/api/errors.ts';
import type { FormerImport, ImportProgress, UndoResult } from '../../../shared/api/import.ts';
import type { FilePart } from '../../../shared/domain/import/candidate.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { applyRows, closeBatch } from './apply.ts';
import { openBatch, readBatch } from './batch.ts';
import { compareBatch } from './comparison.ts';
import { describeImport, undoRows, whyNotUndo } from './history.ts';
import { isOtherSchool, listRows } from './preview.ts';
import { stageFile, type Following } from './staging.ts';

/** Progress is told no more often. */
const PROGRESS_MS = 100;
const BUSY_TIMEOUT_MS = 5_000;
/** Pages that a long transaction keeps at hand: with the 2 MB of SQLite it writes and reads the same ones again and again. */
const CACHE_KILOBYTES = 4_000;

export interface ImportOptions {
  administration: Administration;
  /** Opens a second connection to the administration. */
  connect: () => Connection;
  /** Has what was committed written into the file of the administration, meanwhile: of a whole import that takes seconds. Never rejects. */
  checkpoint: () => Promise<void>;
  /** Whether messages are being exchanged: then nothing may be kept from writing. */
  exchanging: () => boolean;
}

/** Does the long steps of imports, one at a time; each can be stopped and leaves nothing half done. */
export class ImportRunner {
  readonly #options: ImportOptions;
  #work: Promise<unknown> | undefined;
  #checkpointed = Promise.resolve();
  #stopped = false;
  #toldAt = 0;

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#work !== undefined;
  }

  /** Has the step that is running end without result. */
  stop(): void {
    this.#stopped = true;
  }

  /** Fulfilled when nothing is running, and what was saved stands in the file of the administration. */
  async settled(): Promise<void> {
    await this.#work?.catch(() => undefined);
    await this.#checkpointed;
  }

  /** Reads a file into the preview. @param size bytes of the file @throws LasError import-running, and what reading gives */
  read(fileName: string, parts: (stopped: () => boolean) => AsyncIterable<FilePart>, size?: number): Promise<void> {
    return this.#alone((following) =>
      stageFile(this.#options.administration, fileName, parts(following.stopped), following, size),
    );
  }

  /** Looks a file through before it is read. @throws LasError import-running, and what `look` gives */
  inspect<T>(look: (stopped: () => boolean) => Promise<T>): Promise<T> {
    return this.#alone(({ stopped }) => look(stopped));
  }

  /**
   * Saves the open import.
   * @throws LasError import-none, import-other-school, import-replacements-unseen, import-outdated, import-stopped, run-active
   */
  apply(replacementsSeen: boolean): Promise<FormerImport> {
    const { administration } = this.#options;
    const { db } = administration;
    return this.#alone(async (following) => {
      const batch = openBatch(db);
      if (isOtherSchool(db, batch) && !batch.answers.otherSchool)
        throw new LasError('import-other-school', { brin: batch.header.brinnummer ?? '' });
      const { total } = listRows(db, { filter: 'vervangt', offset: 0, limit: 1 });
      if (total > 0 && !replacementsSeen) throw new LasError('import-replacements-unseen', { count: total });
      try {
        await this.#inOneTransaction(async (writing) => {
          const outcome = await applyRows(writing, batch, following);
          closeBatch(writing, batch, outcome);
        });
      } catch (error) {
        if (error instanceof LasError && error.failure.code === 'import-outdated')
          await compareBatch(administration, batch, following);
        throw error;
      }
      return describeImport(db, readBatch(db, batch.id));
    });
  }

  /** Takes an import back, or tells why not. @throws LasError not-found, import-undone, import-stopped, run-active */
  undo(id: number, alsoChanged: boolean): Promise<UndoResult> {
    const { administration } = this.#options;
    return this.#alone(async (following) => {
      const reason = await whyNotUndo(administration, id, alsoChanged, following);
      if (reason) return reason;
      const undone = await this.#inOneTransaction((writing) => undoRows(writing, id, following));
      return { result: 'undone' as const, ...undone };
    });
  }

  async #alone<T>(step: (following: Following) => Promise<T>): Promise<T> {
    if (this.#work) throw new LasError('import-running');
    this.#stopped = false;
    const work = step({ stopped: () => this.#stopped, progress: (...progress) => this.#tell(...progress) });
    this.#work = work;
    try {
      return await work;
    } finally {
      this.#work = undefined;
    }
  }

  #tell(step: ImportProgress['step'], done: number, total?: number): void {
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_MS) return;
    this.#toldAt = now;
    const { emit } = this.#options.administration;
    emit('import.progress', { step, done, ...(total === undefined ? {} : { total }) });
  }

  /**
   * Runs `work` on a connection of its own, in one transaction that lasts as long as it takes: other work goes on reading what was
   * there before, and is told at once when it wants to write. A crash leaves nothing of it.
   */
  async #inOneTransaction<T>(work: (writing: Administration) => Promise<T>): Promise<T> {
    const { administration, connect, exchanging, checkpoint } = this.#options;
    if (exchanging()) throw new LasError('run-active');
    const { db } = administration;
    const writer = connect();
    writer.pragma(`cache_size = -${CACHE_KILOBYTES}`);
    writer.pragma('wal_autocheckpoint = 0');
    db.pragma('busy_timeout = 0');
    try {
      writer.exec('BEGIN IMMEDIATE');
      const result = await work({ ...administration, db: writer });
      writer.exec('COMMIT');
      this.#checkpointed = checkpoint();
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    } finally {
      writer.close();
      db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }
}
