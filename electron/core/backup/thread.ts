import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { LasError, type Result } from '../../../shared/api/errors.ts';
import { unfinishedName } from './files.ts';
import type { Job, JobResults } from './jobs.ts';

/** Beside this module when it runs from its source; a bundle of its own (scripts/build.mts) beside that of the core when it was built. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : '../backup/index.mjs', import.meta.url);

/** What the thread is told to do. `stop` is shared: it is to end at its next step when that is not 0. */
export interface Order {
  job: Job;
  stop: Int32Array<SharedArrayBuffer>;
}

/** What a job whose thread died can leave behind. */
const leftBy = (job: Job): string[] => [
  ...('target' in job ? [unfinishedName(job.target)] : []),
  ...('scratch' in job ? [job.scratch, `${job.scratch}-journal`] : []),
  ...(job.kind === 'forget' ? [unfinishedName(job.source), `${job.scratch}-wal`, `${job.scratch}-shm`] : []),
];

function removeQuietly(files: readonly string[]): void {
  for (const file of files) {
    try {
      rmSync(file, { force: true });
    } catch {
      // A virus scanner that holds it for a moment: it goes at the next start.
    }
  }
}

/**
 * Does the long work on files in a thread of its own, one job at a time. `stop` ends the job under way; what it had begun to write
 * goes with it. The thread is asked to end, never terminated: a thread that is terminated while it loads our native library aborts the
 * core, and one that is terminated after objects of that library became garbage has Node use memory that it has freed
 * (`node_napi_env__::EnqueueFinalizer`, Node 24.21).
 */
export class BackupThread {
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  readonly #stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /** Does a job when those asked before it have ended. Errors: LasError; `internal` when the thread dies. */
  run<J extends Job>(asked: J): Promise<JobResults[J['kind']]> {
    // The caller's key may be wiped before the job's turn comes.
    const job = 'key' in asked ? { ...asked, key: Uint8Array.from(asked.key) } : asked;
    this.#waiting += 1;
    const turn = this.#turn
      .then(() => this.#start(job))
      .finally(() => {
        this.#waiting -= 1;
        if ('key' in job) job.key.fill(0);
      });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Whether a job would begin at once. */
  get idle(): boolean {
    return this.#waiting === 0;
  }

  /** When every job that was asked for has ended. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  /** Ends everything, for good; when the step under way is done. */
  async stop(): Promise<void> {
    Atomics.store(this.#stop, 0, 1);
    await this.#turn;
  }

  #start<J extends Job>(job: J): Promise<JobResults[J['kind']]> {
    if (this.#stop[0] !== 0) return Promise.reject(new LasError('locked'));
    return new Promise((resolve, reject) => {
      const order: Order = { job, stop: this.#stop };
      const worker = new Worker(entry, { workerData: order, stdin: false });
      let result: Result<JobResults[J['kind']]> | undefined;
      worker.once('message', (message: Result<JobResults[J['kind']]>) => {
        result = message;
      });
      // What a thread dies of says nothing to a person; its exit follows.
      worker.once('error', () => undefined);
      // Not before: the next job writes under the names that are cleared here.
      worker.once('exit', () => {
        removeQuietly(leftBy(job));
        if (result?.ok) resolve(result.value);
        else reject(new LasError(result?.error ?? 'internal'));
      });
    });
  }
}
