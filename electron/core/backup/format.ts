import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { backupReason } from '../../../shared/api/backup.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { aanleverpuntnummer, administrationKind, brinnummer } from '../../../shared/api/session.ts';
import { reading } from '../files/chosenFile.ts';

/** How the name of every backup ends. */
export const EXTENSION = 'reservekopie';
const MAGIC = 'Bronwijs reservekopie\n';
/** The number of the form described in docs/backup.md. */
export const FORMAT = 1;
/** The manifest of a bestuur with every table stays far below it. */
const LONGEST_HEADER = 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says about itself without being opened. No name and no number of a person; `keys` are wrapped. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Versions of the program and of the schema that wrote it. */
  program: z.string().max(50),
  schema: z.int().positive(),
  /** By the Clock of the administration, and by the clock of the machine. */
  madeAt: z.iso.datetime(),
  machineTime: z.iso.datetime(),
  reason: backupReason,
  kind: administrationKind,
  /** Random, made once for the administration. */
  administration: z.uuid(),
  brinnummer,
  aanleverpunt: aanleverpuntnummer,
  leerlingen: z.int().min(0),
  rows: z.record(z.string().max(100), z.int().min(0)),
  /** The last line of the log of changes. */
  chain: z.strictObject({ seq: z.int().min(0), hash: sha256 }),
  /** The text of keys.json. */
  keys: z.string().max(LONGEST_HEADER),
  /** Size and hash of the database that follows. */
  bytes: z.int().positive(),
  sha256,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Of a later format only this much is known. */
const anyFormat = z.looseObject({ format: z.int().positive() });

/** The bytes before the database. */
export const headerOf = (manifest: Manifest): Buffer =>
  Buffer.from(`${MAGIC}${JSON.stringify(manifestSchema.parse(manifest))}\n`, 'utf8');

/** A backup as it stands on a disk: its manifest, and where its database begins. */
export interface BackupFile {
  path: string;
  manifest: Manifest;
  offset: number;
  /** Whether all of the database is there, by its size. */
  whole: boolean;
}

function readStart(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(LONGEST_HEADER);
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
}

function parseManifest(line: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LasError('backup-damaged');
  }
  const known = anyFormat.safeParse(value);
  if (known.success && known.data.format > FORMAT) throw new LasError('backup-newer');
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) throw new LasError('backup-damaged');
  return manifest.data;
}

/**
 * Reads what a backup says about itself. Errors: `backup-unknown` (another kind of file), `backup-incomplete` (cut off in the manifest),
 * `backup-damaged`, `backup-newer` (a later format), `file-gone`, `file-unreadable`.
 */
export function readBackupFile(path: string): BackupFile {
  if (!existsSync(path)) throw new LasError('file-gone');
  const start = reading(() => readStart(path));
  const magic = Buffer.from(MAGIC, 'utf8');
  if (!start.subarray(0, magic.length).equals(magic)) {
    const cut = start.length < magic.length && magic.subarray(0, start.length).equals(start);
    throw new LasError(cut ? 'backup-incomplete' : 'backup-unknown');
  }
  const end = start.indexOf('\n', magic.length);
  if (end < 0) throw new LasError(start.length < LONGEST_HEADER ? 'backup-incomplete' : 'backup-damaged');
  const manifest = parseManifest(start.toString('utf8', magic.length, end));
  const offset = end + 1;
  return { path, manifest, offset, whole: statSync(path).size === offset + manifest.bytes };
}

const dutchMoment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The moment as it stands in names: `2009-11-02-090000`, Dutch time. */
export const momentInName = (instant: Date): string =>
  dutchMoment.format(instant).replace(' ', '-').replaceAll(':', '');

/** The name of a backup: `bronwijs-99ZZ-00-2009-11-02-090000.reservekopie`. */
export const backupName = (school: { brinnummer: string; aanleverpunt: string }, instant: Date): string =>
  `bronwijs-${school.brinnummer}-${school.aanleverpunt}-${momentInName(instant)}.${EXTENSION}`;

/** Whether a file could be a backup, by its name. */
export const hasBackupName = (path: string): boolean => /^bronwijs-.+\.reservekopie$/.test(basename(path));
