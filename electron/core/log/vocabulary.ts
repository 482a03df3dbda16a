import type { BerichtState } from '../../../shared/api/exchange.ts';
import { berichtState } from '../../../shared/api/exchange.ts';

/** Everything that can happen and is worth a line in the log. A line says nothing but these words and numbers. */
export const logEvents = [
  'program-started',
  'program-stopped',
  'core-started',
  'core-stopped',
  'uncaught-error',
  'operation',
  'operation-failed',
  'administration-created',
  'administration-opened',
  'administration-closed',
  'administration-unlocked',
  'administration-locked',
  'unlock-failed',
  'recovery-code-used',
  'password-changed',
  'recovery-code-changed',
  'administration-rekeyed',
  'user-added',
  'user-removed',
  'database-migrated',
  'database-damaged',
  'change-log-broken',
  'backup-made',
  'backup-failed',
  'backup-restored',
  'certificate-installed',
  'certificate-removed',
  'run-started',
  'run-finished',
  'run-stopped',
  'run-failed',
  'connection-tested',
  'message-state',
  'message-retry',
  'bundle-received',
  'bundle-processed',
  'answer-invalid',
  'import-finished',
  'export-finished',
  'clock-set',
  'request-refused',
] as const;
export type LogEvent = (typeof logEvents)[number];

/** The states a line can name: of the administration, of a run and of a message. */
const programStates = [
  'none',
  'locked',
  'recovery',
  'password',
  'rekeying',
  'open',
  'closed',
  'idle',
  'running',
  'waiting',
  'stopped',
  'done',
  'failed',
  'ontvangen',
  'verwerkt',
] as const;
export type LogState = (typeof programStates)[number] | BerichtState;
export const logStates: readonly LogState[] = [...programStates, ...berichtState.options];
