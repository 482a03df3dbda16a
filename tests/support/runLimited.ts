import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PASSWORD } from './administration.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'limitedCore.mts');

/**
 * Unlocks the administration in `dataDir` with a core of its own of which no file may grow beyond `kilobytes` (RLIMIT_FSIZE), and makes
 * the calls. Gives the code of each failure, 'ok' for none, that of unlocking first. Not on Windows, which has no such limit.
 */
export async function runLimited(
  dataDir: string,
  kilobytes: number,
  calls: readonly (readonly [string, unknown])[],
): Promise<string[]> {
  const command = [process.execPath, script, dataDir, PASSWORD, JSON.stringify(calls)];
  const args = ['-c', 'ulimit -f "$0"; exec "$@"', String(Math.floor(kilobytes)), ...command];
  const { stdout } = await run('bash', args);
  return JSON.parse(stdout) as string[];
}
