import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { createClock, type AdjustableClock } from '../../../shared/domain/clock.ts';
import type { Administration, Emit } from '../context.ts';
import { syncFolder } from '../database/atomicFile.ts';
import { ensureAdministrationId } from '../backup/administrationId.ts';
import { writeIdentity } from '../backup/identity.ts';
import { makeBackup } from '../backup/make.ts';
import { freeTarget } from '../backup/places.ts';
import { finishReplacing } from '../backup/replace.ts';
import type { BackupThread } from '../backup/thread.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { migrate, pendingMigrations } from '../database/migrations.ts';
import { setAside } from '../database/setAside.ts';
import { hideBin } from '../database/hideBin.ts';
import { drawSeries } from '../exchange/identification.ts';
import { translateDatabaseError } from '../database/errors.ts';
import { ensureListIndex } from '../leerlingen/listIndex.ts';
import type { Logger } from '../log/logger.ts';
import { readSchool, readSetting, writeSchool, writeSetting } from '../school/settings.ts';
import { createAttempts, type Attempts } from '../users/attempts.ts';
import {
  createKeys,
  readKeys,
  setPassword,
  setRecoveryCode,
  unlockWithPassword,
  unlockWithRecoveryCode,
  writeKeys,
} from '../users/keys.ts';
import { createRecoveryCode, formatRecoveryCode, normaliseRecoveryCode } from '../users/recoveryCode.ts';
import type { KdfCost } from '../users/wrapping.ts';

const RECOVERY_CONFIRMED = 'recoveryConfirmed';
/** A clock this far from the machine's was started elsewhere. */
const MOVED_CLOCK_MS = 60_000;

export interface SessionOptions {
  folder: DataFolder;
  clock: AdjustableClock;
  log: Logger;
  emit: Emit;
  thread: BackupThread;
  /** Of the program. */
  version: string;
  kdfCost?: KdfCost;
}

/** An unlocked administration with what it takes to change its keys. */
export interface OpenSession extends Administration {
  key: Buffer;
  /** The database is damaged: it can be looked at as far as it goes. */
  readOnly: boolean;
  /** Opens a second connection, which the caller closes. */
  connect: () => Connection;
}

const isDamaged = (error: unknown): boolean =>
  error instanceof LasError && error.failure.code === 'administration-damaged';

