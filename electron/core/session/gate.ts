import type { OperationName } from '../../../shared/api/contract.ts';
import { LasError, type ErrorCode } from '../../../shared/api/errors.ts';
import { isReading, mayDo, type Access } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import type { OpenSession, Session } from './session.ts';

/** How far a person is in. */
export type Stage = SessionStatus['state'];

/**
 * Where the administration stands for the user at work. Only a beheerder can confirm a recovery code, so nobody else is held up
 * by one that has not been asked back; and nobody by what a damaged database cannot keep.
 */
export function stageOf(session: Session, opened: boolean, rekeying: boolean): Stage {
  if (rekeying) return 'rekeying';
  if (!opened) return session.exists ? 'locked' : 'none';
  if (session.current?.readOnly) return 'open';
  const { role, one_time_password: oneTime } = session.account;
  if (oneTime) return 'password';
  return mayDo(role, 'manage') && !session.recoveryConfirmed ? 'recovery' : 'open';
}

/** The failure of an operation that comes before what a stage asks for, and what is allowed all the same. */
const refusals: Readonly<Record<'recovery' | 'password', { code: ErrorCode; except: readonly OperationName[] }>> = {
  recovery: { code: 'recovery-unconfirmed', except: ['session.confirmRecoveryCode', 'session.newRecoveryCode'] },
  password: { code: 'password-to-change', except: ['session.choosePassword'] },
};

/** Operations that would open or make what is closed for a moment. */
const opening: readonly OperationName[] = [
  'session.create',
  'session.unlock',
  'session.unlockWithRecoveryCode',
  'restore.preview',
  'restore.commit',
];

/** What changes nothing although it asks for the rights of a beheerder: by what she finds out what went wrong. */
const readingOperations: readonly OperationName[] = [
  'backup.list',
  'changes.list',
  'changes.facets',
  'changes.verify',
  'changes.stop',
  'diagnostics.get',
];

/** What writes although it asks for no right to. */
const writingOperations: readonly OperationName[] = [
  'session.create',
  'session.unlockWithRecoveryCode',
  'session.changePassword',
  'session.choosePassword',
  'restore.inspect',
  'restore.preview',
  'restore.commit',
];

/**
 * Refuses in a program that was started with `--veilig` whatever writes, sends or fetches, whoever asks.
 * @throws LasError safe-start
 */
export function demandReading(name: OperationName, access: Access): void {
  const reads = isReading(access) && !writingOperations.includes(name);
  if (!reads && !readingOperations.includes(name)) throw new LasError('safe-start');
}

/**
 * Refuses what may not be done at this stage, by this caller or in a damaged administration.
 * @throws LasError locked, rekeying, recovery-unconfirmed, password-to-change, not-allowed, administration-read-only
 */
export function demandAccess(
  name: OperationName,
  access: Access,
  stage: Stage,
  open: Pick<OpenSession, 'caller' | 'readOnly'> | undefined,
): void {
  if (stage === 'rekeying' && opening.includes(name)) throw new LasError('rekeying');
  if (access === 'locked') return;
  if (!open || stage === 'none' || stage === 'locked' || stage === 'rekeying')
    throw new LasError(stage === 'rekeying' ? 'rekeying' : 'locked');
  if (!mayDo(open.caller.role, access)) throw new LasError('not-allowed');
  if (open.readOnly && !isReading(access) && !readingOperations.includes(name))
    throw new LasError('administration-read-only');
  if (stage !== 'open' && !refusals[stage].except.includes(name)) throw new LasError(refusals[stage].code);
}
