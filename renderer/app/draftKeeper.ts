import type { DraftForm } from '../../shared/api/drafts.ts';
import type { ErrorCode } from '../../shared/api/errors.ts';
import { call, failureOf } from './api.ts';

/** Longest time that what is typed is only on the screen. */
const KEEP_AFTER_MS = 1000;
const TRY_AGAIN_MS = 5000;

/** Reasons that pass while the same person is at work. A core that is locked or gone says so elsewhere. */
const passing: readonly ErrorCode[] = ['import-running', 'disk-full', 'disk-failed', 'rekeying'];

export interface UnsavedWork {
  form: DraftForm;
  /** What the form is about, in its own words: a row id, or empty for something new. */
  subject: string;
  leerlingId?: number | undefined;
  /** What it is about, for a person. */
  title: string;
  /** The unsaved work as the form writes it down; undefined when there is none. */
  content: string | undefined;
}

/** Writes the unsaved work of one form, one save after another, so that the first gives the number for the rest. */
export class DraftKeeper {
  #id: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest work, until it is forgotten. */
  #latest: UnsavedWork | undefined;
  #pending: UnsavedWork | undefined;

  get id(): number | undefined {
    return this.#id;
  }

  adopt(id: number): void {
    this.#id = id;
  }

  /** Keeps this work soon. */
  keep(work: UnsavedWork): void {
    this.#latest = work;
    this.#keepWithin(KEEP_AFTER_MS, work);
  }

  /** Keeps now what waits to be kept. */
  flush(): void {
    const work = this.#pending;
    this.#clear();
    if (work) this.#queue(() => this.#save(work));
  }

  /** Throws away what was kept and what waits to be. */
  forget(): void {
    this.#latest = undefined;
    this.#clear();
    this.#queue(async () => {
      const id = this.#id;
      this.#id = undefined;
      if (id !== undefined) await call('drafts.discard', { id });
    });
  }

  async #save(work: UnsavedWork): Promise<void> {
    const { content, leerlingId, ...about } = work;
    if (content === undefined) return;
    const id = this.#id === undefined ? {} : { id: this.#id };
    const known = leerlingId === undefined ? {} : { leerlingId };
    try {
      this.#id = (await call('drafts.save', { ...id, ...about, ...known, content })).id;
    } catch (error) {
      const isNewest = this.#latest === work;
      if (isNewest && passing.includes(failureOf(error).code)) this.#keepWithin(TRY_AGAIN_MS, work);
    }
  }

  #keepWithin(milliseconds: number, work: UnsavedWork): void {
    this.#pending = work;
    this.#timer ??= setTimeout(() => this.flush(), milliseconds);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = undefined;
  }

  #queue(work: () => Promise<void>): void {
    // What was kept before is still there.
    this.#turn = this.#turn.then(work).catch(() => undefined);
  }
}
