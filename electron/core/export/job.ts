import { LasError } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Emit } from '../context.ts';
import type { Connection } from '../database/database.ts';

/** Between two reports of progress, in ms. */
const REPORT_MS = 100;

/** One export under way: gives way to other work between slices, tells how far it is, and can be stopped. */
export interface Job {
  /** Lets the core do other work; `done` of `total` rows are through; without `total` nobody knows how many there are. @throws LasError export-stopped */
  pause(done: number, total?: number): Promise<void>;
}

/** What an export works with. */
export interface ExportContext {
  clock: Clock;
  /** The administration as it was when the export began. */
  snapshot: Connection;
  job: Job;
  /** Writes into the log of changes what goes out and how much of it, never whose; before the file is handed over. */
  logged(what: string, description: string): void;
}

/** The exports of one session: one at a time. */
export class ExportRunner {
  readonly #emit: Emit;
  #stopped = false;
  #running: Promise<unknown> | undefined;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Whether an export is under way. */
  get running(): boolean {
    return this.#running !== undefined;
  }

  /** Runs `work` as the one export. @throws LasError export-active, and what `work` throws */
  async run<T>(work: (job: Job) => Promise<T>): Promise<T> {
    if (this.#running) throw new LasError('export-active');
    this.#stopped = false;
    let reported = 0;
    const job: Job = {
      pause: async (done, total) => {
        const now = performance.now();
        if (now - reported >= REPORT_MS) {
          reported = now;
          this.#emit('export.progress', { done, ...(total === undefined ? {} : { total }) });
        }
        await new Promise(setImmediate);
        if (this.#stopped) throw new LasError('export-stopped');
      },
    };
    const running = work(job);
    this.#running = running;
    try {
      return await running;
    } finally {
      this.#running = undefined;
    }
  }

  /** Stops the export under way, if any. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when no export is under way any more. */
  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }
}
