import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Output } from '../../shared/api/contract.ts';
import type { TestLas } from './administration.ts';

/** A token for a file with these bytes, that is gone after `use`. */
async function withFile<T>(world: TestLas, bytes: Uint8Array, use: (token: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const path = join(folder, 'certificaat.p12');
    writeFileSync(path, bytes);
    return await use(world.grant(path, 'read'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Chooses a certificate file of these bytes; gives the draft. */
export const chooseBytes = (world: TestLas, bytes: Uint8Array): Promise<string> =>
  withFile(world, bytes, async (token) => (await world.call('certificate.choose', { token })).draft);

/** The code with which choosing a file of these bytes is refused. */
export const refusedChoice = (world: TestLas, bytes: Uint8Array): Promise<string> =>
  withFile(world, bytes, async (token) => (await world.fail('certificate.choose', { token })).code);

/** Chooses and opens a certificate file and installs the first certificate that it offers. */
export async function installFile(
  world: TestLas,
  bytes: Uint8Array,
  password: string,
): Promise<Output<'certificate.install'>> {
  const draft = await chooseBytes(world, bytes);
  const { certificates } = await world.call('certificate.inspect', { draft, password });
  return world.call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
}
