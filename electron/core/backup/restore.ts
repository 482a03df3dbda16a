import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupSecret, KnownBackup, RestorePreview } from '../../../shared/api/backup.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { writeFileAtomic } from '../database/atomicFile.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import { translateDatabaseError } from '../database/errors.ts';
import { hideBin } from '../database/hideBin.ts';
import { migrate, migrations } from '../database/migrations.ts';
import { setAside } from '../database/setAside.ts';
import { holdSending } from '../exchange/holdSending.ts';
import { drawSeries, raisePollId } from '../exchange/identification.ts';
import { createAttempts } from '../users/attempts.ts';
import { demandBeheerder } from '../session/recovery.ts';
import { namesAround } from '../users/accounts.ts';
import { unlockWithPassword, unlockWithRecoveryCode } from '../users/keys.ts';
import { parseKeys, readKeys } from '../users/keysFile.ts';
import { checkNewPassword } from '../users/password.ts';
import { readBackupFile, type BackupFile } from './format.ts';
import { readIdentity, type Identity } from './identity.ts';
import { makeBackup, type BackupMaker } from './make.ts';
import { dayOf, freeTarget, infoOf, readPlaces, type PlacePaths } from './places.ts';
import { backupContent, presentContent } from './preview.ts';
import { clearDraft, draftFolder, removeDraft, replaceByDraft } from './replace.ts';

const LIFE_MS = 30 * 60_000;

interface Draft {
  id: string;
  file: BackupFile;
  expires: number;
  unpacked: boolean;
  /** Found whole. */
  checked: boolean;
}

/** The administration that stands here, when it can be opened. */
interface Present {
  db: Connection;
  key: Buffer;
}

/** Restores a backup into this data folder: read, open and check apart from the administration, and only then take its place. */
export class Restorer {
  readonly #options: BackupMaker;
  readonly #elapsed: () => number;
  #draft: Draft | undefined;

  constructor(options: BackupMaker, elapsed: () => number = () => performance.now()) {
    this.#options = options;
    this.#elapsed = elapsed;
  }

  /** The whole backups in these places, newest first. */
  known(places: PlacePaths): KnownBackup[] {
    return readPlaces(places, this.#presentIdentity()?.administration).backups;
  }

  /**
   * Takes a backup up as the draft, in the place of an earlier one. Errors: `backup-incomplete`, `backup-newer`, `backup-other-school`,
   * `keys-damaged` and others of `readBackupFile`.
   */
  inspect(path: string): Output<'restore.inspect'> {
    const file = readBackupFile(path);
    const { manifest, whole } = file;
    if (!whole) throw new LasError('backup-incomplete');
    if (manifest.schema > (migrations.at(-1)?.version ?? 0)) throw new LasError('backup-newer');
    this.#demandSameSchool(manifest);
    this.#draft = { id: randomUUID(), file, expires: this.#elapsed() + LIFE_MS, unpacked: false, checked: false };
    const asksLogin = parseKeys(manifest.keys).users.length > 1;
    return { ...infoOf(manifest), draft: this.#draft.id, day: dayOf(manifest), asksLogin };
  }

  /** The path of a backup in a place, by its bare name. @throws LasError file-gone */
  pathOf(place: string, name: string): string {
    const path = join(place, basename(name));
    if (!existsSync(path)) throw new LasError('file-gone');
    return path;
  }

  /**
   * Unpacks, opens and checks the draft and tells what restoring it would mean. Errors: `wrong-password`, `wrong-recovery-code`,
   * `restore-needs-beheerder`, `backup-damaged`, `backup-incomplete`, `disk-full` and others.
   * @param open the administration that is open here
   */
  async preview(id: string, secret: BackupSecret, open?: Present): Promise<RestorePreview> {
    const draft = this.#demandDraft(id);
    const { manifest } = draft.file;
    const key = await this.#unpack(draft, secret);
    const present = open ?? (await this.#openPresent(secret));
    try {
      const content = this.#withDraft(key, true, (db) => backupContent(db));
      const known = present && tellOfPresent(present.db, manifest.madeAt, content.certificate);
      const identity = this.#presentIdentity();
      const { certificate, ...school } = content;
      return {
        ...infoOf(manifest),
        ...school,
        other: identity !== undefined && identity.administration !== manifest.administration,
        replaces: existsSync(this.#options.folder.database),
        ...(known ? { present: known.present } : {}),
        ...(certificate ? { certificateValidTo: certificate.validTo } : {}),
        certificateNewer: known?.certificateNewer ?? false,
      };
    } finally {
      key.fill(0);
      if (present && !open) closePresent(present);
    }
  }

  /**
   * Makes the draft ready and keeps what stands here; gives the function that puts the one in the place of the other, to be called
   * with the administration closed. @param open the administration that is open here
   */
  async prepare(id: string, secret: BackupSecret, open?: Present): Promise<() => void> {
    const draft = this.#demandDraft(id);
    if (!draft.checked) throw new LasError('backup-draft-gone');
    const { folder, clock } = this.#options;
    const key = await this.#unlock(secret);
    try {
      await this.#keepPresent(secret, open);
      this.#withDraft(key, false, (db) => {
        migrate(db);
        demandUsable(db, secret);
        makeReady(db, clock, dayOf(draft.file.manifest));
      });
    } finally {
      key.fill(0);
    }
    return () => {
      this.#draft = undefined;
      replaceByDraft(folder);
    };
  }

  /** Forgets the draft and what was unpacked of it. */
  cancel(): void {
    this.#draft = undefined;
    removeDraft(this.#options.folder);
  }

  #demandDraft(id: string): Draft {
    const draft = this.#draft;
    if (!draft || draft.id !== id || draft.expires < this.#elapsed()) throw new LasError('backup-draft-gone');
    return draft;
  }

  #presentIdentity(): Identity | undefined {
    const { folder } = this.#options;
    return existsSync(folder.database) ? readIdentity(folder) : undefined;
  }

  #demandSameSchool(backup: Identity): void {
    const present = this.#presentIdentity();
    if (!present || present.administration === backup.administration) return;
    const name = ({ kind, brinnummer, aanleverpunt }: Identity) => `${brinnummer} ${aanleverpunt}, ${kind}`;
    if (name(present) !== name(backup))
      throw new LasError('backup-other-school', { backup: name(backup), present: name(present) });
  }

  /** Unpacks and checks a draft, once; gives its key. */
  async #unpack(draft: Draft, secret: BackupSecret): Promise<Buffer> {
    const { folder, thread } = this.#options;
    const { path, manifest } = draft.file;
    if (!draft.unpacked) {
      const { database, keys } = clearDraft(folder);
      writeFileAtomic(keys, manifest.keys);
      await thread.run({ kind: 'unpack', source: path, target: database });
      draft.unpacked = true;
    }
    const key = await this.#unlock(secret);
    try {
      const { database } = draftFolder(folder);
      const { sound } = draft.checked
        ? { sound: true }
        : await thread.run({ kind: 'check', source: database, key, chain: manifest.chain });
      if (!sound) throw new LasError('backup-damaged');
      draft.checked = true;
      return key;
    } catch (error) {
      key.fill(0);
      throw error;
    }
  }

