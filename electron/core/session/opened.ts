import type { OperationName } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { aansluitingHandlers } from '../aansluiting/handlers.ts';
import { readBrand } from '../hosting/brand.ts';
import { portsHandlers } from '../aansluiting/ports/handlers.ts';
import { PortTester } from '../aansluiting/ports/tester.ts';
import { backupHandlers } from '../backup/handlers.ts';
import { BackupKeeper } from '../backup/keeper.ts';
import type { BackupThread } from '../backup/thread.ts';
import { binHandlers } from '../bin/handlers.ts';
import { CertificateDrafts } from '../certificate/drafts.ts';
import { certificateHandlers } from '../certificate/handlers.ts';
import { CertificateKeeper } from '../certificate/keeper.ts';
import { soughtBy } from '../certificate/store.ts';
import { changesHandlers } from '../changes/handlers.ts';
import { Looks } from '../changes/looks.ts';
import { fundingHandlers } from '../counts/funding.ts';
import { reportsHandlers } from '../counts/reports.ts';
import { tellingenHandlers } from '../counts/handlers.ts';
import { dataFolder } from '../database/dataFolder.ts';
import { demoHandlers, type Demo } from '../demo/demo.ts';
import { diagnosticsHandlers } from '../diagnostics/handlers.ts';
import { disclosureHandlers } from '../disclosure/handlers.ts';
import { draftsHandlers } from '../drafts/handlers.ts';
import { enrolmentHandlers } from '../enrolment/handlers.ts';
import { everythingHandlers, EverythingDraft } from '../everything/handlers.ts';
import { ageingHandlers } from '../exchange/ageing.ts';
import { exchangeHandlers } from '../exchange/handlers.ts';
import type { LineOptions } from '../exchange/line.ts';
import { ExchangeRunner } from '../exchange/runner.ts';
import { Schedule, scheduleHandlers } from '../exchange/schedule.ts';
import { workHandlers } from '../exchange/workHandlers.ts';
import { proposalsHandlers } from '../proposals/handlers.ts';
import { exportHandlers } from '../export/handlers.ts';
import { ExportRunner } from '../export/job.ts';
import type { FileGrants } from '../files/grants.ts';
import { gezinHandlers } from '../gezin/handlers.ts';
import { groepenHandlers } from '../groepen/handlers.ts';
import { CsvDraft } from '../import/csv/drafts.ts';
import { csvHandlers } from '../import/csv/handlers.ts';
import { importHandlers } from '../import/handlers.ts';
import { ImportRunner } from '../import/runner.ts';
import { completenessHandlers } from '../leerlingen/completeness.ts';
import { leerlingenHandlers } from '../leerlingen/handlers.ts';
import type { Logger } from '../log/logger.ts';
import { mijnBronHandlers } from '../mijnBron/handlers.ts';
import { notesHandlers } from '../notes/handlers.ts';
import { registratieoverzichtHandlers } from '../registratieoverzicht/handlers.ts';
import { settingsHandlers } from '../school/handlers.ts';
import { schoolYearHandlers } from '../school/schoolYears.ts';
import { userHandlers } from '../users/handlers.ts';
import type { Keyring } from '../users/keyring.ts';
import { retentionHandlers } from '../retention/handlers.ts';
import { oefenklokHandlers, type Oefenklok } from './oefenklok.ts';
import type { OpenSession } from './session.ts';

/** An operation as a function of its parsed input. */
export type AnyHandler = (input: never) => unknown;

/** What the core lends to an open administration. */
export interface Surroundings {
  keyring: Keyring;
  files: FileGrants;
  thread: BackupThread;
  log: Logger;
  dataDir: string;
  resourcesDir: string;
  version: string;
  line: LineOptions;
  oefenklok: Oefenklok | undefined;
  demo: Demo | undefined;
  /** The database has shown itself damaged. */
  onDamaged: () => void;
}

/** An open administration with all that works on it; what it holds goes when it closes. */
export class Opened {
  readonly session: OpenSession;
  readonly runner: ExchangeRunner;
  readonly schedule: Schedule;
  readonly keeper: BackupKeeper;
  readonly #ports: PortTester;
  readonly #imports: ImportRunner;
  readonly #exporter: ExportRunner;
  readonly #looks: Looks;
  readonly #certificates: CertificateDrafts;
  readonly #certificateKeeper: CertificateKeeper;
  readonly #everything = new EverythingDraft();
  readonly #csv = new CsvDraft();
  /** Ends what is under way for longer. */
  readonly #closing = new AbortController();
  /** Operations under way; the database closes after them. */
  readonly #working = new Set<Promise<unknown>>();
  readonly #handlers: Record<string, AnyHandler>;

