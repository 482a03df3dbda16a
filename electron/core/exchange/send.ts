import { isCause, type CauseCode } from '../../../shared/api/causes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { failureOf, readOntvangstbevestiging, type MeldingOutcome } from './answer.ts';
import { TransportError } from './cause.ts';
import { keyDataUnderWaySql } from './known.ts';
import { refreshBronState, refreshInschrijving } from './state.ts';
import { MAX_CONNECTIONS, type BronTransport } from './transport.ts';

interface Outgoing {
  id: number;
  /** None for a verzoek. */
  inschrijving_id: number | null;
  state: 'opgesteld' | 'onzeker';
  body: Buffer;
  attempts: number;
  sent_at: string | null;
  next_attempt_at: string | null;
  bron_day: string | null;
}

/** What became of one message in a run. */
export type SendResult = 'in behandeling' | 'geweigerd' | 'onzeker' | 'not sent';

export interface SendReport {
  counts: Record<SendResult, number>;
  /** Each cause once. */
  problems: LasFailure[];
}

/** Pauses before uncertain messages are offered again, in minutes: growing, then every hour. */
const RETRY_MINUTES = [1, 2, 4, 8, 15, 30, 60] as const;
/** After so many attempts, more than a day of them, something is wrong that time does not heal. */
const MANY_ATTEMPTS = 30;
/** Then BRON gets the rest in which a registratieoverzicht can show whether it has the message. */
const LONG_PAUSE_MINUTES = 2 * 24 * 60;
/** So many uncertain answers in a row, and the run ends: something is wrong with the line, not with a message. */
const UNCERTAIN_IN_A_ROW = 4;
/** How long uncertain messages wait that a run which ended early did not get to. */
const REST_MINUTES = 5;
/** Causes that say nothing of other messages, nor of the line. */
const aboutOneMessage: ReadonlySet<string> = new Set<CauseCode>(['message-too-large', 'signaal-359']);
export const isAboutOneMessage = (code: string): boolean => aboutOneMessage.has(code);
/** Refusals that concern every message alike. */
const STOPPING_REFUSALS = new Set(['366', '360']);
/** Each commit waits for the disk: so many messages are marked as sent in one, before the first of them leaves. */
const MARKED_AHEAD = 4 * MAX_CONNECTIONS;
/** An answer is committed with those that come within this time of the commit before it. One that was not, comes again (396). */
const TOGETHER_MS = 100;

/** Which messages: with these numbers, drafted ones and uncertain ones whose pause is over, or these only. */
export interface Due {
  numbers: readonly number[];
  uncertainOnly: boolean;
}

// What was sent later than now was sent before the clock was set back: its pause would be endless.
const dueSql = `nr IN (SELECT value FROM json_each(:numbers)) AND ((state = 'opgesteld' AND :uncertainOnly = 0 
    AND NOT (nr IN (3, 4) AND ${keyDataUnderWaySql('bericht.inschrijving_id')}))
  OR (state = 'onzeker' AND (next_attempt_at <= :now OR sent_at > :now)))`;

const dueAt = ({ clock }: Administration, { numbers, uncertainOnly }: Due) => ({
  numbers: JSON.stringify(numbers),
  uncertainOnly: uncertainOnly ? 1 : 0,
  now: clock.now().toISOString(),
});
type DueAt = ReturnType<typeof dueAt>;

/** What can go out now. */
export const outgoing = (administration: Administration, which: Due): Outgoing[] =>
  administration.db
    .prepare<[DueAt], Outgoing>(
      `SELECT id, inschrijving_id, state, body, attempts, sent_at, next_attempt_at, bron_day FROM bericht WHERE ${dueSql} ORDER BY id`,
    )
    .all(dueAt(administration, which));

/** Whether anything can go out now. */
export const isDue = (administration: Administration, which: Due): boolean =>
  administration.db
    .prepare<[DueAt]>(`SELECT 1 FROM bericht WHERE ${dueSql} LIMIT 1`)
    .get(dueAt(administration, which)) !== undefined;

/** Has what can go out now wait: something is wrong with the line, not with a message. */
export function postponeDue(administration: Administration, which: Due): void {
  const next = new Date(administration.clock.now().getTime() + REST_MINUTES * 60_000).toISOString();
  administration.db
    .prepare<[DueAt & { next: string }]>(`UPDATE bericht SET next_attempt_at = :next WHERE ${dueSql}`)
    .run({ ...dueAt(administration, which), next });
}