  /** The key of the unpacked backup. Who opens it is a beheerder or holds the recovery code. */
  async #unlock(secret: BackupSecret): Promise<Buffer> {
    const { folder, clock } = this.#options;
    const keys = readKeys(draftFolder(folder).keys);
    if ('recoveryCode' in secret) {
      checkNewPassword(secret.newPassword);
      return unlockWithRecoveryCode(keys, secret.recoveryCode);
    }
    const { attempts: file } = folder;
    const { key, userId } = await createAttempts({ file, clock }).guard(() =>
      unlockWithPassword(keys, secret.password, secret.login),
    );
    try {
      const role = this.#withDraft(key, true, (db) =>
        db.prepare<[string], { role: string }>('SELECT role FROM user_account WHERE id = ?').get(userId),
      )?.role;
      if (role !== 'beheerder') throw new LasError('restore-needs-beheerder');
      return key;
    } catch (error) {
      key.fill(0);
      throw error;
    }
  }

  #withDraft<T>(key: Buffer, readonly: boolean, work: (db: Connection) => T): T {
    const db = openDraft(draftFolder(this.#options.folder).database, key, readonly);
    try {
      return work(db);
    } finally {
      closeDatabase(db);
    }
  }

  /** What stands here, when the same secret opens it. */
  async #openPresent(secret: BackupSecret): Promise<Present | undefined> {
    const { folder } = this.#options;
    let key: Buffer | undefined;
    try {
      const keys = readKeys(folder.keys);
      key =
        'recoveryCode' in secret
          ? await unlockWithRecoveryCode(keys, secret.recoveryCode)
          : (await unlockWithPassword(keys, secret.password, secret.login)).key;
      return { key, db: openDatabase(folder.database, key, { readonly: true }) };
    } catch (error) {
      key?.fill(0);
      // Another password, damaged, or nothing there: then there is nothing to tell of it.
      if (error instanceof LasError) return undefined;
      throw error;
    }
  }

  /** A verified backup of what stands here, or, when it cannot be opened or is not whole, a copy of its files. */
  async #keepPresent(secret: BackupSecret, open?: Present): Promise<void> {
    const { folder, clock } = this.#options;
    if (!existsSync(folder.database)) return;
    const present = open ?? (await this.#openPresent(secret));
    try {
      const identity = readIdentity(folder);
      if (present && identity) {
        const target = freeTarget(folder.backups, identity, clock.now());
        await makeBackup(this.#options, { key: present.key, target, reason: 'restore' });
        return;
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
    } finally {
      if (present && !open) closePresent(present);
    }
    setAside(folder);
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof LasError && ['administration-damaged', 'keys-damaged'].includes(error.failure.code);

/** What can be told of the administration that stands here; a damaged one may tell nothing. */
function tellOfPresent(...facts: Parameters<typeof presentContent>): ReturnType<typeof presentContent> | undefined {
  try {
    return presentContent(...facts);
  } catch (error) {
    if (isDamage(translateDatabaseError(error))) return undefined;
    throw error;
  }
}

function closePresent({ db, key }: Present): void {
  closeDatabase(db);
  key.fill(0);
}

/** The key was proved by keys.json, so what cannot be read is a damaged backup. */
function openDraft(file: string, key: Buffer, readonly: boolean): Connection {
  try {
    return openDatabase(file, key, { readonly });
  } catch (error) {
    throw isDamage(error) ? new LasError('backup-damaged') : (translateDatabaseError(error) ?? error);
  }
}

/** Refuses a new password that opening the restored administration would refuse, while everything is still as it was. */
function demandUsable(db: Connection, secret: BackupSecret): void {
  if ('recoveryCode' in secret) checkNewPassword(secret.newPassword, namesAround(db, demandBeheerder(db)));
}

/** Makes of a checked copy, in the newest schema, the administration that will go on from it. */
export function makeReady(db: Connection, clock: Clock, backupDay: string): void {
  hideBin(db);
  db.transaction(() => {
    drawSeries(db);
    raisePollId(db, clock);
    holdSending(db, clock, backupDay);
  }).immediate();
}
