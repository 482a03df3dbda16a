import type { EventName, EventPayload, OperationName, Output, Parsed } from '../../shared/api/contract.ts';
import type { Role } from '../../shared/api/roles.ts';
import type { AdjustableClock } from '../../shared/domain/clock.ts';
import type { Connection } from './database/database.ts';
import type { FileGrants } from './files/grants.ts';

/** Tells the host's windows of something. */
export type Emit = <N extends EventName>(event: N, payload: EventPayload<N>) => void;

/** Who is at work. */
export interface Caller {
  userId: string;
  role: Role;
}

/** An unlocked administration: what every module of the core works with. */
export interface Administration {
  db: Connection;
  clock: AdjustableClock;
  emit: Emit;
  /** The user who unlocked it. */
  caller: Caller;
}

/** An unlocked administration with the files that the person chose: for what is read from or written to a disk. */
export interface WithFiles extends Administration {
  files: FileGrants;
}

/** Handlers of the operations whose name starts with `P.`, for an unlocked administration. */
export type HandlersOf<P extends string> = {
  [N in Extract<OperationName, `${P}.${string}`>]: (input: Parsed<N>) => Output<N> | Promise<Output<N>>;
};