/** Makes, opens and closes the administration of one data folder. Holds the key only while it is open. */
export class Session {
  readonly #options: SessionOptions;
  readonly #attempts: Attempts;
  #open: OpenSession | undefined;
  /** The code that was shown and still has to be asked back; kept in memory only. */
  #shownRecoveryCode: string | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#attempts = createAttempts({ file: options.folder.attempts, clock: options.clock });
  }

  get current(): OpenSession | undefined {
    return this.#open;
  }

  get exists(): boolean {
    return existsSync(this.#options.folder.database);
  }

  get waitSeconds(): number {
    return this.#attempts.secondsToWait();
  }

  /** Whether the recovery code has been asked back. */
  get recoveryConfirmed(): boolean {
    return this.#open !== undefined && readSetting<boolean>(this.#open.db, RECOVERY_CONFIRMED) === true;
  }

  /** Makes the administration and opens it; gives the recovery code in groups. @throws LasError administration-exists, weak-password */
  async create(input: Parsed<'session.create'>): Promise<string> {
    const { folder, clock, log, kdfCost } = this.#options;
    if (this.exists) throw new LasError('administration-exists');
    if (input.kind === 'echt') this.#demandMachineClock();
    const userId = randomUUID();
    const recoveryCode = createRecoveryCode();
    const { keys, key } = await createKeys({ userId, password: input.user.password, recoveryCode }, kdfCost);
    const unfinished = `${folder.database}.new`;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
    const db = openDatabase(unfinished, key, { create: true });
    try {
      migrate(db);
      db.transaction(() => {
        writeSchool(db, input.school, input.kind);
        db.prepare('INSERT INTO user_account (id, name, role, created_at) VALUES (?, ?, ?, ?)').run(
          userId,
          input.user.naam,
          'beheerder',
          clock.now().toISOString(),
        );
        drawSeries(db);
        ensureAdministrationId(db);
      }).immediate();
    } finally {
      closeDatabase(db);
    }
    writeKeys(folder.keys, keys);
    renameSync(unfinished, folder.database);
    syncFolder(folder.root);
    log.info('administration-created');
    await this.#enter(key, userId);
    this.#shownRecoveryCode = recoveryCode;
    return formatRecoveryCode(recoveryCode);
  }

  /** Opens the administration. @throws LasError wrong-password, wait-before-retry, and what opening can give */
  async unlock(password: string): Promise<void> {
    finishReplacing(this.#options.folder);
    if (!this.exists) throw new LasError('administration-missing');
    try {
      const { key, userId } = await this.#attempts.guard(() => unlockWithPassword(this.#keys(), password));
      await this.#enter(key, userId);
    } catch (error) {
      this.#options.log.warn('unlock-failed');
      throw error;
    }
  }

  /** Opens the administration with the recovery code and gives its first user a new password. */
  async unlockWithRecoveryCode(recoveryCode: string, newPassword: string): Promise<void> {
    const { folder, kdfCost, log } = this.#options;
    finishReplacing(folder);
    if (!this.exists) throw new LasError('administration-missing');
    const keys = this.#keys();
    const key = await unlockWithRecoveryCode(keys, recoveryCode);
    const userId = keys.users[0]?.id;
    if (!userId) throw new LasError('keys-damaged');
    writeKeys(folder.keys, await setPassword(keys, key, userId, newPassword, kdfCost));
    log.info('recovery-code-used');
    await this.#enter(key, userId);
  }

  /** @throws LasError wrong-password, weak-password, locked */
  async changePassword(current: string, next: string): Promise<void> {
    const { folder, kdfCost, log } = this.#options;
    const { caller } = this.#demandOpen();
    const keys = this.#keys();
    const proof = await this.#attempts.guard(() => unlockWithPassword(keys, current, caller.userId));
    proof.key.fill(0);
    const changed = await this.#withKey((key) => setPassword(keys, key, caller.userId, next, kdfCost));
    writeKeys(folder.keys, changed);
    log.info('password-changed');
  }

  /** Replaces the recovery code; until it has been asked back the administration waits in state `recovery`. @throws LasError locked */
  async newRecoveryCode(): Promise<string> {
    const { folder, kdfCost, log } = this.#options;
    const { db } = this.#demandOpen();
    const recoveryCode = createRecoveryCode();
    const changed = await this.#withKey((key) => setRecoveryCode(this.#keys(), key, recoveryCode, kdfCost));
    // First, so that a code that nobody has seen is never taken for one that was asked back.
    writeSetting(db, RECOVERY_CONFIRMED, false);
    writeKeys(folder.keys, changed);
    this.#shownRecoveryCode = recoveryCode;
    log.info('recovery-code-changed');
    return formatRecoveryCode(recoveryCode);
  }

  /** @throws LasError wrong-recovery-code */
  confirmRecoveryCode(typed: string): void {
    const { db } = this.#demandOpen();
    const code = normaliseRecoveryCode(typed);
    if (!code || code !== this.#shownRecoveryCode) throw new LasError('wrong-recovery-code');
    this.#shownRecoveryCode = undefined;
    writeSetting(db, RECOVERY_CONFIRMED, true);
  }

  /** Closes the administration and forgets its key. */
  lock(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    this.#shownRecoveryCode = undefined;
    open.key.fill(0);
    closeDatabase(open.db);
    this.#options.log.info('administration-locked');
  }

  #keys() {
    const { folder } = this.#options;
    if (!existsSync(folder.keys)) throw new LasError('keys-damaged');
    return readKeys(folder.keys);
  }

  #demandOpen(): OpenSession {
    if (!this.#open) throw new LasError('locked');
    return this.#open;
  }

  /** Works with a copy of the key, which locking meanwhile does not wipe. @throws LasError locked when it was locked meanwhile */
  async #withKey<T>(work: (key: Buffer) => Promise<T>): Promise<T> {
    const open = this.#demandOpen();
    const key = Buffer.from(open.key);
    try {
      const result = await work(key);
      if (this.#open !== open) throw new LasError('locked');
      return result;
    } finally {
      key.fill(0);
    }
  }

  #demandMachineClock(): void {
    const distance = Math.abs(this.#options.clock.now().getTime() - createClock().now().getTime());
    if (distance > MOVED_CLOCK_MS) throw new LasError('clock-refused');
  }

  /** Brings the schema up to date, with a verified backup before it. */
  async #migrate(db: Connection, key: Buffer): Promise<void> {
    const { folder, clock, log } = this.#options;
    if (pendingMigrations(db) === 0) return;
    const target = freeTarget(folder.backups, readSchool(db), clock.now());
    await makeBackup(this.#options, { key, target, reason: 'migration' });
    log.info('backup-made');
    migrate(db);
    log.info('database-migrated');
  }

  /** Whether the database is whole, after an end that left its log behind: a crash, a power cut. */
  async #survived(key: Buffer): Promise<boolean> {
    const { folder, thread } = this.#options;
    if (!existsSync(`${folder.database}-wal`)) return true;
    const { sound } = await thread.run({ kind: 'check', source: folder.database, key });
    return sound;
  }

  /** Opens the database to work with. @throws LasError administration-damaged, and what opening can give */
  async #openWhole(key: Buffer): Promise<Connection> {
    const { folder } = this.#options;
    if (!(await this.#survived(key))) throw new LasError('administration-damaged');
    const db = openDatabase(folder.database, key);
    try {
      ensureAdministrationId(db);
      await this.#migrate(db, key);
      hideBin(db);
      ensureListIndex(db);
      return db;
    } catch (error) {
      closeDatabase(db);
      throw error;
    }
  }

  /** Opens a damaged database as far as it goes. Its files are set aside first, as they are. */
  #openDamaged(key: Buffer): Connection {
    const { folder, log } = this.#options;
    log.error('database-damaged');
    try {
      setAside(folder);
    } catch (error) {
      // Without room for a copy she can still look and restore.
      if (!translateDatabaseError(error)) throw error;
    }
    const db = openDatabase(folder.database, key, { readonly: true });
    if (pendingMigrations(db) === 0) {
      hideBin(db);
      return db;
    }
    // This program reads its own schema only.
    db.close();
    throw new LasError('administration-damaged');
  }

  async #enter(key: Buffer, userId: string): Promise<void> {
    try {
      try {
        this.#begin(await this.#openWhole(key), key, userId, false);
      } catch (error) {
        if (!isDamaged(error)) throw error;
        this.#begin(this.#openDamaged(key), key, userId, true);
      }
    } catch (error) {
      key.fill(0);
      throw translateDatabaseError(error) ?? error;
    }
  }

  #begin(db: Connection, key: Buffer, userId: string, readOnly: boolean): void {
    const { folder, clock, emit, log } = this.#options;
    try {
      const school = readSchool(db);
      if (school.kind === 'echt') this.#demandMachineClock();
      const role = db
        .prepare<[string], { role: Administration['caller']['role'] }>('SELECT role FROM user_account WHERE id = ?')
        .get(userId)?.role;
      if (!role) throw new LasError('keys-damaged');
      if (!readOnly) writeIdentity(folder, db);
      const connect = () => {
        const second = openDatabase(folder.database, key);
        hideBin(second);
        return second;
      };
      this.#open = { db, clock, emit, caller: { userId, role }, key, readOnly, connect };
      log.info('administration-unlocked');
    } catch (error) {
      closeDatabase(db);
      throw translateDatabaseError(error) ?? error;
    }
  }

  /** Goes on with a database that has shown itself damaged: for looking only. Nothing when that cannot be; then it is locked. */
  reopenDamaged(): void {
    const open = this.#open;
    if (!open || open.readOnly) return;
    const { key, caller } = open;
    this.#open = undefined;
    closeDatabase(open.db);
    try {
      this.#begin(this.#openDamaged(key), key, caller.userId, true);
    } catch {
      key.fill(0);
    }
  }
}