/** Whether BRON has yet to answer a message: now, or with a terugkoppeling. */
export const isAwaiting = (db: Connection): boolean =>
  db.prepare("SELECT 1 FROM bericht WHERE state IN ('verzonden', 'onzeker', 'in behandeling') LIMIT 1").get() !==
  undefined;

/** At start-up: what was under way when the program ended may or may not have arrived. */
export function recoverInterrupted({ db, clock }: Administration): void {
  db.transaction(() => {
    const rows = db
      .prepare<[string], { inschrijving_id: number | null }>(
        "UPDATE bericht SET state = 'onzeker', next_attempt_at = ? WHERE state = 'verzonden' RETURNING inschrijving_id",
      )
      .all(clock.now().toISOString());
    for (const { inschrijving_id: id } of rows) if (id !== null) refreshInschrijving(db, clock, id);
  }).immediate();
}

/** What an attempt makes of a message. */
interface Outcome {
  state: 'in behandeling' | 'geweigerd' | 'onzeker' | 'opgesteld';
  lastError?: string;
  nextAttemptAt?: string;
  bronDay?: string | undefined;
}

/**
 * Sends a list of messages over at most four connections. Each is committed as sent before its bytes leave; what came of it is committed
 * with marking the next ones.
 */
export class Sender {
  readonly #administration: Administration;
  readonly #transport: BronTransport;
  /** How far it came, also when sending failed. */
  readonly report: SendReport = {
    counts: { 'in behandeling': 0, geweigerd: 0, onzeker: 0, 'not sent': 0 },
    problems: [],
  };
  readonly #queue: Outgoing[] = [];
  /** Committed as sent, and still here. */
  readonly #marked: Outgoing[] = [];
  /** What came of messages and is not committed yet. */
  readonly #outcomes: { message: Outgoing; outcome: Outcome }[] = [];
  #committedAt = 0;
  #uncertainInARow = 0;
  #halted = false;

  constructor(administration: Administration, transport: BronTransport) {
    this.#administration = administration;
    this.#transport = transport;
  }

  /** Sends until nothing is left, the run is stopped, or the line fails. Throws what kept the administration from noting what it did. */
  async send(messages: readonly Outgoing[], signal: AbortSignal, onProgress: (done: number) => void): Promise<void> {
    this.#queue.push(...messages);
    let done = 0;
    const work = async () => {
      try {
        for (let message = this.#takeUp(signal); message; message = this.#takeUp(signal)) {
          this.#outcomes.push({ message, outcome: await this.#post(message) });
          done += 1;
          onProgress(done);
        }
      } finally {
        // Nothing is left, or it cannot be committed: the end for the other connections too.
        this.#halted = true;
      }
    };
    const connections = Array.from({ length: MAX_CONNECTIONS }, work);
    await Promise.allSettled(connections);
    try {
      // What could not be committed may be by now.
      this.#commit();
    } finally {
      // What still could not, counts as interrupted.
      this.report.counts.onzeker += this.#outcomes.length + this.#marked.length;
    }
    await Promise.all(connections);
  }

