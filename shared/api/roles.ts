import { z } from 'zod';

/** Who works with an administration; each user has one role. */
export const role = z.enum(['beheerder', 'gemachtigde', 'administratie', 'leerkracht', 'lezer']);
export type Role = z.infer<typeof role>;

/**
 * What an operation asks of the caller. `locked`: nothing, not even an open administration. `open`: any user of an open one.
 * `ownGroup`: pupils and groups, which a leerkracht gets only of her own groups and without numbers. `read`: everything that is
 * registered. `register`: changing it. `exchange`: sending and fetching. `authorise`: deciding against our own rules.
 * `transfer`: data of many pupils into or out of the administration. `manage`: users, settings, certificate, backups, the log.
 */
export const access = z.enum([
  'locked',
  'open',
  'ownGroup',
  'read',
  'register',
  'exchange',
  'authorise',
  'transfer',
  'manage',
]);
export type Access = z.infer<typeof access>;

const everyone = role.options;
const office: readonly Role[] = ['beheerder', 'gemachtigde', 'administratie'];

/** The roles that may do what asks for this access: the matrix that `docs/rollen.md` shows. */
export const rolesWith: Readonly<Record<Access, readonly Role[]>> = {
  locked: everyone,
  open: everyone,
  ownGroup: everyone,
  read: [...office, 'lezer'],
  register: office,
  exchange: office,
  authorise: ['beheerder', 'gemachtigde'],
  transfer: office,
  manage: ['beheerder'],
};

/** Whether somebody with this role (none: nobody) may do what asks for `wanted`. */
export const mayDo = (holder: Role | undefined, wanted: Access): boolean =>
  wanted === 'locked' || (holder !== undefined && rolesWith[wanted].includes(holder));

const reading: readonly Access[] = ['locked', 'open', 'ownGroup', 'read'];

/** Whether what asks for `wanted` changes nothing and asks nothing of BRON: what is left after a safe start, or of a damaged database. */
export const isReading = (wanted: Access): boolean => reading.includes(wanted);
