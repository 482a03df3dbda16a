import type { SessionStatus } from '../../../shared/api/session.ts';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { Printout } from './Printout.tsx';
import { WorkList } from './WorkList.tsx';
import { useWorkState } from './workState.ts';

/** Everything that is not right yet: as a list to work off, or as sheets for the teachers. */
export function Terugkoppelingen({ status }: { status: SessionStatus }) {
  const printing = useWorkState((state) => state.printing);
  return <KeepFocus>{printing ? <Printout status={status} /> : <WorkList status={status} />}</KeepFocus>;
}