  /** Takes up the next message that may leave, and commits when it is time to; undefined when there is none any more, or the run ends. */
  #takeUp(signal: AbortSignal): Outgoing | undefined {
    if (signal.aborted) this.#halted = true;
    const together = performance.now() - this.#committedAt < TOGETHER_MS;
    if (this.#halted || this.#marked.length === 0 || !together) this.#commit();
    // None of those may leave: they were replaced.
    if (this.#marked.length === 0 && this.#queue.length > 0 && !this.#halted) return this.#takeUp(signal);
    return this.#marked.shift();
  }

  /** Commits what came of messages, and marks the next as sent, or puts back what is marked once the run ends. */
  #commit(): void {
    const leaving = this.#halted ? [] : this.#queue.slice(0, MARKED_AHEAD - this.#marked.length);
    const staying = this.#halted ? this.#marked.slice() : [];
    const marked = this.#administration.db
      .transaction(() => {
        for (const { message, outcome } of this.#outcomes) this.#store(message, outcome);
        for (const message of staying) this.#putBack(message);
        return leaving.filter((message) => this.#markSent(message));
      })
      .immediate();
    this.#committedAt = performance.now();
    this.#queue.splice(0, leaving.length);
    this.#marked.splice(0, staying.length);
    this.#marked.push(...marked);
    const { counts } = this.report;
    for (const { outcome } of this.#outcomes.splice(0))
      counts[outcome.state === 'opgesteld' ? 'not sent' : outcome.state] += 1;
    counts['not sent'] += leaving.length - marked.length;
  }

  async #post(message: Outgoing): Promise<Outcome> {
    try {
      const answer = await this.#transport.post(message.body.toString('utf8'));
      const outcome = readOntvangstbevestiging(answer, message.state === 'onzeker', this.#transport.failed);
      return this.#answered(message, outcome);
    } catch (error) {
      return this.#failed(message, error);
    }
  }

  /** False when the message was replaced since the run took it up: then it must not leave. */
  #markSent(message: Outgoing): boolean {
    const { db, clock } = this.#administration;
    const { changes } = db
      .prepare(
        "UPDATE bericht SET state = 'verzonden', sent_at = ?, attempts = attempts + 1, next_attempt_at = NULL, bron_day = NULL WHERE id = ? AND state = ?",
      )
      .run(clock.now().toISOString(), message.id, message.state);
    this.#refresh(message);
    return changes === 1;
  }

  /** The run ended before the message left: it is again what it was. */
  #putBack(message: Outgoing): void {
    this.#administration.db
      .prepare(
        `UPDATE bericht SET state = :state, sent_at = :sent_at, attempts = :attempts, next_attempt_at = :next_attempt_at, bron_day = :bron_day
         WHERE id = :id AND state = 'verzonden'`,
      )
      .run(message);
    this.#refresh(message);
  }

  #refresh({ inschrijving_id: id }: Outgoing): void {
    const { db, clock } = this.#administration;
    if (id !== null) refreshBronState(db, clock, id);
  }

  #answered(message: Outgoing, outcome: MeldingOutcome): Outcome {
    if (outcome.kind !== 'again') this.#uncertainInARow = 0;
    switch (outcome.kind) {
      case 'in behandeling':
        return { state: 'in behandeling', bronDay: outcome.day };
      case 'known':
        return { state: 'in behandeling' };
      case 'geweigerd':
        this.#noteSignaal(outcome.code);
        if (STOPPING_REFUSALS.has(outcome.code)) this.#halted = true;
        return { state: 'geweigerd', lastError: outcome.code };
      case 'again':
        this.#noteSignaal(outcome.code);
        return this.#uncertain(message, outcome.code);
    }
  }

  #failed(message: Outgoing, error: unknown): Outcome {
    const problem = failureOf(error);
    this.#note(problem);
    if (error instanceof TransportError && !error.perhapsReceived) {
      // It is certain that nothing left in this attempt; an earlier, uncertain one stays uncertain.
      if (!isAboutOneMessage(problem.code)) this.#halted = true;
      if (message.state === 'onzeker') return this.#postponed(message, problem.code);
      return { state: 'opgesteld', lastError: problem.code };
    }
    return this.#uncertain(message, problem.code);
  }

  #uncertain(message: Outgoing, code: string): Outcome {
    this.#uncertainInARow += 1;
    if (this.#uncertainInARow >= UNCERTAIN_IN_A_ROW) this.#halted = true;
    return this.#postponed(message, code, LONG_PAUSE_MINUTES);
  }

  /** A signaal that says something of more than one melding is a problem of the run. */
  #noteSignaal(code: string): void {
    const cause = `signaal-${code}`;
    if (isCause(cause)) this.#note(this.#transport.failed(cause).failure);
  }

  #note(problem: LasFailure): void {
    const { problems } = this.report;
    if (!problems.some(({ code }) => code === problem.code)) problems.push(problem);
  }

  /** `afterMany`: the pause once there were many attempts. */
  #postponed(message: Outgoing, lastError: string, afterMany = 60): Outcome {
    const minutes = message.attempts < MANY_ATTEMPTS ? (RETRY_MINUTES[message.attempts] ?? 60) : afterMany;
    const nextAttemptAt = new Date(this.#administration.clock.now().getTime() + minutes * 60_000).toISOString();
    return { state: 'onzeker', lastError, nextAttemptAt };
  }

  /** A terugkoppeling may have settled the message meanwhile; then it stays settled. */
  #store(message: Outgoing, { state, lastError, nextAttemptAt, bronDay }: Outcome): void {
    const { db, clock } = this.#administration;
    db.prepare(
      "UPDATE bericht SET state = ?, answered_at = ?, last_error = ?, next_attempt_at = ?, bron_day = ? WHERE id = ? AND state = 'verzonden'",
    ).run(state, clock.now().toISOString(), lastError ?? null, nextAttemptAt ?? null, bronDay ?? null, message.id);
    this.#refresh(message);
  }
}
