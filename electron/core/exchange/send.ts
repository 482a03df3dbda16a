import { isCause, type CauseCode } from '../../../shared/api/causes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { failureOf, readOntvangstbevestiging, type MeldingOutcome } from './answer.ts';
import { TransportError } from './cause.ts';
import { refreshInschrijving } from './state.ts';
import { MAX_CONNECTIONS, type BronTransport } from './transport.ts';

interface Outgoing {
  id: number;
  /** None for a verzoek. */
  inschrijving_id: number | null;
  state: 'opgesteld' | 'onzeker';
  body: Buffer;
  attempts: number;
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
/** So many uncertain answers in a row, and the run ends: something is wrong with the line, not with a message. */
const UNCERTAIN_IN_A_ROW = 4;
/** Causes that say nothing of other messages, nor of the line. */
const aboutOneMessage: ReadonlySet<string> = new Set<CauseCode>(['message-too-large', 'signaal-359']);
export const isAboutOneMessage = (code: string): boolean => aboutOneMessage.has(code);
/** Refusals that concern every message alike. */
const STOPPING_REFUSALS = new Set(['366', '360']);

/** What can go out now of the messages with these numbers: drafted ones, and uncertain ones whose pause is over. */
export function outgoing(
  { db, clock }: Administration,
  { numbers, uncertainOnly }: { numbers: readonly number[]; uncertainOnly: boolean },
): Outgoing[] {
  const now = clock.now();
  // No pause is longer: a later moment was noted before the clock was set back, and would make the pause endless.
  const latest = new Date(now.getTime() + 60 * 60_000);
  return db
    .prepare<[string, number, string, string], Outgoing>(
      `SELECT id, inschrijving_id, state, body, attempts FROM bericht
       WHERE nr IN (SELECT value FROM json_each(?)) AND ((state = 'opgesteld' AND ? = 0) OR (state = 'onzeker' AND (next_attempt_at <= ? OR next_attempt_at > ?))) ORDER BY id`,
    )
    .all(JSON.stringify(numbers), uncertainOnly ? 1 : 0, now.toISOString(), latest.toISOString());
}

/** Whether BRON has yet to answer a message: now, or with a terugkoppeling. */
export const isAwaiting = (db: Connection): boolean =>
  db
    .prepare("SELECT 1 FROM bericht WHERE state IN ('verzonden', 'onzeker', 'in behandeling') AND nr IN (3, 5) LIMIT 1")
    .get() !== undefined;

/** At start-up: what was under way when the program ended may or may not have arrived. */
export function recoverInterrupted({ db, clock }: Administration): void {
  db.transaction(() => {
    const rows = db
      .prepare<[string], { inschrijving_id: number | null }>(
        "UPDATE bericht SET state = 'onzeker', next_attempt_at = ? WHERE nr IN (3, 5) AND state = 'verzonden' RETURNING inschrijving_id",
      )
      .all(clock.now().toISOString());
    for (const { inschrijving_id: id } of rows) if (id !== null) refreshInschrijving(db, clock, id);
  }).immediate();
}

/** Sends a list of messages over at most four connections; each state is committed before its bytes leave. */
export class Sender {
  readonly #administration: Administration;
  readonly #transport: BronTransport;
  readonly #report: SendReport = {
    counts: { 'in behandeling': 0, geweigerd: 0, onzeker: 0, 'not sent': 0 },
    problems: [],
  };
  #uncertainInARow = 0;
  #halted = false;

  constructor(administration: Administration, transport: BronTransport) {
    this.#administration = administration;
    this.#transport = transport;
  }

