import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { createClock, type AdjustableClock } from '../../../shared/domain/clock.ts';
import { suggestLogin } from '../../../shared/domain/login.ts';
import { keepChainHead, type ChainHeadKeeper } from '../changes/chainHead.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration, Emit } from '../context.ts';
import { syncFolder } from '../database/atomicFile.ts';
import { ensureAdministrationId } from '../backup/administrationId.ts';
import { writeIdentity } from '../backup/identity.ts';
import { finishReplacing } from '../backup/replace.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import { migrate } from '../database/migrations.ts';
import { hideBin } from '../database/hideBin.ts';
import { settleNext } from '../database/rekey.ts';
import { drawSeries } from '../exchange/identification.ts';
import { translateDatabaseError } from '../database/errors.ts';
import { readSchool, readSetting, writeSchool, writeSetting } from '../school/settings.ts';
import { insertAccount, listAccounts, namesAround, readAccount, type Account } from '../users/accounts.ts';
import { createAttempts, type Attempts } from '../users/attempts.ts';
import { adviseRekey } from '../users/handlers.ts';
import { Keyring } from '../users/keyring.ts';
import {
  createKeys,
  isKeyOf,
  isOutdated,
  provePassword,
  renewUser,
  setPassword,
  setRecoveryCode,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../users/keys.ts';
import { writeKeys } from '../users/keysFile.ts';
import { createRecoveryCode, formatRecoveryCode, normaliseRecoveryCode } from '../users/recoveryCode.ts';
import type { KdfCost } from '../users/wrapping.ts';
import { isDamaged, openAdministration, openDamaged, type OpenedDatabase, type Opener } from './opening.ts';
import type { BrandPlace } from '../hosting/brand.ts';
import { demandBeheerder, RECOVERY_CONFIRMED } from './recovery.ts';
import { rekeyFolder } from './rekeying.ts';

/** A clock this far from the machine's was started elsewhere. */
const MOVED_CLOCK_MS = 60_000;

export interface SessionOptions extends Opener {
  clock: AdjustableClock;
  emit: Emit;
  kdfCost?: KdfCost;
  /** Where BRON is for a new administration, when the brand of this program says so. */
  placeOf?: (kind: 'oefen' | 'echt') => BrandPlace | undefined;
}

/** An unlocked administration with what it takes to change its keys. */
export interface OpenSession extends Administration {
  key: Buffer;
  /** Absent while the database is damaged. */
  chainHead: ChainHeadKeeper | undefined;
  /** The database is damaged: it can be looked at as far as it goes. */
  readOnly: boolean;
  /** Opens a second connection, which the caller closes. */
  connect: () => Connection;
}

/** How somebody came in, and after how many wrong attempts. */
interface Login {
  how: 'created' | 'password' | 'recovery code';
  failures?: number;
}

/** Makes, opens and closes the administration of one data folder. Holds the key only while it is open. */
export class Session {
  readonly #options: SessionOptions;
  readonly #attempts: Attempts;
  readonly keyring: Keyring;
  #open: OpenSession | undefined;
  /** The code that was shown and still has to be asked back; kept in memory only. */
  #shownRecoveryCode: string | undefined;

  constructor(options: SessionOptions) {
    const { folder, clock, kdfCost } = options;
    this.#options = options;
    this.#attempts = createAttempts({ file: folder.attempts, clock });
    this.keyring = new Keyring(folder.keys, kdfCost, () => this.#open?.key);
    settleNext(folder);
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

  /** Whether several users have a password, so that unlocking asks who it is. */
  get asksLogin(): boolean {
    try {
      return this.exists && this.keyring.read().users.length > 1;
    } catch {
      // What is wrong with the keys is said on unlocking.
      return false;
    }
  }

  /** Whether the recovery code has been asked back. */
  get recoveryConfirmed(): boolean {
    return this.#open !== undefined && readSetting<boolean>(this.#open.db, RECOVERY_CONFIRMED) === true;
  }

  /** The user at work. @throws LasError locked */
  get account(): Account {
    const { db, caller } = this.#demandOpen();
    return readAccount(db, caller.userId);
  }

  /** Makes the administration and opens it; gives the recovery code in groups. @throws LasError administration-exists, weak-password, guessable-password */
  async create({ kind, school, user }: Parsed<'session.create'>): Promise<string> {
    const { folder, clock, log, kdfCost, placeOf } = this.#options;
    if (this.exists) throw new LasError('administration-exists');
    if (kind === 'echt') this.#demandMachineClock();
    const { naam: name, password } = user;
    const userId = randomUUID();
    const login = user.login ?? suggestLogin(name);
    const recoveryCode = createRecoveryCode();
    const secret = { userId, login, password, about: [name, login, school.naam], recoveryCode };
    const { keys, key } = await createKeys(secret, kdfCost);
    const unfinished = `${folder.database}.new`;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
    try {
      const db = openDatabase(unfinished, key, { create: true });
      try {
        migrate(db);
        db.transaction(() => {
          writeSchool(db, school, kind);
          writeSetting(db, 'exchange', placeOf?.(kind));
          const at = clock.now().toISOString();
          insertAccount(db, { id: userId, name, login, role: 'beheerder', one_time_password: 0, at });
          drawSeries(db);
          ensureAdministrationId(db);
        }).immediate();
      } finally {
        closeDatabase(db);
      }
      // A head of an administration that stood here before is none of this one.
      rmSync(folder.chainHead, { force: true });
      writeKeys(folder.keys, keys);
      renameSync(unfinished, folder.database);
      syncFolder(folder.root);
    } catch (error) {
      key.fill(0);
      throw error;
    }
    log.info('administration-created');
    this.#begin(await openAdministration(this.#options, key), key, userId, { how: 'created' });
    this.#shownRecoveryCode = recoveryCode;
    return formatRecoveryCode(recoveryCode);
  }

  /** Opens the administration. @throws LasError wrong-password, wrong-login, wait-before-retry, and what opening can give */
  async unlock(password: string, login?: string): Promise<void> {
    this.#demandAdministration();
    const failures = this.#attempts.failures();
    try {
      const unlocking = () => unlockWithPassword(this.keyring.read(), password, login);
      const { key, userId } = await this.#attempts.guard(unlocking);
      this.#begin(await openAdministration(this.#options, key), key, userId, { how: 'password', failures });
    } catch (error) {
      this.#options.log.warn('unlock-failed');
      throw error;
    }
    if (!this.#options.safe) await this.#bringUpToDate(password);
  }

  /**
   * Opens the administration with the recovery code and gives a beheerder a new password: the one with this login, or the first.
   * @throws LasError wrong-recovery-code, beheerder-unknown, weak-password, guessable-password
   */
  async unlockWithRecoveryCode(recoveryCode: string, password: string, login?: string): Promise<void> {
    const { log, kdfCost } = this.#options;
    this.#demandAdministration();
    const keys = this.keyring.read();
    const key = await unlockWithRecoveryCode(keys, recoveryCode);
    const opened = await openAdministration(this.#options, key);
    const { db } = opened;
    try {
      const account = demandBeheerder(db, login);
      const secret = { userId: account.id, login: account.login, password, about: namesAround(db, account) };
      this.keyring.write(await setPassword(keys, key, secret, kdfCost));
      log.info('recovery-code-used');
      this.#begin(opened, key, account.id, { how: 'recovery code', failures: this.#attempts.failures() });
    } catch (error) {
      closeDatabase(db);
      key.fill(0);
      throw error;
    }
  }

  /** @throws LasError wrong-password, weak-password, guessable-password, locked */
  async changePassword(current: string, next: string): Promise<void> {
    const { id } = this.account;
    await this.#attempts.guard(() => provePassword(this.keyring.read(), id, current));
    await this.#setOwnPassword(next);
  }

  /** Replaces the password for one use. @throws LasError not-allowed when there is none, weak-password, guessable-password, locked */
  async choosePassword(next: string): Promise<void> {
    if (!this.account.one_time_password) throw new LasError('not-allowed');
    await this.#setOwnPassword(next);
  }

  /** Replaces the recovery code; until it has been asked back the administration waits in state `recovery`. @throws LasError locked */
  async newRecoveryCode(): Promise<string> {
    const open = this.#demandOpen();
    const recoveryCode = createRecoveryCode();
    const { db } = open;
    const noteRenewal = db.transaction(() => {
      // First, so that a code that nobody has seen is never taken for one that was asked back.
      writeSetting(db, RECOVERY_CONFIRMED, false);
      noteEvent(open, { entity: 'key' }, 'recoveryCode', 'nieuw');
    });
    await this.keyring.change(async (keys, key, cost) => {
      const changed = await setRecoveryCode(keys, key, recoveryCode, cost);
      if (db.open) noteRenewal();
      return changed;
    });
    this.#shownRecoveryCode = recoveryCode;
    this.#options.log.info('recovery-code-changed');
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

  /**
   * Gives the administration a new key, see `rekeyFolder`. Nobody else may use its connection meanwhile; afterwards it is open with
   * another one. After a failure it is open as it was, or locked when not even that can be.
   */
  async rekey(): Promise<string[]> {
    const { folder, kdfCost, log } = this.#options;
    const open = this.#demandOpen();
    const next = randomBytes(32);
    try {
      const left = await rekeyFolder(folder, open, next, this.keyring, kdfCost);
      log.info('administration-rekeyed');
      return left;
    } finally {
      if (!open.db.open) this.#open = undefined;
      settleNext(folder);
      if (open.db.open) next.fill(0);
      else {
        const key = isKeyOf(this.keyring.read(), next) ? next : Buffer.from(open.key);
        open.key.fill(0);
        if (key !== next) next.fill(0);
        this.#begin(await openAdministration(this.#options, key), key, open.caller.userId);
      }
    }
  }

  /** Closes the administration and forgets its key. */
  lock(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    this.#shownRecoveryCode = undefined;
    open.key.fill(0);
    open.chainHead?.stop();
    closeDatabase(open.db);
    this.#options.log.info('administration-locked');
  }

  #demandAdministration(): void {
    const { folder } = this.#options;
    settleNext(folder);
    finishReplacing(folder);
    if (!this.exists) throw new LasError('administration-missing');
  }

  #demandOpen(): OpenSession {
    if (!this.#open) throw new LasError('locked');
    return this.#open;
  }

  async #setOwnPassword(password: string): Promise<void> {
    const open = this.#demandOpen();
    if (open.readOnly) throw new LasError('administration-read-only');
    const { id: userId, login, number } = this.account;
    const { db } = open;
    const secret = { userId, login, password, about: namesAround(db, this.account) };
    const noteChange = db.transaction(() => {
      db.prepare('UPDATE user_account SET one_time_password = 0 WHERE id = ?').run(userId);
      noteEvent(open, { entity: 'user_account', entityId: number }, 'password', 'eigen');
    });
    await this.keyring.change((keys, key, cost) => setPassword(keys, key, secret, cost), noteChange);
    this.#options.log.info('password-changed');
  }

  /** Gives a user of the first version of the program a key pair, and one whose login was changed half the new one. */
  async #bringUpToDate(password: string): Promise<void> {
    const { id: userId, login } = this.account;
    try {
      if (!isOutdated(this.keyring.read(), userId, login)) return;
      await this.keyring.change((keys, key, cost) => renewUser(keys, key, { userId, login, password }, cost));
    } catch (error) {
      // No room on the disk, or locked again already: the next time will do.
      if (!(error instanceof LasError)) throw error;
    }
  }

  #demandMachineClock(): void {
    const distance = Math.abs(this.#options.clock.now().getTime() - createClock().now().getTime());
    if (distance > MOVED_CLOCK_MS) throw new LasError('clock-refused');
  }

  /** Lets a user go to work; what turns out to be damaged is for looking only. Zeroes the key when even that cannot be. */
  #begin(opened: OpenedDatabase, key: Buffer, userId: string, login?: Login): void {
    try {
      try {
        this.#enter(opened, key, userId, login);
      } catch (error) {
        if (opened.readOnly || !isDamaged(error)) throw error;
        this.#enter(openDamaged(this.#options, key), key, userId);
      }
    } catch (error) {
      key.fill(0);
      throw translateDatabaseError(error) ?? error;
    }
  }

  #enter({ db, readOnly }: OpenedDatabase, key: Buffer, userId: string, login?: Login): void {
    const { folder, clock, emit, log, safe } = this.#options;
    let chainHead: ChainHeadKeeper | undefined;
    try {
      if (readSchool(db).kind === 'echt') this.#demandMachineClock();
      const account = listAccounts(db).find(({ id }) => id === userId);
      if (!account) throw new LasError('keys-damaged');
      // In a safe start nothing is written, so neither who looked at which pupil: that is not for everybody.
      if (safe && account.role !== 'beheerder') throw new LasError('safe-start-beheerder');
      if (!readOnly) {
        writeIdentity(folder, db);
        chainHead = keepChainHead(folder.chainHead, db);
        if (chainHead.missing) log.error('change-log-broken');
      }
      const connect = () => {
        const second = openDatabase(folder.database, key, { second: true });
        hideBin(second);
        return second;
      };
      const open = { db, clock, emit, caller: { userId, role: account.role }, key, chainHead, readOnly, connect };
      if (login && !readOnly) noteLogin(open, login);
      this.#open = open;
      log.info('administration-unlocked');
    } catch (error) {
      chainHead?.stop();
      closeDatabase(db);
      throw translateDatabaseError(error) ?? error;
    }
  }

  /** Goes on with a database that has shown itself damaged: for looking only. Nothing when that cannot be; then it is locked. */
  reopenDamaged(): void {
    const open = this.#open;
    if (!open || open.readOnly) return;
    const { key, caller, chainHead, db } = open;
    this.#open = undefined;
    chainHead?.stop();
    closeDatabase(db);
    try {
      this.#begin(openDamaged(this.#options, key), key, caller.userId);
    } catch {
      key.fill(0);
    }
  }
}

function noteLogin(open: OpenSession, { how, failures = 0 }: Login): void {
  const { db, clock, caller } = open;
  db.transaction(() => {
    db.prepare('UPDATE user_account SET last_login_at = ? WHERE id = ?').run(clock.now().toISOString(), caller.userId);
    noteEvent(open, { entity: 'login' }, 'by', how);
    if (failures > 0) noteEvent(open, { entity: 'login' }, 'failures', String(failures));
    if (how !== 'recovery code') return;
    db.prepare('UPDATE user_account SET one_time_password = 0 WHERE id = ?').run(caller.userId);
    adviseRekey(open, 'recovery-code-used');
  }).immediate();
}
