import { isCause } from '../../../shared/api/causes.ts';
import { failure, LasError } from '../../../shared/api/errors.ts';
import { emptyRunResult, type RunProgress, type RunResult } from '../../../shared/api/exchange.ts';
import { momentInNetherlands } from '../../../shared/domain/clock.ts';
import type { Tasks } from '../../../shared/domain/schedule.ts';
import type { Administration } from '../context.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import { giveWay } from '../giveWay.ts';
import { failureOf } from './answer.ts';
import { endComparing } from './compareFirst.ts';
import { noteInterrupted, noteRunBegun, noteRunEnded, readLastRun } from './lastRun.ts';
import { draftIdentifications } from './identify.ts';
import { draftKeyData } from './keyData.ts';
import { openLine, type LineOptions } from './line.ts';
import { draftBericht, lapseUndone, toDeliver } from './outbox.ts';
import { readHold, refuseWhileHeld, sendable } from './hold.ts';
import { markExchange, nextPollAt, pollOnce } from './poll.ts';
import { processBundles } from './process.ts';
import { emptyReport } from './terugkoppeling.ts';
import { questionsUnasked, draftVerzoeken, type Asked } from './registratieoverzicht.ts';
import { isAboutOneMessage, isDue, outgoing, postponeDue, recoverInterrupted, Sender, type Due } from './send.ts';
import { endHoldWhenKnown } from './toKnow.ts';
import type { BronTransport } from './transport.ts';
import { isPaused, noteAttempt } from './unattended.ts';
import { deliveryNow } from './voorcontrole.ts';

type Kind = RunResult['kind'];
type Work = (result: RunResult, transport: BronTransport, signal: AbortSignal) => Promise<void>;

/** In one transaction, of some 15 ms. */
const DRAFTS_PER_SLICE = 10;
const PROGRESS_INTERVAL_MS = 200;
/** How many higher numbers are tried at once when BRON refuses that of a verzoek terugkoppeling as too low. */
const NUMBERS_TRIED = 2;
const ROUND = 'exchange.round';
/** Activity of a run while meldingen leave. */
export const SENDING = 'Meldingen worden verstuurd.';

/** Runs the exchange with BRON, one run at a time: drafting and sending, or asking for terugkoppelingen until there are none. */
export class ExchangeRunner {
  readonly #administration: Administration;
  readonly #line: LineOptions;
  #running: { progress: RunProgress; abort: AbortController; ended: Promise<unknown> } | undefined;
  /** What the program takes up by itself after unlocking; a button that is pressed meanwhile waits for it. */
  #resuming: Promise<void> | undefined;
  #stops = 0;
  #lastEmit = 0;

  constructor(administration: Administration, line: LineOptions) {
    this.#administration = administration;
    this.#line = line;
  }

  get running(): RunProgress | undefined {
    return this.#running?.progress;
  }

  get lastResult(): RunResult | undefined {
    return readLastRun(this.#administration);
  }

  /** Ends the run after the messages under way; one that still waits does not begin. */
  stop(): void {
    this.#stops += 1;
    this.#running?.abort.abort();
  }

  /** Resolves when no run is going on. */
  async settled(): Promise<void> {
    await this.#running?.ended;
  }

  /** Takes up what an interrupted program left: messages of which the answer is unknown, bundles that were not processed. */
  async resume(): Promise<void> {
    this.#resuming = this.#exclusive('terugkoppelingen', async () => {
      noteInterrupted(this.#administration);
      recoverInterrupted(this.#administration);
      await processBundles(this.#administration, emptyReport());
      this.#endHold();
    });
    try {
      await this.#resuming;
    } finally {
      this.#resuming = undefined;
    }
  }

  /** Delivers everything that BRON does not have as it is here. */
  async send(): Promise<RunResult> {
    refuseWhileHeld(this.#administration.db);
    endComparing(this.#administration.db);
    return this.#run('versturen', async (result, transport, signal) => {
      await this.#draftAll(result, signal);
      await this.#sendAll(result, transport, signal, {
        numbers: sendable(this.#administration.db),
        uncertainOnly: false,
      });
    });
  }

  /**
   * Asks BRON what it has registered on a day, or of all pupils on the days that are missing; the answer comes with the terugkoppelingen.
   * @throws LasError not-found, overzicht-without-number
   */
  requestRegistratieoverzicht(asked: Asked = {}): Promise<RunResult> {
    return this.#run('registratieoverzicht', async (result, transport, signal) => {
      draftVerzoeken(this.#administration, asked);
      await this.#sendAll(result, transport, signal, { numbers: [5], uncertainOnly: false });
      this.#endHold();
    });
  }

