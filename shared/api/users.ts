import { z } from 'zod';
import { operation } from './operation.ts';
import { role } from './roles.ts';
import { instant, login, nothing, userName, version } from './session.ts';

const userId = z.string().max(64);

export const user = z.strictObject({
  id: userId,
  version,
  naam: z.string(),
  login: z.string(),
  role,
  /** The user at work. */
  self: z.boolean(),
  /** `once`: has a password for one use that was not used yet; `none`: cannot open the administration. */
  password: z.enum(['own', 'once', 'none']),
  lastLoginAt: instant.optional(),
});
export type User = z.infer<typeof user>;

/** Why a new key is advised: somebody who could open the administration may no longer do so, or the printed code came into use. */
export const rekeyReason = z.enum(['user-removed', 'recovery-code-used']);

const oneTimePassword = z.string();

export const userOperations = {
  'users.list': operation({
    summary: 'Everybody who can open this administration, and whether a new key is advised.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({
      users: z.array(user),
      rekeyAdvised: z.strictObject({ reason: rekeyReason, since: instant }).optional(),
    }),
  }),
  'users.add': operation({
    summary: 'Adds a user and gives the password for one use, which is shown only now.',
    access: 'manage',
    input: z.strictObject({ naam: userName, login, role }),
    output: z.strictObject({ id: userId, oneTimePassword }),
  }),
  'users.change': operation({
    summary: 'Changes name, login or role of a user. One cannot change the own role.',
    access: 'manage',
    input: z.strictObject({ id: userId, version, naam: userName, login, role }),
    output: z.strictObject({ version }),
  }),
  'users.resetPassword': operation({
    summary: 'Gives a user another password for one use; the former password no longer works.',
    access: 'manage',
    input: z.strictObject({ id: userId }),
    output: z.strictObject({ oneTimePassword }),
  }),
  'users.remove': operation({
    summary: 'Removes a user, who can no longer open the administration. One cannot remove oneself.',
    access: 'manage',
    input: z.strictObject({ id: userId }),
    output: nothing,
  }),
  'users.rekey': operation({
    summary:
      'Gives the administration a new key by way of a verified copy. Everybody keeps the own password; earlier backups keep the earlier key.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({
      /** Names of users of the first version of the program who need a new password. */
      left: z.array(z.string()),
    }),
  }),
  'users.keepKey': operation({
    summary: 'Keeps the present key: a new one is no longer advised.',
    access: 'manage',
    input: nothing,
    output: nothing,
  }),
} as const;
