import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../../electron/core/certificate/identity.ts';
import { openCertificates } from '../../electron/core/certificate/open.ts';
import type { Output } from '../../shared/api/contract.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { TestLas } from './administration.ts';

/** Whom a file can be given to. */
type Chooser = Pick<TestLas, 'call' | 'grant'>;

/** A token for a file with these bytes, that is gone after `use`. */
async function withFile<T>(world: Chooser, bytes: Uint8Array, use: (token: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const path = join(folder, 'certificaat.p12');
    writeFileSync(path, bytes);
    return await use(world.grant(path, 'read'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first certificate of 99ZZ00 in a file, for an administration without a core. */
export async function identityIn(bytes: Buffer, password: string, clock: Clock): Promise<Identity> {
  const [identity] = await openCertificates(bytes, password, { holder: '99ZZ00', clock });
  if (!identity) throw new Error('no certificate');
  return identity;
}

/** Chooses a certificate file of these bytes; gives the draft. */
export const chooseBytes = (world: Chooser, bytes: Uint8Array): Promise<string> =>
  withFile(world, bytes, async (token) => (await world.call('certificate.choose', { token })).draft);

/** The code with which choosing a file of these bytes is refused. */
export const refusedChoice = (world: TestLas, bytes: Uint8Array): Promise<string> =>
  withFile(world, bytes, async (token) => (await world.fail('certificate.choose', { token })).code);

/** Chooses and opens a certificate file and installs the first certificate that it offers. */
export async function installFile(
  world: Chooser,
  bytes: Uint8Array,
  password: string,
): Promise<Output<'certificate.install'>> {
  const draft = await chooseBytes(world, bytes);
  const { certificates } = await world.call('certificate.inspect', { draft, password });
  return world.call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
}