  async send(
    messages: readonly Outgoing[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<SendReport> {
    const queue = [...messages];
    let done = 0;
    const work = async () => {
      for (let message = queue.shift(); message && !signal.aborted && !this.#halted; message = queue.shift()) {
        const result = await this.#sendOne(message);
        this.#report.counts[result] += 1;
        done += 1;
        onProgress(done);
      }
    };
    await Promise.all(Array.from({ length: MAX_CONNECTIONS }, work));
    return this.#report;
  }

  async #sendOne(message: Outgoing): Promise<SendResult> {
    if (!this.#markSent(message)) return 'not sent';
    const uncertain = message.state === 'onzeker';
    try {
      const answer = await this.#transport.post(message.body.toString('utf8'));
      const outcome = readOntvangstbevestiging(answer, uncertain, this.#transport.failed);
      return this.#settle(message, outcome);
    } catch (error) {
      return this.#fail(message, error);
    }
  }

  /** False when the message was replaced since the run took it up: then it must not leave. */
  #markSent(message: Outgoing): boolean {
    const { db, clock } = this.#administration;
    return db
      .transaction(() => {
        const { changes } = db
          .prepare(
            "UPDATE bericht SET state = 'verzonden', sent_at = ?, attempts = attempts + 1, next_attempt_at = NULL WHERE id = ? AND state = ?",
          )
          .run(clock.now().toISOString(), message.id, message.state);
        this.#refresh(message);
        return changes === 1;
      })
      .immediate();
  }

  #refresh({ inschrijving_id: id }: Outgoing): void {
    const { db, clock } = this.#administration;
    if (id !== null) refreshInschrijving(db, clock, id);
  }

  #settle(message: Outgoing, outcome: MeldingOutcome): SendResult {
    if (outcome.kind !== 'again') this.#uncertainInARow = 0;
    switch (outcome.kind) {
      case 'in behandeling':
      case 'known':
        this.#commit(message, 'in behandeling');
        return 'in behandeling';
      case 'geweigerd':
        this.#commit(message, 'geweigerd', outcome.code);
        this.#noteSignaal(outcome.code);
        if (STOPPING_REFUSALS.has(outcome.code)) this.#halted = true;
        return 'geweigerd';
      case 'again':
        this.#noteSignaal(outcome.code);
        return this.#uncertain(message, outcome.code);
    }
  }

  #fail(message: Outgoing, error: unknown): SendResult {
    const problem = failureOf(error);
    this.#note(problem);
    if (error instanceof TransportError && !error.perhapsReceived) {
      // It is certain that nothing left in this attempt; an earlier, uncertain one stays uncertain.
      if (message.state === 'onzeker') this.#postpone(message, problem.code);
      else this.#commit(message, 'opgesteld', problem.code);
      if (!isAboutOneMessage(problem.code)) this.#halted = true;
      return message.state === 'onzeker' ? 'onzeker' : 'not sent';
    }
    return this.#uncertain(message, problem.code);
  }

  #uncertain(message: Outgoing, code: string): SendResult {
    this.#postpone(message, code);
    this.#uncertainInARow += 1;
    if (this.#uncertainInARow >= UNCERTAIN_IN_A_ROW) this.#halted = true;
    return 'onzeker';
  }

  /** A signaal that says something of more than one melding is a problem of the run. */
  #noteSignaal(code: string): void {
    const cause = `signaal-${code}`;
    if (isCause(cause)) this.#note(this.#transport.failed(cause).failure);
  }

  #note(problem: LasFailure): void {
    const { problems } = this.#report;
    if (!problems.some(({ code }) => code === problem.code)) problems.push(problem);
  }

  #postpone(message: Outgoing, code: string): void {
    const minutes = RETRY_MINUTES[Math.min(message.attempts, RETRY_MINUTES.length - 1)] ?? 60;
    const next = new Date(this.#administration.clock.now().getTime() + minutes * 60_000).toISOString();
    this.#commit(message, 'onzeker', code, next);
  }

  /** A terugkoppeling may have settled the message meanwhile; then it stays settled. */
  #commit(
    message: Outgoing,
    state: string,
    lastError: string | null = null,
    nextAttemptAt: string | null = null,
  ): void {
    const { db, clock } = this.#administration;
    db.transaction(() => {
      db.prepare(
        "UPDATE bericht SET state = ?, answered_at = ?, last_error = ?, next_attempt_at = ? WHERE id = ? AND state = 'verzonden'",
      ).run(state, clock.now().toISOString(), lastError, nextAttemptAt, message.id);
      this.#refresh(message);
    }).immediate();
  }
}
