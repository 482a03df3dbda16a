import type { Connection } from '../database/database.ts';

/** A change that waits for its transaction. */
interface Waiting {
  /** Makes the change; gives what to do after the commit. */
  make: () => () => void;
  reject: (error: Error) => void;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error('a change failed', { cause: error }));

/**
 * Commits changes that come close together in one transaction, because each commit waits for the disk. A promise is settled only
 * after its change was committed, or rolled back.
 */
export class CommitGroup {
  readonly #db: Connection;
  #waiting: Waiting[] = [];

  constructor(db: Connection) {
    this.#db = db;
  }

  /**
   * Makes a change within so many ms, after those that were asked before it and together with them. One that throws is rolled back
   * alone; when the transaction cannot be committed all are.
   */
  commit<T>(change: () => T, withinMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const make = () => {
        const result = change();
        return () => resolve(result);
      };
      this.#waiting.push({ make, reject });
      if (withinMs === 0) setImmediate(() => this.#commitAll());
      else if (this.#waiting.length === 1) setTimeout(() => this.#commitAll(), withinMs);
    });
  }

  #commitAll(): void {
    const group = this.#waiting;
    // They went along with a change that could not wait.
    if (group.length === 0) return;
    this.#waiting = [];
    let after: (() => void)[];
    try {
      after = this.#db.transaction(() => group.map((waiting) => this.#makeOne(waiting))).immediate();
    } catch (error) {
      for (const { reject } of group) reject(asError(error));
      return;
    }
    for (const settle of after) settle();
  }

  /** In a savepoint of its own. */
  #makeOne({ make, reject }: Waiting): () => void {
    try {
      return this.#db.transaction(make)();
    } catch (error) {
      return () => reject(asError(error));
    }
  }
}
