import type { Administration } from '../context.ts';
import { countBoth, type Counted } from './counting.ts';

/** A person goes to and fro between a date and the one before it. */
const KEPT = 4;

/** Keeps the last countings as long as nothing has changed: a person looks at one from several sides. */
export class Countings {
  readonly #administration: Administration;
  readonly #kept = new Map<string, Promise<Counted>>();
  #stamp = '';

  constructor(administration: Administration) {
    this.#administration = administration;
  }

  on(peildatum: string): Promise<Counted> {
    const stamp = this.#now();
    if (stamp !== this.#stamp) this.#kept.clear();
    this.#stamp = stamp;
    const known = this.#kept.get(peildatum);
    if (known) return known;
    const counted = countBoth(this.#administration, peildatum);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(peildatum, counted);
    counted.catch(() => this.#kept.delete(peildatum));
    return counted;
  }

  /** Changes with every change of the data, by whatever connection, and with the day. */
  #now(): string {
    const { db, clock } = this.#administration;
    const changes = db.prepare<[], number>('SELECT total_changes()').pluck().get();
    return `${String(changes)} ${String(db.pragma('data_version', { simple: true }))} ${clock.now().toISOString().slice(0, 10)}`;
  }
}
