import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { operations, type OperationName, type Parsed } from '../../shared/api/contract.ts';
import type { BackupSecret } from '../../shared/api/backup.ts';
import type { GrantUse } from '../../shared/api/bridge.ts';
import { failure, LasError, type LasFailure, type Result } from '../../shared/api/errors.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import { restoreHandlers } from './backup/handlers.ts';
import { removeUnfinished, type PlacePaths } from './backup/places.ts';
import { finishReplacing, removeDraft } from './backup/replace.ts';
import { Restorer } from './backup/restore.ts';
import { BackupThread } from './backup/thread.ts';
import type { Emit } from './context.ts';
import {
  dataFolder,
  lockDataFolder,
  prepareDataFolder,
  removeLeftovers,
  type FolderLock,
} from './database/dataFolder.ts';
import { translateDatabaseError } from './database/errors.ts';
import { createDemo, type Demo } from './demo/demo.ts';
import { FileGrants } from './files/grants.ts';
import { readBrandPlace } from './hosting/brand.ts';
import type { Las, LasOptions } from './lasOptions.ts';
import { createLogger, type Logger } from './log/logger.ts';
import { readSettings } from './school/settings.ts';
import { demandAccess, demandReading, stageOf, type Stage } from './session/gate.ts';
import { createIdleLock, type IdleLock } from './session/idleLock.ts';
import { createOefenklok, type Oefenklok } from './session/oefenklok.ts';
import { environmentProxy } from './exchange/proxy.ts';
import { Opened, type AnyHandler } from './session/opened.ts';
import { Session } from './session/session.ts';
import { statusOf } from './session/status.ts';

const BEAT_MS = 15_000;
const ROTATION_INTERVAL_MS = 60_000;
const CLOSE_LIMIT_MS = 3_000;
const SHOWN_MS = 50;

function inputFailure(error: z.ZodError): LasFailure {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return failure('invalid-input', { detail: [field, issue?.message].filter(Boolean).join(': ') }, field);
}

