import { isCause, type CauseCode } from '../../../shared/api/causes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { failureOf, readOntvangstbevestiging, type MeldingOutcome } from './answer.ts';
import { TransportError } from './cause.ts';
import { CommitGroup } from './commitGroup.ts';
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
/** Causes that say nothing of other messages, nor of the line. */
const aboutOneMessage: ReadonlySet<string> = new Set<CauseCode>(['message-too-large', 'signaal-359']);
export const isAboutOneMessage = (code: string): boolean => aboutOneMessage.has(code);
/** Refusals that concern every message alike. */
const STOPPING_REFUSALS = new Set(['366', '360']);

/** So many messages are stored as sent in one commit, before the first of them leaves. */
const MARKED_AHEAD = 2 * MAX_CONNECTIONS;
/** An answer that is not stored when the program is killed comes again as 396; answers within this time are stored together. */
const ANSWERS_WITHIN_MS = 20;

/** What can go out now of the messages with these numbers: drafted ones, and uncertain ones whose pause is over. */
export function outgoing(
  { db, clock }: Administration,
  { numbers, uncertainOnly }: { numbers: readonly number[]; uncertainOnly: boolean },
): Outgoing[] {
  const now = clock.now().toISOString();
  // What was sent later than now was sent before the clock was set back: its pause would be endless.
  return db
    .prepare<[string, number, string, string], Outgoing>(
      `SELECT id, inschrijving_id, state, body, attempts, sent_at, next_attempt_at, bron_day FROM bericht
       WHERE nr IN (SELECT value FROM json_each(?)) AND ((state = 'opgesteld' AND ? = 0) OR (state = 'onzeker' AND (next_attempt_at <= ? OR sent_at > ?))) ORDER BY id`,
    )
    .all(JSON.stringify(numbers), uncertainOnly ? 1 : 0, now, now);
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

/** What an attempt makes of a message. */
interface Committed {
  state: BerichtState;
  lastError?: string;
  nextAttemptAt?: string;
  bronDay?: string | undefined;
}

/**
 * Sends a list of messages, of which no two are of one inschrijving, over at most four connections. Each is committed as sent before
 * its bytes leave, and each answer before the run ends.
 */
export class Sender {
  readonly #administration: Administration;
  readonly #transport: BronTransport;
  readonly #commits: CommitGroup;
  readonly #report: SendReport = {
    counts: { 'in behandeling': 0, geweigerd: 0, onzeker: 0, 'not sent': 0 },
    problems: [],
  };
  /** Committed as sent, and still here. */
  readonly #marked: Outgoing[] = [];
  readonly #commitsUnderWay: Promise<unknown>[] = [];
  #marking: Promise<void> | undefined;
  #uncertainInARow = 0;
  #halted = false;

  constructor(administration: Administration, transport: BronTransport) {
    this.#administration = administration;
    this.#transport = transport;
    this.#commits = new CommitGroup(administration.db);
  }

  async send(
    messages: readonly Outgoing[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<SendReport> {
    const queue = [...messages];
    let done = 0;
    const count = (result: SendResult) => {
      this.#report.counts[result] += 1;
      done += 1;
      onProgress(done);
    };
    const goesOn = () => !signal.aborted && !this.#halted;
    const work = async () => {
      for (let message = await this.#next(queue, goesOn, count); message;) {
        const answered = await this.#post(message);
        this.#track(answered().then(count));
        message = await this.#next(queue, goesOn, count);
      }
    };
    const workers = await Promise.allSettled(Array.from({ length: MAX_CONNECTIONS }, work));
    const outcomes = [...workers, ...(await Promise.allSettled(this.#commitsUnderWay))];
    if (this.#marked.length > 0) await this.#putBack();
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return this.#report;
  }

  /** What cannot be committed ends the run. */
  #track(commit: Promise<unknown>): void {
    this.#commitsUnderWay.push(commit);
    commit.catch(() => {
      this.#halted = true;
    });
  }

  /** The next message that may leave; undefined when there is none any more, or the run ends. */
  async #next(
    queue: Outgoing[],
    goesOn: () => boolean,
    count: (result: SendResult) => void,
  ): Promise<Outgoing | undefined> {
    while (goesOn()) {
      if (!this.#marking && this.#marked.length < MAX_CONNECTIONS && queue.length > 0) {
        const batch = queue.splice(0, MARKED_AHEAD);
        this.#marking = this.#markSent(batch).then((marked) => {
          this.#marking = undefined;
          this.#marked.push(...marked);
          for (let unmarked = batch.length - marked.length; unmarked > 0; unmarked -= 1) count('not sent');
        });
        this.#track(this.#marking);
      }
      const message = this.#marked.shift();
      if (message || !this.#marking) return message;
      await this.#marking;
    }
    return undefined;
  }

  /** Posts a message; gives what to do with the answer, or with its absence. */
  async #post(message: Outgoing): Promise<() => Promise<SendResult>> {
    const uncertain = message.state === 'onzeker';
    try {
      const answer = await this.#transport.post(message.body.toString('utf8'));
      const outcome = readOntvangstbevestiging(answer, uncertain, this.#transport.failed);
      return () => this.#settle(message, outcome);
    } catch (error) {
      return () => this.#fail(message, error);
    }
  }

  /** Gives those that may leave: one that was replaced since the run took it up must not. */
  #markSent(batch: readonly Outgoing[]): Promise<Outgoing[]> {
    const { db, clock } = this.#administration;
    const mark = db.prepare(
      "UPDATE bericht SET state = 'verzonden', sent_at = ?, attempts = attempts + 1, next_attempt_at = NULL, bron_day = NULL WHERE id = ? AND state = ?",
    );
    return this.#commits.commit(() => {
      const at = clock.now().toISOString();
      const marked = batch.filter(({ id, state }) => mark.run(at, id, state).changes === 1);
      for (const message of marked) this.#refresh(message);
      return marked;
    }, 0);
  }

  /** The run ended before these left: they are again what they were. */
  #putBack(): Promise<void> {
    const restore = this.#administration.db.prepare(
      `UPDATE bericht SET state = ?, sent_at = ?, next_attempt_at = ?, attempts = ?, bron_day = ? WHERE id = ? AND state = 'verzonden'`,
    );
    return this.#commits.commit(() => {
      for (const message of this.#marked.splice(0)) {
        const { id, state, sent_at: sentAt, next_attempt_at: nextAttemptAt, attempts, bron_day: bronDay } = message;
        restore.run(state, sentAt, nextAttemptAt, attempts, bronDay, id);
        this.#refresh(message);
      }
    }, 0);
  }

  #refresh({ inschrijving_id: id }: Outgoing): void {
    const { db, clock } = this.#administration;
    if (id !== null) refreshBronState(db, clock, id);
  }

  async #settle(message: Outgoing, outcome: MeldingOutcome): Promise<SendResult> {
    if (outcome.kind !== 'again') this.#uncertainInARow = 0;
    switch (outcome.kind) {
      case 'in behandeling':
        await this.#commit(message, { state: 'in behandeling', bronDay: outcome.day });
        return 'in behandeling';
      case 'known':
        await this.#commit(message, { state: 'in behandeling' });
        return 'in behandeling';
      case 'geweigerd':
        this.#noteSignaal(outcome.code);
        if (STOPPING_REFUSALS.has(outcome.code)) this.#halted = true;
        await this.#commit(message, { state: 'geweigerd', lastError: outcome.code });
        return 'geweigerd';
      case 'again':
        this.#noteSignaal(outcome.code);
        return this.#uncertain(message, outcome.code);
    }
  }

  async #fail(message: Outgoing, error: unknown): Promise<SendResult> {
    const problem = failureOf(error);
    this.#note(problem);
    if (error instanceof TransportError && !error.perhapsReceived) {
      // It is certain that nothing left in this attempt; an earlier, uncertain one stays uncertain.
      if (!isAboutOneMessage(problem.code)) this.#halted = true;
      if (message.state === 'onzeker') await this.#postpone(message, problem.code);
      else await this.#commit(message, { state: 'opgesteld', lastError: problem.code });
      return message.state === 'onzeker' ? 'onzeker' : 'not sent';
    }
    return this.#uncertain(message, problem.code);
  }

  async #uncertain(message: Outgoing, code: string): Promise<SendResult> {
    this.#uncertainInARow += 1;
    if (this.#uncertainInARow >= UNCERTAIN_IN_A_ROW) this.#halted = true;
    await this.#postpone(message, code, LONG_PAUSE_MINUTES);
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

  /** `afterMany`: the pause once there were many attempts. */
  #postpone(message: Outgoing, lastError: string, afterMany = 60): Promise<void> {
    const minutes = message.attempts < MANY_ATTEMPTS ? (RETRY_MINUTES[message.attempts] ?? 60) : afterMany;
    const nextAttemptAt = new Date(this.#administration.clock.now().getTime() + minutes * 60_000).toISOString();
    return this.#commit(message, { state: 'onzeker', lastError, nextAttemptAt });
  }

  /** A terugkoppeling may have settled the message meanwhile; then it stays settled. */
  #commit(message: Outgoing, { state, lastError, nextAttemptAt, bronDay }: Committed): Promise<void> {
    const { db, clock } = this.#administration;
    return this.#commits.commit(() => {
      db.prepare(
        "UPDATE bericht SET state = ?, answered_at = ?, last_error = ?, next_attempt_at = ?, bron_day = ? WHERE id = ? AND state = 'verzonden'",
      ).run(state, clock.now().toISOString(), lastError ?? null, nextAttemptAt ?? null, bronDay ?? null, message.id);
      this.#refresh(message);
    }, ANSWERS_WITHIN_MS);
  }
}
