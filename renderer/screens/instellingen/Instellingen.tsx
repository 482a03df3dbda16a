import type { SessionStatus } from '../../../shared/api/session.ts';
export function Instellingen({ status }: { status: SessionStatus }) {
  return <h1>{status.state}</h1>;
}