  constructor(session: OpenSession, around: Surroundings) {
    this.session = session;
    this.runner = new ExchangeRunner(session, around.line);
    this.schedule = new Schedule(session, this.runner);
    this.keeper = new BackupKeeper({
      thread: around.thread,
      folder: dataFolder(around.dataDir),
      clock: session.clock,
      version: around.version,
      administration: session,
      log: around.log,
      busy: () => this.runner.running !== undefined,
      onDamaged: around.onDamaged,
    });
    this.#ports = new PortTester(session, around.line);
    this.#imports = new ImportRunner({
      administration: session,
      connect: session.connect,
      checkpoint: async () => {
        const { db, key } = session;
        // Left undone it is done by one of the next saves: neither a lock nor a key waits for a long job that goes before it.
        if (!around.thread.idle) return;
        await around.thread.run({ kind: 'checkpoint', source: db.name, key }).catch(() => undefined);
      },
      exchanging: () => this.runner.running !== undefined,
    });
    this.#exporter = new ExportRunner(session.emit);
    this.#looks = new Looks(session, (code) => around.log.warn('look-not-noted', { code }));
    this.#certificates = new CertificateDrafts(() => soughtBy(session.db, session.clock));
    this.#certificateKeeper = new CertificateKeeper(session, around.log);
    this.#handlers = this.#handlersWith(around);
  }

  #handlersWith({ files, resourcesDir, ...around }: Surroundings): Record<string, AnyHandler> {
    const { session, runner } = this;
    const withFiles = { ...session, files };
    const exporting = { ...withFiles, resourcesDir };
    return {
      ...leerlingenHandlers(session, this.#looks),
      ...notesHandlers(session),
      ...draftsHandlers(session),
      ...completenessHandlers(session),
      ...importHandlers(withFiles, this.#imports, this.#looks, resourcesDir),
      ...csvHandlers(withFiles, this.#imports, this.#csv),
      ...exportHandlers(exporting, this.#exporter),
      ...everythingHandlers(exporting, this.#exporter, this.#everything, around.version),
      ...enrolmentHandlers(session),
      ...binHandlers(session, this.keeper),
      ...disclosureHandlers(session),
      ...retentionHandlers(session, this.keeper),
      ...gezinHandlers(session),
      ...groepenHandlers(session),
      ...certificateHandlers(
        withFiles,
        { drafts: this.#certificates, keeper: this.#certificateKeeper, line: around.line },
        { exchanging: () => runner.running !== undefined, busy: () => this.busy },
      ),
      ...exchangeHandlers(session, runner, this.schedule),
      ...mijnBronHandlers(withFiles, around.line),
      ...tellingenHandlers(session),
      ...reportsHandlers(session),
      ...fundingHandlers(session),
      ...scheduleHandlers(this.schedule),
      ...portsHandlers(session, this.#ports),
      ...aansluitingHandlers(session, around.version, readBrand(resourcesDir).name),
      ...registratieoverzichtHandlers(session),
      ...workHandlers(session),
      ...ageingHandlers(session),
      ...proposalsHandlers(session),
      ...schoolYearHandlers(session),
      ...settingsHandlers(session),
      ...backupHandlers(session, this.keeper, files, around.dataDir),
      ...diagnosticsHandlers(session, this.keeper, around),
      ...userHandlers(session, around.keyring),
      ...changesHandlers({ ...withFiles, closing: this.#closing.signal }),
      ...demoHandlers({ ...session, runner, oefenklok: around.oefenklok, demo: around.demo }),
      ...oefenklokHandlers(session, around.oefenklok),
    };
  }

  /** Work that must not be cut off by an idle lock. */
  get busy(): boolean {
    return [this.runner, this.#imports, this.#exporter].some(({ running }) => running);
  }

  /** Runs an operation on input that was checked. @throws LasError unknown-operation, and what the operation throws */
  async run(name: OperationName, input: unknown): Promise<unknown> {
    const handler = this.#handlers[name];
    if (!handler) throw new LasError('unknown-operation', { name });
    const work = Promise.resolve((handler as (value: unknown) => unknown)(input));
    this.#working.add(work);
    try {
      return await work;
    } finally {
      this.#working.delete(work);
    }
  }

  /** Stops what is under way and forgets what was inspected. */
  stop(): void {
    for (const work of [this.runner, this.#ports, this.#imports, this.#exporter]) work.stop();
    for (const draft of [this.#certificates, this.#everything, this.#csv]) draft.clear();
    this.#certificateKeeper.stop();
    this.#closing.abort();
  }

  /** Waits for what was under way, however it ended. */
  async settled(): Promise<void> {
    const runs = [this.runner, this.#imports, this.#exporter].map((work) => work.settled());
    await Promise.allSettled([...runs, ...this.#working]);
    this.#looks.stop();
  }
}
