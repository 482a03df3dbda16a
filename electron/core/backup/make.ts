import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '../../../shared/api/backup.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { createClock, type Clock } from '../../../shared/domain/clock.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { translating } from '../database/errors.ts';
import { isKeyOf } from '../users/keys.ts';
import { readKeys } from '../users/keysFile.ts';
import type { Manifest } from './format.ts';
import type { BackupThread } from './thread.ts';

/** What it takes to make a backup of an administration. */
export interface BackupMaker {
  thread: BackupThread;
  folder: DataFolder;
  clock: Clock;
  /** Of the program. */
  version: string;
}

const machineClock = createClock();

/** Where the copy stands that is checked before it becomes a backup: never beside a target, which may be any kind of disk. */
export const scratchFile = (folder: DataFolder): string => join(folder.backups, 'in-de-maak.tmp');

/** The text of keys.json, which must open what `key` encrypts: a backup that nobody can open is none. @throws LasError keys-damaged */
function keysText(folder: DataFolder, key: Buffer): string {
  if (!isKeyOf(readKeys(folder.keys), key)) throw new LasError('keys-damaged');
  return translating(() => readFileSync(folder.keys, 'utf8'));
}

/**
 * Makes a verified backup of the administration in `target` and gives its manifest. What stands under `target` afterwards is a good
 * backup or what stood there before. The administration may be worked with meanwhile. Errors: `administration-damaged`,
 * `keys-damaged`, `disk-full`, `disk-failed`, `backup-target-refused`, `backup-unverified`.
 */
export async function makeBackup(
  { thread, folder, clock, version }: BackupMaker,
  { key, target, reason }: { key: Buffer; target: string; reason: BackupReason },
): Promise<Manifest> {
  const facts = {
    program: version,
    madeAt: clock.now().toISOString(),
    machineTime: machineClock.now().toISOString(),
    reason,
    keys: keysText(folder, key),
  };
  const job = { kind: 'make', source: folder.database, key, scratch: scratchFile(folder), target, facts } as const;
  return (await thread.run(job)).manifest;
}