  /**
   * Asks BRON for the number of these pupils (bericht 1), or of all whose number it has not confirmed; the answers come with the
   * terugkoppelingen. @throws LasError sending-held, identify-nobody, identify-incomplete, identify-under-way
   */
  identify(leerlingIds?: readonly number[]): Promise<RunResult> {
    refuseWhileHeld(this.#administration.db);
    return this.#run('identificatie', async (result, transport, signal) => {
      draftIdentifications(this.#administration, leerlingIds);
      await this.#sendAll(result, transport, signal, { numbers: [1], uncertainOnly: false });
    });
  }

  /**
   * Offers uncertain messages again whose pause is over, with those of which a run could not note what came of them. Does nothing when
   * there are none, a run is going on, or only a person can take away why the last run failed.
   */
  async retryUncertain(): Promise<void> {
    if (this.#running) return;
    recoverInterrupted(this.#administration);
    const which = { numbers: sendable(this.#administration.db), uncertainOnly: true };
    if (!isDue(this.#administration, which) || isPaused(this.#administration)) return;
    const work: Work = async (result, transport, signal) => {
      await this.#sendAll(result, transport, signal, which);
      if (!signal.aborted) postponeDue(this.#administration, which);
    };
    await this.#run('versturen', work, { between: true });
  }

  /** Asks for terugkoppelingen until an empty answer. @throws LasError poll-too-early */
  async requestTerugkoppelingen(): Promise<RunResult> {
    this.#refuseEarlyPoll();
    return this.#run('terugkoppelingen', (result, transport, signal) => this.#pollAll(result, transport, signal));
  }

  /** One verzoek terugkoppeling; what it brings is processed like any other bundle (Stappenplan step 9). @throws LasError poll-too-early */
  async testCertificate(): Promise<RunResult> {
    this.#refuseEarlyPoll();
    return this.#run('test certificaat', async (result, transport) => {
      await this.#poll(result, transport);
    });
  }

  /** A run of the schedule: delivers, or asks what BRON has while sending is held, and then asks for terugkoppelingen. */
  runUnattended({ send, poll }: Tasks): Promise<RunResult> {
    const held = readHold(this.#administration.db) !== undefined;
    return this.#run(held && send ? 'registratieoverzicht' : 'automatisch', async (result, transport, signal) => {
      if (send) {
        if (held) this.#draftUnasked();
        else await this.#draftAll(result, signal);
        const numbers = sendable(this.#administration.db);
        await this.#sendAll(result, transport, signal, { numbers, uncertainOnly: false });
        this.#endHold();
      }
      // On a line that failed just now the next message would only fail again.
      if (poll && result.problems.every(({ code }) => isAboutOneMessage(code)))
        await this.#pollAll(result, transport, signal);
    });
  }

  #refuseEarlyPoll(): void {
    const next = nextPollAt(this.#administration);
    if (!next) return;
    throw new LasError('poll-too-early', { moment: momentInNetherlands(next) });
  }

  async #pollAll(result: RunResult, transport: BronTransport, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.#poll(result, transport))) this.#progress({ done: result.received });
    this.#endHold();
  }

  /** Whom it was about may be here no longer, or cannot be asked about: then no answer says that all is known. */
  #endHold(): void {
    const { db } = this.#administration;
    if (readHold(db)) db.transaction(() => endHoldWhenKnown(this.#administration)).immediate();
  }

  async #poll(result: RunResult, transport: BronTransport): Promise<boolean> {
    const report = emptyReport();
    try {
      let outcome = await pollOnce(this.#administration, transport, report);
      for (let again = 0; again < NUMBERS_TRIED && outcome.kind === 'refused' && outcome.raised; again += 1)
        outcome = await pollOnce(this.#administration, transport, report);
      if (outcome.kind === 'refused') {
        const { code, omschrijving, raised } = outcome;
        const cause = `signaal-${code}`;
        result.problems.push(
          isCause(cause)
            ? transport.failed(cause).failure
            : failure(raised ? 'poll-number-raised' : 'poll-refused', { code, omschrijving }),
        );
      }
      const next = nextPollAt(this.#administration);
      if (outcome.kind === 'empty' && next) result.nextPollAt = next.toISOString();
      return outcome.kind === 'bundle';
    } finally {
      for (const key of [
        'received',
        'geregistreerd',
        'metSignaal',
        'afgekeurd',
        'removed',
        'corrected',
        'proposals',
        'registratieoverzichten',
        'verzoekenAfgekeurd',
        'unmatched',
      ] as const)
        result[key] += report[key];
    }
  }

  #draftUnasked(): void {
    for (const question of questionsUnasked(this.#administration)) draftVerzoeken(this.#administration, question);
  }

  async #draftAll(result: RunResult, signal: AbortSignal): Promise<void> {
    const { db, clock } = this.#administration;
    const round = (readSetting<number>(db, ROUND) ?? 0) + 1;
    writeSetting(db, ROUND, round);
    lapseUndone(this.#administration);
    const waiting = draftKeyData(this.#administration);
    const due = toDeliver(db);
    const candidates = due.filter((id) => !waiting.has(id));
    result.waiting += due.length - candidates.length;
    for (let start = 0; start < candidates.length && !signal.aborted; start += DRAFTS_PER_SLICE) {
      const slice = candidates.slice(start, start + DRAFTS_PER_SLICE);
      const draft = db.transaction(() => {
        const delivery = deliveryNow(db, clock);
        return slice.map((id) => draftBericht(this.#administration, id, round, delivery));
      });
      const states = draft.immediate();
      result.tegengehouden += states.filter((state) => state === 'tegengehouden').length;
      result.waiting += states.filter((state) => state === 'waiting').length;
      this.#progress({
        done: start,
        total: candidates.length,
        activity: 'Meldingen worden opgesteld en gecontroleerd.',
      });
      await giveWay();
    }
  }

  async #sendAll(result: RunResult, transport: BronTransport, signal: AbortSignal, which: Due): Promise<void> {
    const messages = outgoing(this.#administration, which);
    this.#progress({ done: 0, total: messages.length, activity: SENDING });
    const sender = new Sender(this.#administration, transport);
    try {
      await sender.send(messages, signal, (done) => this.#progress({ done }));
    } finally {
      const { counts, problems } = sender.report;
      result.sent += counts['in behandeling'] + counts.geweigerd + counts.onzeker;
      result.geweigerd += counts.geweigerd;
      result.onzeker += counts.onzeker;
      result.problems.push(...problems);
    }
    if (result.sent > 0) markExchange(this.#administration);
  }

  /** One run at a time. @throws LasError run-active */
  async #exclusive<T>(kind: Kind, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running) throw new LasError('run-active');
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    this.#running = {
      progress: { kind, done: 0, total: 0, activity: 'Er wordt verbinding gemaakt met BRON.' },
      abort,
      ended,
    };
    this.#administration.emit('exchange.progress', this.#running.progress);
    try {
      return await work(abort.signal);
    } finally {
      this.#running = undefined;
      end(undefined);
      this.#administration.emit('data.changed', { topics: ['leerlingen', 'exchange'] });
    }
  }

  async #run(kind: Kind, work: Work, { between = false } = {}): Promise<RunResult> {
    if (this.#resuming) {
      const stops = this.#stops;
      // Its failure is told by who called it.
      await Promise.allSettled([this.#resuming]);
      if (stops !== this.#stops) return { ...emptyRunResult(kind), stopped: true };
    }
    return this.#exclusive(kind, async (signal) => {
      const result = emptyRunResult(kind);
      noteRunBegun(this.#administration, kind);
      let transport: BronTransport | undefined;
      try {
        recoverInterrupted(this.#administration);
        await processBundles(this.#administration, emptyReport());
        transport = await openLine(this.#administration, this.#line);
        await work(result, transport, signal);
      } catch (error) {
        // A run that got nowhere fails as an operation; one that did something says how far it came.
        if (result.sent + result.received + result.tegengehouden === 0) {
          noteRunEnded(this.#administration, undefined);
          noteAttempt(this.#administration, { problems: [failureOf(error)], answered: false, between });
          throw error;
        }
        result.problems.push(failureOf(error));
      } finally {
        transport?.close();
      }
      result.at = this.#administration.clock.now().toISOString();
      result.stopped = signal.aborted;
      const answered = result.sent > result.onzeker || result.received > 0 || result.nextPollAt !== undefined;
      noteRunEnded(this.#administration, result);
      noteAttempt(this.#administration, { problems: result.problems, answered, between });
      return result;
    });
  }

  #progress(change: Partial<RunProgress>): void {
    if (!this.#running) return;
    this.#running.progress = { ...this.#running.progress, ...change };
    const now = performance.now();
    if (now - this.#lastEmit < PROGRESS_INTERVAL_MS && change.activity === undefined) return;
    this.#lastEmit = now;
    this.#administration.emit('exchange.progress', this.#running.progress);
  }
}
