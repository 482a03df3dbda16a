/** Counts what happened in a run, and writes it down in order, to find out why one went wrong. */
export class Tally {
  readonly diary: string[] = [];
  readonly #done = new Map<string, number>();
  readonly #refused = new Map<string, number>();

  count(what: string, times = 1): void {
    this.#done.set(what, (this.#done.get(what) ?? 0) + times);
  }

  /** The program said no, which a person may hear. */
  refused(operation: string, code: string): void {
    const what = `${operation} ${code}`;
    this.#refused.set(what, (this.#refused.get(what) ?? 0) + 1);
  }

  of(what: string): number {
    return this.#done.get(what) ?? 0;
  }

  /** Everything, one line a subject. */
  lines(): string[] {
    const list = (counts: Map<string, number>) =>
      [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, times]) => `${what} ${times}`)
        .join(', ');
    return [`done: ${list(this.#done)}`, `refused: ${list(this.#refused)}`];
  }
}
