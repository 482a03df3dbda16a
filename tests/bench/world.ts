import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Session } from '../../electron/core/session/session.ts';
import { BackupThread } from '../../electron/core/backup/thread.ts';
import type { Administration } from '../../electron/core/context.ts';
import { prepareDataFolder } from '../../electron/core/database/dataFolder.ts';
import { createLogger } from '../../electron/core/log/logger.ts';
import { startCore, type CoreClient } from '../../electron/core/processClient.ts';
import { writeSetting } from '../../electron/core/school/settings.ts';
import { forkCore } from '../../electron/web/forkCore.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { outDir } from '../../scripts/build.mts';
import { creation, PASSWORD } from '../support/administration.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const MOMENT = '2009-11-02T09:00';
const moment = new Date('2009-11-02T08:00:00Z');

const folders: string[] = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that goes when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bronwijs-bench-'));
  folders.push(folder);
  return folder;
}

function sessionOn(dataDir: string): Session {
  const clock = createClock(moment);
  const folder = prepareDataFolder(dataDir);
  const log = createLogger({ folder: folder.log, clock, programVersion: '0.0.0' });
  return new Session({
    folder,
    clock,
    log,
    emit: () => undefined,
    thread: new BackupThread(),
    version: '0.0.0',
  });
}

function demandOpen({ current }: Session): Administration {
  if (!current) throw new Error('the administration did not open');
  return current;
}

/** Makes an administration in `dataDir` at full cost of key derivation, filled by `fill` without going through the contract. */
export async function makeAdministration(
  dataDir: string,
  fill: (administration: Administration) => void | Promise<void>,
) {
  const session = sessionOn(dataDir);
  await session.create({ ...creation });
  const administration = demandOpen(session);
  // What a person does on the screen: copying the recovery code.
  writeSetting(administration.db, 'recoveryConfirmed', true);
  await fill(administration);
  session.lock();
}

/** Opens the administration in `dataDir`, which no core has open, for `work` that does not go through the contract. */
export async function readAdministration<T>(
  dataDir: string,
  work: (administration: Administration) => T | Promise<T>,
): Promise<T> {
  const session = sessionOn(dataDir);
  await session.unlock(PASSWORD);
  try {
    return await work(demandOpen(session));
  } finally {
    session.lock();
  }
}

/** A core in a process of its own, as both hosts run it. */
export interface BenchCore {
  pid: number;
  client: CoreClient;
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** A token for a file, as if it was chosen on the screen. */
  grant: CoreClient['grant'];
  /** Resident memory now and at its highest, in MB; undefined where the system does not tell. */
  memory(): { now: number; peak: number } | undefined;
}

function memoryOf(pid: number): { now: number; peak: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  } catch {
    return undefined;
  }
}

/** Starts a core on `dataDir`, the bundle that both hosts run; it is locked. Build first. */
export function startBenchCore(dataDir: string): BenchCore {
  let pid = 0;
  const client = startCore({
    spawn: () => {
      const child = forkCore({
        module: join(outDir, 'core/index.mjs'),
        arguments: { dataDir, version: '0.0.0', resourcesDir: join(root, 'resources'), host: 'none' },
        env: { ...process.env, LAS_CLOCK: MOMENT },
      });
      pid = child.pid ?? 0;
      return child;
    },
  });
  return {
    get pid() {
      return pid;
    },
    client,
    grant: (path, use) => client.grant(path, use),
    async call<N extends OperationName>(name: N, input: Input<N>) {
      const result = await client.invoke(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
      return result.value as Output<N>;
    },
    memory: () => memoryOf(pid),
  };
}

/** Unlocks with the password of {@link makeAdministration}. */
export const unlock = (core: BenchCore) => core.call('session.unlock', { password: PASSWORD });
