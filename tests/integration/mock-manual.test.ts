import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

/** The manuals whose examples are run, one after the other in one shell. */
const MANUALS = ['mock-bron.md', 'mock-control.md', 'mock-registers.md'];
const root = fileURLToPath(new URL('../../', import.meta.url));

const missing = ['bash', 'curl', 'openssl'].filter((tool) => spawnSync(tool, ['--version']).error);

/** The examples of a manual: what stands in its blocks of `sh`, each without the indent of its list. */
function examplesOf(name: string): string[] {
  const text = readFileSync(join(root, 'docs', name), 'utf8');
  return [...text.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

let world: MockWorld;

beforeAll(async () => {
  world = await createMockWorld();
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

/** The examples as they stand, but for the ports, the folder of the mock and the program. */
async function scriptOf(examples: readonly string[]): Promise<string> {
  const { soap, site, control } = world.mock.addresses;
  const places: [string, string][] = [
    ['127.0.0.1:6914', new URL(soap).host],
    ['127.0.0.1:8443', new URL(site).host],
    ['127.0.0.1:8600', new URL(control).host],
    ['6915', String(await freePort())],
    ['npm run -s mock-bron --', `'${process.execPath}' '${join(root, 'scripts/run.mjs')}' mock-bron`],
    ['mock/certificates', 'certificates'],
  ];
  const numbered = examples.map((example, index) => `echo '-- example ${index + 1}' >&2\n${example}`);
  return places.reduce((text, [from, to]) => text.replaceAll(from, to), numbered.join('\n'));
}

const run = (script: string) =>
  new Promise<{ failed: boolean; said: string }>((resolve) => {
    // An answer of 400 and more fails; the manual itself need not ask for that.
    writeFileSync(join(world.folder, '.curlrc'), 'fail\nshow-error\nmax-time = 30\n');
    const env = { ...process.env, CURL_HOME: world.folder, HOME: world.folder };
    const options = { cwd: world.folder, env, timeout: 50_000 };
    execFile('bash', ['-euo', 'pipefail', '-c', `${script}\nwait`], options, (error, stdout, stderr) => {
      resolve({ failed: error !== null, said: `${stdout.slice(-2000)}\n${stderr.slice(-3000)}` });
    });
  });

describe('the manual of the mock', () => {
  it('has a piece of a test that works', () => {
    const [, piece = ''] = /```ts\n(.*?)```/s.exec(readFileSync(join(root, 'docs/mock-bron.md'), 'utf8')) ?? [];
    const code = piece.replaceAll(/'\.\.\/(mock-bron[^']+)'/g, `'${pathToFileURL(join(root, 'tests')).href}/$1'`);
    const folder = JSON.stringify(join(world.folder, 'of-a-test'));
    const args = ['--input-type=module-typescript', '-e', `const folder = ${folder};\n${code}`];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  });

  it('has examples that work', async ({ skip }) => {
    skip(missing.length > 0, `the examples of the manual ask for ${missing.join(', ')}, which is not here`);
    const examples = MANUALS.flatMap(examplesOf);
    expect(examples.length).toBeGreaterThan(20);
    const { failed, said } = await run(await scriptOf(examples));
    expect(failed, said).toBe(false);
    // The last ones reset the mock and revoke the certificate.
    expect(world.mock.state()).toMatchObject({
      letters: [],
      certificates: [{ brinnummer: '99ZZ', revokedAt: expect.any(String) as string }],
    });
  });
});
