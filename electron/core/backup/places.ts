import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupPlace, type BackupInfo, type KnownBackup } from '../../../shared/api/backup.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { failure, LasError } from '../../../shared/api/errors.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { kept } from '../../../shared/domain/retention.ts';
import { backupName, EXTENSION, hasBackupName, readBackupFile, type BackupFile, type Manifest } from './format.ts';
import { unfinishedName } from './files.ts';

/** A folder with backups as it was found. */
interface PlaceContent {
  backups: BackupFile[];
  useless: { name: string; problem: string }[];
}

/** What a manifest shows to a person. */
export const infoOf = ({ madeAt, reason, kind, leerlingen, bytes }: Manifest): BackupInfo => ({
  madeAt,
  reason,
  kind,
  leerlingen,
  bytes,
});

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The backups in a folder, newest first, and the files that look like one and are not. @throws errors of the file system */
export function readPlace(folder: string): PlaceContent {
  const content: PlaceContent = { backups: [], useless: [] };
  for (const name of readdirSync(folder).filter(hasBackupName)) {
    try {
      const file = readBackupFile(join(folder, name));
      if (file.whole) content.backups.push(file);
      else content.useless.push({ name, problem: failure('backup-incomplete').message });
    } catch (error) {
      if (!(error instanceof LasError)) throw error;
      content.useless.push({ name, problem: error.failure.message });
    }
  }
  content.backups.sort((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt) || b.path.localeCompare(a.path));
  return content;
}

/** Where the places for backups are; the second is known only while the administration is open. */
export type PlacePaths = Record<'first', string> & Partial<Record<'second', string>>;

/**
 * What is in the places that are there, the backups newest first.
 * @param administration the one that stands here; undefined when that is not known @throws errors of the file system
 */
export function readPlaces(
  paths: PlacePaths,
  administration: string | undefined,
): Pick<Output<'backup.list'>, 'backups' | 'useless'> {
  const found = backupPlace.options.flatMap((place) => {
    const path = paths[place];
    return path !== undefined && existsSync(path) ? [{ place, ...readPlace(path) }] : [];
  });
  const backups = found.flatMap(({ place, ...content }) =>
    content.backups.map(({ path, manifest }): KnownBackup => {
      const other = administration !== undefined && manifest.administration !== administration;
      return { ...infoOf(manifest), name: nameOf(path), place, other };
    }),
  );
  return {
    backups: backups.sort((a, b) => b.madeAt.localeCompare(a.madeAt)),
    useless: found.flatMap(({ place, useless }) => useless.map((file) => ({ ...file, place }))),
  };
}

/** A file for a new backup in `folder` that does not exist yet. */
export function freeTarget(
  folder: string,
  school: { brinnummer: string; aanleverpunt: string },
  instant: Date,
): string {
  const name = backupName(school, instant);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : name.replace(`.${EXTENSION}`, `-${number}.${EXTENSION}`));
    if (!existsSync(path)) return path;
  }
}

/** The Dutch calendar date of a backup, `yyyy-mm-dd`. */
export const dayOf = ({ madeAt }: Pick<Manifest, 'madeAt'>): string => dateInNetherlands(new Date(madeAt));

/** Those of this administration that rotation made. */
export const scheduledOf = (content: PlaceContent, administration: string): BackupFile[] =>
  content.backups.filter(
    ({ manifest }) => manifest.reason === 'scheduled' && manifest.administration === administration,
  );

/** Removes what rotation made and no longer keeps. Those made by hand, before a migration or before a restore stay. */
export function prune(backups: readonly BackupFile[], today: string): void {
  const dated = backups.map(({ path, manifest }) => ({ path, date: dayOf(manifest), madeAt: manifest.madeAt }));
  const keep = kept(dated, today);
  for (const backup of dated) if (!keep.has(backup)) rmSync(backup.path, { force: true });
}

/** Removes what a crash left of unfinished backups. Not while one is being made. */
export function removeUnfinished(folder: string): void {
  const unfinished = unfinishedName('');
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^(bronwijs-|in-de-maak)/.test(name) && name.includes(unfinished) && statSync(path).isFile())
      rmSync(path, { force: true });
  }
}
