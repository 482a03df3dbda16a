import { z } from 'zod';
import { operation } from './operation.ts';
import { administrationKind, date, instant, nothing, password, sessionStatus } from './session.ts';

/** Why a backup was made: by hand, by rotation, or before something that changes the whole administration. */
export const backupReason = z.enum(['manual', 'scheduled', 'migration', 'restore']);
export type BackupReason = z.infer<typeof backupReason>;

/** In the backups folder of the administration, or in the second folder that a person chose. */
export const backupPlace = z.enum(['first', 'second']);

/** What a backup says about itself without being opened. */
export const backupInfo = z.strictObject({
  /** By the clock of the administration. */
  madeAt: instant,
  reason: backupReason,
  kind: administrationKind,
  leerlingen: z.number(),
  /** Of the whole file. */
  bytes: z.number(),
});
export type BackupInfo = z.infer<typeof backupInfo>;

const fileName = z.string().min(1).max(200);

export const knownBackup = backupInfo.extend({
  name: fileName,
  place: backupPlace,
  /** Of another administration than the one that stands here. */
  other: z.boolean(),
});
export type KnownBackup = z.infer<typeof knownBackup>;

/** A file in a place for backups that cannot be used, and why, as a Dutch sentence. */
const uselessBackup = z.strictObject({ name: fileName, place: backupPlace, problem: z.string() });

const token = z.string().min(1).max(100);
const draft = z.string().min(1).max(100);

/**
 * What opens a backup: the password of a beheerder known to it, found sooner by the login, or its recovery code, which asks for a
 * new password.
 */
export const backupSecret = z.union([
  z.strictObject({ password, login: z.string().max(100).optional() }),
  z.strictObject({ recoveryCode: z.string().max(100), newPassword: password }),
]);
export type BackupSecret = z.infer<typeof backupSecret>;

/** What a restore would bring, after the backup was opened and checked. */
export const restorePreview = backupInfo.extend({
  schoolName: z.string(),
  brinnummer: z.string(),
  aanleverpunt: z.string(),
  /** Of another administration of the same school: not the one that stands here. */
  other: z.boolean(),
  /** What goes: the administration that stands here, as far as it could be read. */
  present: z
    .strictObject({
      leerlingen: z.number(),
      /** Meldingen sent after the moment of the backup: BRON knows more than the backup. */
      sentAfter: z.number(),
      lastExchangeAt: instant.optional(),
    })
    .optional(),
  /** Whether an administration stands here at all. */
  replaces: z.boolean(),
  /** Until when the certificate in the backup is valid; absent: it holds none. */
  certificateValidTo: instant.optional(),
  /** A later certificate stands here and not in the backup. */
  certificateNewer: z.boolean(),
});
export type RestorePreview = z.infer<typeof restorePreview>;

export const backupOperations = {
  'backup.state': operation({
    summary: 'When the last verified backup was made, and what is wrong with the places for backups.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      lastAt: instant.optional(),
      making: z.boolean(),
      /** Dutch sentences; empty when all is well. */
      problems: z.array(z.string()),
    }),
  }),
  'backup.list': operation({
    summary: 'The two places for backups and what is in them, newest first.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({
      first: z.string(),
      second: z.string().optional(),
      backups: z.array(knownBackup),
      useless: z.array(uselessBackup),
    }),
  }),
  'backup.make': operation({
    summary: 'Makes a verified backup: in the file that was chosen, or in the backups folder of the administration.',
    access: 'manage',
    input: z.strictObject({ target: token.optional() }),
    output: backupInfo,
  }),
  'backup.setSecondPlace': operation({
    summary: 'Sets the folder that gets a copy of every backup made by rotation; without a folder there is none.',
    access: 'manage',
    input: z.strictObject({ folder: token.optional() }),
    output: nothing,
  }),
  'backup.targetName': operation({
    summary: 'The name for a backup that is made now.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({ name: fileName }),
  }),
} as const;

export const restoreOperations = {
  'restore.known': operation({
    summary:
      'The backups that are whole by their size, newest first: in the backups folder, and in the second place when it is known.',
    access: 'locked',
    input: nothing,
    output: z.strictObject({ backups: z.array(knownBackup) }),
  }),
  'restore.inspect': operation({
    summary:
      'Reads what a backup says about itself, from a chosen file or from a known one. The draft lives half an hour.',
    access: 'locked',
    input: z.union([
      z.strictObject({ file: token }),
      z.strictObject({ name: fileName, place: backupPlace.default('first') }),
    ]),
    output: backupInfo.extend({
      draft,
      day: date,
      /** Several users can open it: with the login of the one at work it is found sooner whose password it is. */
      asksLogin: z.boolean(),
    }),
  }),
  'restore.preview': operation({
    summary: 'Opens and checks the backup of a draft and tells what restoring it would mean. Nothing is replaced yet.',
    access: 'locked',
    input: z.strictObject({ draft, secret: backupSecret }),
    output: restorePreview,
  }),
  'restore.commit': operation({
    summary: 'Replaces the administration by the checked backup of a draft and opens it; what stood here is kept.',
    access: 'locked',
    input: z.strictObject({ draft, secret: backupSecret }),
    output: sessionStatus,
  }),
  'restore.cancel': operation({
    summary: 'Forgets a draft and what was unpacked for it.',
    access: 'locked',
    input: z.strictObject({ draft }),
    output: nothing,
  }),
} as const;
