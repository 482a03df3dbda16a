import { randomInt } from 'node:crypto';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';

const SERIES_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const SERIES_LENGTH = 4;
const COUNTER_LENGTH = 10;
const POLL_LENGTH = 16;
const YEAR_MS = 366n * 86_400_000n;
/** Numbers this near to a millisecond count were made from the same clock. */
const NEAR_MS = 7n * 86_400_000n;

const read = (db: Connection, name: string) =>
  db.prepare<[string], { value: string }>('SELECT value FROM sequence WHERE name = ?').get(name)?.value;

const write = (db: Connection, name: string, value: string) =>
  db
    .prepare('INSERT INTO sequence (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value);

/**
 * Draws the random series that keeps the berichtidentificaties of administrations with the same BRIN apart (PvE 4.2.2).
 * Once at creation and again at every restore or move.
 */
export function drawSeries(db: Connection): void {
  const series = Array.from(
    { length: SERIES_LENGTH },
    () => SERIES_CHARACTERS[randomInt(SERIES_CHARACTERS.length)],
  ).join('');
  write(db, 'melding.series', series);
}

/** The next berichtidentificatie of a melding: aanleverpunt (2), series (4), counter (10). Call it inside the transaction that drafts the message. */
export function nextMeldingId(db: Connection, aanleverpunt: string): string {
  const counter = Number(read(db, 'melding.counter') ?? '0') + 1;
  write(db, 'melding.counter', String(counter));
  return `${aanleverpunt}${read(db, 'melding.series') ?? ''}${String(counter).padStart(COUNTER_LENGTH, '0')}`;
}

/** The berichtidentificatie of bericht 6 that is in force: stays the same until its bundle has been committed (PvE 5.6.7). */
export function currentPollId(db: Connection, clock: Clock): string {
  const current = read(db, 'verzoek.current');
  if (current) return current;
  raisePollId(db, clock);
  return read(db, 'verzoek.current') ?? '';
}

/**
 * Raises it when BRON refuses it as too low (396): to a millisecond count, or by a year when it was about as high as that. Whoever asked
 * under a higher number (a copy of this administration, a clock that was ahead) has had the bundles before it.
 */
export function raiseRefusedPollId(db: Connection, clock: Clock): void {
  const last = BigInt(read(db, 'verzoek.current') ?? '0');
  const count = BigInt(clock.now().getTime());
  // A clock that runs on would otherwise stay behind BRON's number at every new verzoek.
  write(db, 'verzoek.current', String(count - last > NEAR_MS ? count : last + YEAR_MS).padStart(POLL_LENGTH, '0'));
}

/** Raises it to the larger of last + 1 and a millisecond count, which confirms the previous bundle. Call it in the transaction that commits the bundle. */
export function raisePollId(db: Connection, clock: Clock): void {
  const last = BigInt(read(db, 'verzoek.current') ?? '0');
  const count = BigInt(clock.now().getTime());
  const next = last + 1n > count ? last + 1n : count;
  write(db, 'verzoek.current', String(next).padStart(POLL_LENGTH, '0'));
}
