import type { SessionStatus } from '../../../shared/api/session.ts';
export function Start({ status }: { status: SessionStatus }) {
  return <h1>{status.state}</h1>;
}
