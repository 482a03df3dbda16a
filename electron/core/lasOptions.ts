import type { GrantUse } from '../../shared/api/bridge.ts';
import type { Result } from '../../shared/api/errors.ts';
import type { AdjustableClock } from '../../shared/domain/clock.ts';
import type { ResolveProxy } from './exchange/proxy.ts';
import type { KdfCost } from './users/wrapping.ts';

/** What a core is started with. */
export interface LasOptions {
  dataDir: string;
  clock: AdjustableClock;
  version: string;
  /** Folder of `resources/`, for schemas and tables. */
  resourcesDir: string;
  host: 'electron' | 'web' | 'none';
  /** Control interface of the mock BRON whose clock this administration follows. */
  oefenklokUrl?: string;
  /** File with what the demo's guided card needs. */
  demoGuide?: string;
  /** Started with `--veilig`: for looking only; nothing is written, sent or done by itself. */
  safe?: boolean;
  emit(event: string, payload: unknown): void;
  /** Cheaper key derivation, for tests. */
  kdfCost?: KdfCost;
  /** False keeps backups from being made by rotation, for tests of something else. */
  backupRotation?: boolean;
  /** Takes the beat, in place of a timer that gives it: for tests that say themselves when it is time. */
  heartbeat?: (beat: () => Promise<void>) => void;
  /** Shorter than the 30 seconds of PvE 5.3.1, for tests. */
  answerTimeoutMs?: number;
  /** The proxy that the host's settings give for an address; that of the environment when left out. */
  resolveProxy?: ResolveProxy;
}

/** The core: every operation of the contract behind one function. */
export interface Las {
  /** Checks the input, the session and the role, and runs the operation. Never throws. */
  invoke(name: string, input: unknown): Promise<Result<unknown>>;
  /** Takes from the host which file or folder a person chose; operations get it by `token`. */
  grant(token: string, path: string, use: GrantUse): void;
  close(): Promise<void>;
}