class Core implements Las {
  readonly #options: LasOptions;
  readonly #emit: Emit;
  readonly #files = new FileGrants();
  readonly #thread = new BackupThread();
  #lock: FolderLock | undefined;
  #log: Logger | undefined;
  #session: Session | undefined;
  #startFailure: LasFailure | undefined;
  #idle: IdleLock | undefined;
  #oefenklok: Oefenklok | undefined;
  #demo: Demo | undefined;
  #restorer: Restorer | undefined;
  readonly #timers: NodeJS.Timeout[] = [];
  #opened: Opened | undefined;
  #rekeying = false;
  #closing: Promise<void> | undefined;
  /** The last operation on the keys or the opening of the administration: these go one at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LasOptions) {
    this.#options = options;
    this.#emit = (event, payload) => options.emit(event, payload);
  }

  async start(): Promise<void> {
    const { dataDir, clock, version, kdfCost, resourcesDir, oefenklokUrl, demoGuide, safe = false } = this.#options;
    try {
      const folder = prepareDataFolder(dataDir);
      this.#lock = lockDataFolder(folder);
      finishReplacing(folder);
      if (!safe) {
        // What a safe start finds it leaves, for whoever has to find out what went wrong.
        removeLeftovers(folder);
        removeDraft(folder);
        removeUnfinished(folder.backups);
      }
      this.#log = createLogger({ folder: folder.log, clock, programVersion: version });
      if (oefenklokUrl) {
        this.#oefenklok = createOefenklok(oefenklokUrl, clock);
        await this.#oefenklok.follow();
      }
      const maker = { thread: this.#thread, folder, clock, version };
      this.#session = new Session({
        ...maker,
        log: this.#log,
        emit: this.#emit,
        placeOf: (kind) => readBrandPlace(resourcesDir, kind),
        safe,
        ...(kdfCost ? { kdfCost } : {}),
      });
      this.#restorer = new Restorer(maker);
      if (demoGuide) this.#demo = createDemo(demoGuide);
      this.#idle = createIdleLock(
        () => {
          const opened = this.#opened;
          return opened && !opened.busy ? readSettings(opened.session.db).idleMinutes : undefined;
        },
        () => this.#leave(),
        (lockInSeconds) => this.#emit('session.idle', { lockInSeconds }),
      );
      const beat = () => this.#beat();
      if (this.#options.heartbeat) this.#options.heartbeat(beat);
      else this.#every(BEAT_MS, () => void beat());
      this.#every(ROTATION_INTERVAL_MS, () => this.#rotate());
      this.#log.info('core-started', { version });
    } catch (error) {
      this.#startFailure = this.#failureOf(error);
    }
  }

  grant(token: string, path: string, use: GrantUse): void {
    this.#files.add(token, path, use);
  }

  async invoke(name: string, input: unknown): Promise<Result<unknown>> {
    const started = performance.now();
    try {
      const value = await this.#perform(name, input);
      this.#log?.info('operation', {
        operation: name as OperationName,
        durationMs: Math.round(performance.now() - started),
      });
      return { ok: true, value };
    } catch (error) {
      const made = this.#failureOf(error);
      this.#log?.warn('operation-failed', { operation: name as OperationName, code: made.code });
      if (made.code === 'administration-damaged') await this.#turnReadOnly();
      return { ok: false, error: made };
    }
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#idle?.stop();
    this.#leave();
    // What is under way has been committed before its bytes left; it need not be waited for longer than this.
    await Promise.race([this.#closing, delay(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    await this.#thread.stop();
    this.#session?.lock();
    this.#log?.info('core-stopped');
    this.#lock?.release();
    this.#lock = undefined;
  }

  async #perform(name: string, input: unknown): Promise<unknown> {
    if (!Object.hasOwn(operations, name)) throw new LasError('unknown-operation', { name: name.slice(0, 60) });
    if (this.#startFailure) throw new LasError(this.#startFailure);
    const operation = operations[name as OperationName];
    if (this.#options.safe) demandReading(name as OperationName, operation.access);
    demandAccess(name as OperationName, operation.access, this.#stage, this.#opened?.session);
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) throw new LasError(inputFailure(parsed.error));
    const value = await this.#run(name as OperationName, parsed.data);
    return operation.output.parse(value);
  }

  get #stage(): Stage {
    return stageOf(this.#session as Session, this.#opened !== undefined, this.#rekeying);
  }

  async #run(name: OperationName, input: unknown): Promise<unknown> {
    const own = (this.#sessionHandlers() as Record<string, AnyHandler>)[name];
    if (own) return (own as (value: unknown) => unknown)(input);
    if (!this.#opened) throw new LasError('unknown-operation', { name });
    return this.#opened.run(name, input);
  }

  /** The operations that open, close or change the whole administration. */
  #sessionHandlers(): Record<
    Extract<OperationName, `session.${string}` | `restore.${string}` | 'users.rekey'>,
    AnyHandler
  > {
    const session = this.#session as Session;
    const restorer = this.#restorer as Restorer;
    return {
      ...restoreHandlers(restorer, this.#files, () => this.#backupPlaces()),
      'restore.preview': ({ draft, secret }: Parsed<'restore.preview'>) =>
        this.#inTurn(() => restorer.preview(draft, secret, this.#opened?.session)),
      'restore.commit': ({ draft, secret }: Parsed<'restore.commit'>) =>
        this.#inTurn(async () => {
          await this.#restore(restorer, draft, secret);
          return this.#status();
        }),
      'session.status': () => this.#status(),
      'session.create': (input: Parameters<Session['create']>[0]) =>
        this.#inTurn(async () => {
          const recoveryCode = await session.create(input);
          this.#enter();
          return { recoveryCode };
        }),
      'session.unlock': ({ password, login }: Parsed<'session.unlock'>) =>
        this.#open(() => session.unlock(password, login)),
      'session.unlockWithRecoveryCode': ({
        recoveryCode,
        newPassword,
        login,
      }: Parsed<'session.unlockWithRecoveryCode'>) =>
        this.#open(() => session.unlockWithRecoveryCode(recoveryCode, newPassword, login)),
      'session.confirmRecoveryCode': ({ recoveryCode }: { recoveryCode: string }) => {
        session.confirmRecoveryCode(recoveryCode);
        this.#emit('session.changed', {});
        return {};
      },
      'session.newRecoveryCode': () => this.#inTurn(async () => ({ recoveryCode: await session.newRecoveryCode() })),
      'session.changePassword': ({ current, next }: { current: string; next: string }) =>
        this.#inTurn(async () => {
          await session.changePassword(current, next);
          return {};
        }),
      'session.choosePassword': ({ next }: { next: string }) =>
        this.#inTurn(async () => {
          await session.choosePassword(next);
          this.#emit('session.changed', {});
          return {};
        }),
      'users.rekey': () => this.#inTurn(async () => ({ left: await this.#rekey(session) })),
      'session.lock': () => {
        this.#leave();
        return {};
      },
      'session.keepAwake': () => {
        this.#idle?.keepAwake();
        return {};
      },
    };
  }

  /** Runs `work` when what was asked before it has ended: deriving a key takes a while, and each starts from what the last one left. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Puts a checked backup in the place of what stands here and opens it. */
  async #restore(restorer: Restorer, draft: string, secret: BackupSecret): Promise<void> {
    const session = this.#session as Session;
    if (this.#opened?.runner.running) throw new LasError('run-active');
    try {
      // Nobody saves any more, so that all that was saved is in what is kept. The windows need not show it locked for this moment.
      await this.#stopWork({ tell: false });
      await this.#closing;
      const replace = await restorer.prepare(draft, secret, session.current);
      session.lock();
      replace();
      this.#log?.info('backup-restored');
      if ('password' in secret) await session.unlock(secret.password, secret.login);
      else await session.unlockWithRecoveryCode(secret.recoveryCode, secret.newPassword);
    } finally {
      // What stood here goes on when the backup did not take its place.
      this.#enter();
      this.#emit('session.changed', {});
    }
  }

  #open(unlock: () => Promise<void>): Promise<SessionStatus> {
    return this.#inTurn(async () => {
      await this.#closing;
      if (!this.#opened) await unlock();
      this.#enter();
      return this.#status();
    });
  }

  /** Closes the administration for everybody, gives it a new key and opens it again for whoever asked for it. */
  async #rekey(session: Session): Promise<string[]> {
    this.#rekeying = true;
    try {
      await this.#stopWork();
      // A backup under way reads the file that makes way.
      await this.#thread.settled();
      // A window hears that it has to wait before the core is too busy to say so.
      await delay(SHOWN_MS);
      return await session.rekey();
    } finally {
      this.#rekeying = false;
      this.#enter();
      this.#emit('session.changed', {});
    }
  }

  #enter(): void {
    const session = this.#session?.current;
    if (!session || this.#opened?.session === session) return;
    this.#idle?.keepAwake();
    const { dataDir, resourcesDir, version, answerTimeoutMs, resolveProxy } = this.#options;
    const opened = new Opened(session, {
      keyring: (this.#session as Session).keyring,
      files: this.#files,
      thread: this.#thread,
      log: this.#log as Logger,
      ...{ dataDir, resourcesDir, version },
      line: { answerTimeoutMs, resolveProxy: resolveProxy ?? environmentProxy(process.env) },
      oefenklok: this.#oefenklok,
      demo: this.#demo,
      onDamaged: () => void this.#turnReadOnly(),
    });
    this.#opened = opened;
    this.#emit('session.changed', {});
    if (session.readOnly) return;
    this.#rotate();
    void this.#unattended(async () => {
      await opened.runner.resume();
      // What the schedule would have done while it was locked.
      if (this.#opened === opened && !opened.busy) await opened.schedule.turn();
    });
  }

  /** The second place is kept in the administration: known while it is open, unless just that is damaged. */
  #backupPlaces(): PlacePaths {
    const first = dataFolder(this.#options.dataDir).backups;
    try {
      return this.#opened?.keeper.places ?? { first };
    } catch (error) {
      if (!translateDatabaseError(error)) throw error;
      return { first };
    }
  }

  #every(milliseconds: number, work: () => void): void {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }

  /** Makes the backup of today when there is none. */
  #rotate(): void {
    const { session, keeper } = this.#opened ?? {};
    if (this.#options.backupRotation !== false && session && !session.readOnly) void keeper?.rotate();
  }

  /** The database has shown itself damaged: what can be read of it is shown, and nothing is written any more. Resolves when that is so. */
  #turnReadOnly(): Promise<void> | undefined {
    if (this.#opened && !this.#opened.session.readOnly) this.#closing = this.#reopenDamaged();
    return this.#closing;
  }

  async #reopenDamaged(): Promise<void> {
    await this.#stopWork({ tell: false });
    this.#session?.reopenDamaged();
    if (this.#session?.current) this.#enter();
    else this.#emit('session.changed', {});
  }

  /** Locks at once for everybody; the database closes when what is under way has come to its end. */
  #leave({ tell = true } = {}): void {
    if (!this.#opened) return;
    this.#closing = this.#stopWork({ tell }).then(() => this.#session?.lock());
  }

  /** Lets nobody in any more and waits for the messages and operations under way. */
  async #stopWork({ tell = true } = {}): Promise<void> {
    const opened = this.#opened;
    if (!opened) return;
    this.#opened = undefined;
    opened.stop();
    if (tell) this.#emit('session.changed', {});
    await opened.settled();
  }

  #status(): SessionStatus {
    const { clock, version, host, safe } = this.#options;
    const program = {
      version,
      host,
      now: clock.now().toISOString(),
      oefenklok: this.#oefenklok !== undefined,
      demo: this.#demo !== undefined,
      ...(safe ? { safe } : {}),
    };
    return { ...program, ...statusOf(this.#session as Session, this.#stage) };
  }

  /** What the program does by itself while the administration is open and nothing else is under way. */
  async #beat(): Promise<void> {
    const opened = this.#opened;
    if (!opened || opened.session.readOnly || opened.busy) return;
    await this.#unattended(async () => {
      if (!(await opened.schedule.turn())) await opened.runner.retryUncertain();
    });
  }

  /** Does what nobody waits for: a failure is kept where it belongs, and noted in the log. */
  async #unattended(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log?.warn('run-failed', { code: this.#failureOf(error).code });
    }
  }

  #failureOf(error: unknown): LasFailure {
    if (error instanceof LasError) return error.failure;
    const translated = translateDatabaseError(error);
    if (translated) return translated.failure;
    this.#log?.error('uncaught-error');
    return failure('internal');
  }
}

/** Starts the core on a data folder. A folder that cannot be used does not throw: every operation then tells why. */
export async function createLas(options: LasOptions): Promise<Las> {
  const core = new Core(options);
  await core.start();
  return core;
}
