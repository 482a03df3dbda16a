import { z } from 'zod';
import { clusters, schoolSoorten } from '../domain/schoolSoort.ts';
import { foldLogin, loginPattern } from '../domain/login.ts';
import { operation } from './operation.ts';
import { role } from './roles.ts';

export const brinnummer = z
  .string()
  .regex(/^[0-9]{2}[A-Z]{2}$/, 'twee cijfers en twee hoofdletters, bijvoorbeeld 99ZZ');
export const aanleverpuntnummer = z.string().regex(/^[0-9]{2}$/, 'twee cijfers, bijvoorbeeld 00');
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** ISO 8601 instant in UTC. */
export const instant = z.string();
export const nothing = z.strictObject({});
export const version = z.int().positive();
export const rowId = z.int().positive();

const person = z.strictObject({
  naam: z.string().trim().min(1, 'een naam').max(100),
  telefoon: z.string().trim().max(20),
  email: z.string().trim().max(100),
});

export const school = z.strictObject({
  brinnummer,
  naam: z.string().trim().min(1, 'een naam').max(70),
  soort: z.enum(schoolSoorten.map(({ code }) => code)),
  /** Of a school for SO or VSO; left out: not known, then not judged. */
  cluster: z.enum(clusters.map(({ code }) => code)).optional(),
  /** One of the two schools for pupils with epilepsy, which may deliver an arrangement (PvE 4.2.9.12 of 2015-11). */
  epilepsy: z.boolean().optional(),
  vestigingen: z
    .array(z.strictObject({ volgnummer: z.string().regex(/^\d{2}$/), naam: z.string().trim().min(1).max(70) }))
    .min(1, 'ten minste één vestiging')
    .max(50),
  aanleverpunt: aanleverpuntnummer,
  contactpersoon: person,
  gemachtigde: person,
});
export type School = z.infer<typeof school>;

export const userName = z.string().trim().min(1, 'een naam').max(100);

/** Oefen or echt: chosen when the administration is made, for ever. */
export const administrationKind = z.enum(['oefen', 'echt']);
export const password = z.string().max(1024);
/** What a user is found by when unlocking; see `loginPattern`. */
export const login = z
  .string()
  .max(100)
  .transform(foldLogin)
  .pipe(z.string().regex(loginPattern, '2 tot 40 letters, cijfers, punten of streepjes, zonder spaties'));

export const sessionStatus = z.strictObject({
  /**
   * `none`: no administration in this folder yet; `recovery`: the recovery code still has to be asked back; `password`: the
   * password for one use still has to be replaced; `rekeying`: closed for a moment, to get another key.
   */
  state: z.enum(['none', 'locked', 'recovery', 'password', 'rekeying', 'open']),
  /** More than one user has a password: unlocking asks who it is. */
  asksLogin: z.boolean(),
  version: z.string(),
  now: instant,
  host: z.enum(['electron', 'web', 'none']),
  /** Known as soon as the administration has been opened; a locked one tells nothing about the school. */
  kind: administrationKind.optional(),
  schoolName: z.string().optional(),
  brinnummer: z.string().optional(),
  aanleverpunt: z.string().optional(),
  userName: z.string().optional(),
  login: z.string().optional(),
  /** Lines at the end of the log of changes are missing: they were there when the program last looked. For the beheerder. */
  logCut: z.boolean().optional(),
  role: role.optional(),
  /** The database is damaged: what can be read of it is shown, and nothing can be changed. */
  readOnly: z.boolean().optional(),
  /** Started with `--veilig`: for looking only. */
  safe: z.boolean().optional(),
  /** A backup was restored: nothing goes to BRON until it is known what BRON has. */
  sendingHeld: z.boolean().optional(),
  /** That is known now, and it has something else: the program delivers nothing by itself until a person has compared and sent. */
  comparesFirst: z.boolean().optional(),
  /** Seconds to wait before the next attempt to unlock; 0 when none. */
  waitSeconds: z.number(),
  /** The clock follows a mock BRON and can be moved. */
  oefenklok: z.boolean(),
  /** The guided card of the demo is on. */
  demo: z.boolean(),
});
export type SessionStatus = z.infer<typeof sessionStatus>;

export const sessionOperations = {
  'session.status': operation({
    summary: 'Tells whether there is an administration, whether it is open, and what the clock says.',
    access: 'locked',
    input: nothing,
    output: sessionStatus,
  }),
  'session.create': operation({
    summary:
      'Makes the administration in this data folder, with its first user, and opens it. Gives the recovery code once.',
    access: 'locked',
    input: z.strictObject({
      kind: administrationKind,
      school,
      /** Without login it gets one that is made of the name. */
      user: z.strictObject({ naam: userName, password, login: login.optional() }),
    }),
    output: z.strictObject({ recoveryCode: z.string() }),
  }),
  'session.confirmRecoveryCode': operation({
    summary: 'Asks the recovery code back; from then on the administration can be used.',
    access: 'manage',
    input: z.strictObject({ recoveryCode: z.string().max(100) }),
    output: nothing,
  }),
  'session.newRecoveryCode': operation({
    summary: 'Makes a new recovery code, which has to be asked back; the old one no longer works.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({ recoveryCode: z.string() }),
  }),
  'session.unlock': operation({
    summary:
      'Opens the administration with a password; with a login it costs one key derivation, however many users there are.',
    access: 'locked',
    input: z.strictObject({ password, login: z.string().max(100).optional() }),
    output: sessionStatus,
  }),
  'session.unlockWithRecoveryCode': operation({
    summary:
      'Opens the administration with the recovery code and sets a new password, of the first beheerder or the one named.',
    access: 'locked',
    input: z.strictObject({
      recoveryCode: z.string().max(100),
      newPassword: password,
      login: z.string().max(100).optional(),
    }),
    output: sessionStatus,
  }),
  'session.lock': operation({
    summary: 'Locks the administration.',
    access: 'locked',
    input: nothing,
    output: nothing,
  }),
  'session.keepAwake': operation({
    summary: 'Says that a person is at work, so that the administration does not lock itself.',
    access: 'locked',
    input: nothing,
    output: nothing,
  }),
  'session.changePassword': operation({
    summary: 'Changes the password of the user at work.',
    access: 'open',
    input: z.strictObject({ current: password, next: password }),
    output: nothing,
  }),
  'session.choosePassword': operation({
    summary: 'Replaces the password for one use, with which the user at work came in, by one of the own choice.',
    access: 'open',
    input: z.strictObject({ next: password }),
    output: nothing,
  }),
} as const;
