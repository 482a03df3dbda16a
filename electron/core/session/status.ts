import { mayDo } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { toCompare } from '../exchange/compareFirst.ts';
import { readHold } from '../exchange/hold.ts';
import { readSchool } from '../school/settings.ts';
import type { Stage } from './gate.ts';
import type { Session } from './session.ts';

type OfSession = Omit<SessionStatus, 'version' | 'host' | 'now' | 'oefenklok' | 'demo' | 'safe'>;

/** What the session has to say of itself; of a locked administration nothing about the school or the people. */
export function statusOf(session: Session, state: Stage): OfSession {
  const open = state === 'open' || state === 'recovery' || state === 'password' ? session.current : undefined;
  if (!open) return { state, asksLogin: session.asksLogin, waitSeconds: session.waitSeconds };
  const { kind, naam, brinnummer, aanleverpunt } = readSchool(open.db);
  const { name, login, role } = session.account;
  // Of a damaged database no more is read than everybody must know.
  const sendingHeld = !open.readOnly && readHold(open.db) !== undefined;
  const comparesFirst = !open.readOnly && !sendingHeld && toCompare(open.db) > 0;
  const logCut = open.chainHead?.missing !== undefined && mayDo(role, 'manage');
  return {
    state,
    asksLogin: session.asksLogin,
    waitSeconds: session.waitSeconds,
    kind,
    schoolName: naam,
    brinnummer,
    aanleverpunt,
    userName: name,
    login,
    role,
    readOnly: open.readOnly,
    sendingHeld,
    comparesFirst,
    ...(logCut ? { logCut } : {}),
  };
}
