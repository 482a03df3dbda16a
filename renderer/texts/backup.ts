import type { BackupInfo, BackupReason, KnownBackup } from '../../shared/api/backup.ts';
import { countOf } from './format.ts';

/** Why a backup was made. */
export const reasonText: Record<BackupReason, string> = {
  manual: 'met de hand',
  scheduled: 'vanzelf',
  migration: 'vóór een nieuwe versie',
  restore: 'vóór terugzetten',
};

/** Of these, newest first, the one that brings back what stands here. */
export const newestOwn = (backups: readonly KnownBackup[]): KnownBackup | undefined =>
  backups.find(({ other }) => !other);

/** `236 leerlingen`. */
export const pupilsIn = ({ leerlingen }: Pick<BackupInfo, 'leerlingen'>): string =>
  countOf(leerlingen, 'leerling', 'leerlingen');

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** `4,2 MB`, `350 kB`. */
export const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000 ? `${number.format(bytes / 1_000_000)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;
