import type { OperationName } from '../../../shared/api/contract.ts';
import { LasError, type ErrorCode } from '../../../shared/api/errors.ts';
import { mayDo, type Access, type Role } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import type { Session } from './session.ts';

/** How far a person is in. */
export type Stage = SessionStatus['state'];

/**
 * Where the administration stands for the user at work. Only a beheerder can confirm a recovery code, so nobody else is held up
 * by one that has not been asked back.
 */
export function stageOf(session: Session, opened: boolean, rekeying: boolean): Stage {
  if (rekeying) return 'rekeying';
  if (!opened) return session.exists ? 'locked' : 'none';
  const { role, one_time_password: oneTime } = session.account;
  if (oneTime) return 'password';
  return mayDo(role, 'manage') && !session.recoveryConfirmed ? 'recovery' : 'open';
}

/** The failure of an operation that comes before what a stage asks for, and what is allowed all the same. */
const refusals: Readonly<Record<Exclude<Stage, 'open'>, { code: ErrorCode; except: readonly OperationName[] }>> = {
  none: { code: 'locked', except: [] },
  locked: { code: 'locked', except: [] },
  rekeying: { code: 'rekeying', except: [] },
  recovery: { code: 'recovery-unconfirmed', except: ['session.confirmRecoveryCode', 'session.newRecoveryCode'] },
  password: { code: 'password-to-change', except: ['session.choosePassword'] },
};

/** Operations that would open or make what is closed for a moment. */
const opening: readonly OperationName[] = ['session.create', 'session.unlock', 'session.unlockWithRecoveryCode'];

/** Refuses what may not be done at this stage or in this role. @throws LasError locked, rekeying, recovery-unconfirmed, password-to-change, not-allowed */
export function demandAccess(name: OperationName, access: Access, stage: Stage, role: Role | undefined): void {
  if (stage === 'rekeying' && opening.includes(name)) throw new LasError('rekeying');
  if (access === 'locked') return;
  if (stage === 'none' || stage === 'locked' || stage === 'rekeying') throw new LasError(refusals[stage].code);
  if (!mayDo(role, access)) throw new LasError('not-allowed');
  if (stage !== 'open' && !refusals[stage].except.includes(name)) throw new LasError(refusals[stage].code);
}
