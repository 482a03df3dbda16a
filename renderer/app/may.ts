import { createContext, useContext } from 'react';
import { isReading, mayDo, type Access } from '../../shared/api/roles.ts';
import type { SessionStatus } from '../../shared/api/session.ts';

/** Who is at work, and whether anything can be changed now. */
type AtWork = Pick<SessionStatus, 'role' | 'readOnly'>;

/** The user at work; nobody while the administration is not open. */
export const AtWorkContext = createContext<AtWork>({});

/**
 * What the user at work may do now: what the role allows, and after a safe start, or of a damaged database, of that only what changes
 * nothing. What she may not is hidden; the core refuses it in any case.
 */
export const mayNow = ({ role, readOnly }: AtWork, wanted: Access): boolean =>
  mayDo(role, wanted) && (readOnly !== true || isReading(wanted));

/** Tells what the user at work may do now. */
export function useMay(): (wanted: Access) => boolean {
  const atWork = useContext(AtWorkContext);
  return (wanted) => mayNow(atWork, wanted);
}
