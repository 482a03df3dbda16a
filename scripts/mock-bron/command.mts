import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockBron, type MockBron } from '../../tests/mock-bron/server.ts';
import type { MockOptions } from '../../tests/mock-bron/options.ts';

/** What stands before and after the first `--`. */
export function splitCommand(words: readonly string[]): { args: string[]; command?: string[] } {
  const at = words.indexOf('--');
  return at < 0 ? { args: [...words] } : { args: words.slice(0, at), command: words.slice(at + 1) };
}

const environmentOf = ({ addresses, caPath }: MockBron) => ({
  MOCK_BRON_SOAP: addresses.soap,
  MOCK_BRON_SITE: addresses.site,
  MOCK_BRON_CONTROL: addresses.control,
  MOCK_BRON_CA: caPath,
});

/** Runs a command to its end; gives its exit code, or as a shell does 128 and the number of the signal that ended it. */
function run([name = '', ...rest]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    // Commands such as npm are scripts on Windows, which only its shell can start.
    const child = spawn(name, rest, { stdio: 'inherit', env, shell: process.platform === 'win32' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * A mock BRON that lives as long as a command, with the addresses in the environment of that. Ports and folder are free ones unless
 * `read` finds others in the arguments.
 * @throws when the mock or the command cannot be started
 */
export async function runWithMock(
  command: readonly string[],
  args: readonly string[],
  read: (args: readonly string[]) => MockOptions | undefined,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-bron-'));
  try {
    const options = read(['--data', folder, '--port', '0', '--site-port', '0', '--control-port', '0', ...args]);
    if (!options) return 0;
    const mock = await startMockBron(options);
    try {
      return await run(command, { ...process.env, ...environmentOf(mock) });
    } finally {
      await mock.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
