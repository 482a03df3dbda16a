import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import type { MockBron } from '../mock-bron/server.ts';
import { advance, createAdministration, startTestLas, startTestMock, type TestLas } from '../support/administration.ts';
import { chooseBytes, installFile } from '../support/certificates.ts';
import { OpensslFiles, type KeyKind, type OpensslIdentity } from '../support/opensslFiles.ts';

/**
 * Every way in which a PKCS#12 file may be encoded. A file that is read is really used: for a verzoek
 * terugkoppeling over mutual TLS, which verifies by the machine's clock, so that is the clock here.
 */
let mock: MockBron;
/** Data folder of the mock. */
let data: string;
let world: TestLas;
const files = new OpensslFiles();
let authority: OpensslIdentity;
let intermediate: OpensslIdentity;
const own = {} as Record<KeyKind, OpensslIdentity>;

beforeAll(async () => {
  const started = await startTestMock({ date: new Date() });
  mock = started;
  data = started.data;
  const at = (name: string) => join(data, 'certificates', name);
  authority = { key: at('ca-key.pem'), certificate: at('ca.pem') };
  intermediate = files.issue(authority, 'Tussenuitgever', { ca: true });
  for (const key of ['RSA', 'P-256', 'P-384'] as const) own[key] = files.issue(authority, '99ZZ00', { key });
  world = await startTestLas({ clock: createClock() });
  await createAdministration(world);
  await pointAt(mock.addresses.soap);
});
afterAll(async () => {
  await world.close();
  await mock.close();
  files.close();
});

async function pointAt(endpoint: string): Promise<void> {
  const settings = await world.call('settings.get', {});
  await world.call('settings.save', { ...settings, exchange: { endpoint, caPem: mock.caPem } });
}

/** Installs the file and asks BRON for terugkoppelingen with what was in it. */
async function expectUsed(bytes: Buffer, password: string, fingerprint: string): Promise<void> {
  const { certificate } = await installFile(world, bytes, password);
  expect(certificate).toMatchObject({ grantedTo: '99ZZ00', fingerprint });
  expect((await world.call('certificate.get', {})).certificate?.fingerprint).toBe(fingerprint);
  expect(await world.call('exchange.testCertificate', {})).toMatchObject({ problems: [], stopped: false });
  advance({ world, mock }, 31);
}

const fingerprintOf = ({ certificate }: OpensslIdentity): string =>
  files.run('x509', '-in', certificate, '-noout', '-fingerprint', '-sha256').toString().trim().split('=')[1] ?? '';

const both = (algorithm: string) => ['-keypbe', algorithm, '-certpbe', algorithm];
const encodings: [string, string[]][] = [
  ['AES-256 with SHA-256, as OpenSSL 3 does it', []],
  ['AES-256 with a MAC of SHA-512', ['-macalg', 'sha512']],
  ['AES-128', both('aes-128-cbc')],
  ['AES-192 with a MAC of SHA-1', [...both('aes-192-cbc'), '-macalg', 'sha1']],
  ['3DES in PBES2', both('des-ede3-cbc')],
  ['RC2 of 40 bits and 3DES, as OpenSSL 1 and Windows did it', ['-legacy']],
  ['RC2 of 128 bits', ['-legacy', ...both('PBE-SHA1-RC2-128')]],
  ['3DES with three keys', [...both('PBE-SHA1-3DES'), '-macalg', 'sha1']],
  ['3DES with two keys', both('PBE-SHA1-2DES')],
  ['a MAC of one round', ['-nomaciter']],
  ['no MAC', ['-nomac']],
  ['no encryption, only a MAC', both('NONE')],
];

describe('a file of openssl', () => {
  it.each(encodings)('%s', async (_encoding, flags) => {
    const password = 'Wachtwoord uit de brief';
    await expectUsed(files.pkcs12(own.RSA, { password, flags }), password, fingerprintOf(own.RSA));
  });

  it.each([
    ['P-256', []],
    ['P-256', ['-legacy']],
    ['P-384', []],
    ['P-384', ['-legacy']],
  ] as const)('a key on the curve %s %j', async (kind, flags) => {
    await expectUsed(files.pkcs12(own[kind], { password: 'geheim', flags }), 'geheim', fingerprintOf(own[kind]));
  });

  it.each([
    ['no password', ''],
    ['accents', 'Eén wáchtwoord mét ÿ'],
    ['a euro, which is not in Latin 1', 'tien € per maand'],
    ['characters outside the first plane', 'sleutel 🔑🔑'],
  ])('a password with %s', async (_kind, password) => {
    for (const flags of [[], ['-legacy']])
      await expectUsed(files.pkcs12(own.RSA, { password, flags }), password, fingerprintOf(own.RSA));
  });

  it('takes an accent for what it is, however it was typed', async () => {
    const bytes = files.pkcs12(own.RSA, { password: 'café voor bron' });
    await expectUsed(bytes, 'café voor bron'.normalize('NFD'), fingerprintOf(own.RSA));
  });
});

describe('a file of node-forge', () => {
  const forged = (algorithm: 'aes256' | 'aes128' | '3des', password: string): Buffer => {
    const key = forge.pki.privateKeyFromPem(readFileSync(own.RSA.key, 'utf8'));
    const certificate = forge.pki.certificateFromPem(readFileSync(own.RSA.certificate, 'utf8'));
    const asn1 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm });
    return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
  };

  it.each(['aes256', 'aes128', '3des'] as const)('%s, also with accents as one byte', async (algorithm) => {
    for (const password of ['geheim', 'geheim mét ë'])
      await expectUsed(forged(algorithm, password), password, fingerprintOf(own.RSA));
  });
});

describe('a chain', () => {
  /** How the test of the certificate ends at a server that knows the root only, and is out of order for whom it lets in. */
  async function outcome(): Promise<string> {
    const at = (name: string) => readFileSync(join(data, 'certificates', name));
    const server = createServer(
      { key: at('server-key.pem'), cert: at('server.pem'), ca: mock.caPem, requestCert: true },
      (_, response) => response.writeHead(503).end(),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await pointAt(`https://127.0.0.1:${port}/POKANAAL/`);
    const { code } = await world.fail('exchange.testCertificate', {});
    await pointAt(mock.addresses.soap);
    server.close();
    return code;
  }

  // Not at the mock: of every authority it asks the list of what was revoked, and it has only its own.
  it.each([
    ['in order is taken', (chain: string[]) => chain, 'bron-unavailable'],
    ['upside down is taken', (chain: string[]) => chain.toReversed(), 'bron-unavailable'],
    ['left out is refused', () => [], 'endpoint-broken'],
  ])('with an intermediate authority, %s', async (_which, order, code) => {
    const leaf = files.issue(intermediate, '99ZZ00');
    const others = order([intermediate.certificate, authority.certificate]);
    await installFile(world, files.pkcs12(leaf, { password: 'geheim', others }), 'geheim');
    expect(await outcome()).toBe(code);
  });
});

describe('several certificates in one file', () => {
  const HOUR = 3_600_000;
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

  /** One file with the keys and certificates of all: the safes of the others are added to those of the first. */
  const together = (identities: OpensslIdentity[]): Buffer => {
    const [first, ...rest] = identities.map(({ key, certificate }) =>
      forge.pkcs12.toPkcs12Asn1(
        forge.pki.privateKeyFromPem(readFileSync(key, 'utf8')),
        [forge.pki.certificateFromPem(readFileSync(certificate, 'utf8'))],
        'geheim',
        { useMac: false, generateLocalKeyId: false },
      ),
    );
    const safes = (pfx: forge.asn1.Asn1) => {
      const content = (pfx.value[1] as forge.asn1.Asn1).value[1] as forge.asn1.Asn1;
      return content.value[0] as forge.asn1.Asn1;
    };
    const read = (octets: forge.asn1.Asn1) => forge.asn1.fromDer(octets.value as string).value as forge.asn1.Asn1[];
    if (!first) throw new Error('nothing to put together');
    const all = [first, ...rest].flatMap((pfx) => read(safes(pfx)));
    safes(first).value = forge.asn1
      .toDer(forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, all))
      .getBytes();
    return Buffer.from(forge.asn1.toDer(first).getBytes(), 'latin1');
  };

  it('picks the one of this aanleverpunt that has not ended', async () => {
    const other = files.issue(authority, '99ZZ01');
    const ended = files.issue(authority, '99ZZ00', { from: inHours(-9000), to: inHours(-1) });
    await expectUsed(together([other, ended, own.RSA]), 'geheim', fingerprintOf(own.RSA));
  });

  it('lets the person choose when more of them fit, valid longest first', async () => {
    const longer = files.issue(authority, '99ZZ00', { to: inHours(24 * 700) });
    const draft = await chooseBytes(world, together([own.RSA, longer]));
    const { certificates } = await world.call('certificate.inspect', { draft, password: 'geheim' });
    const [first, second] = [fingerprintOf(longer), fingerprintOf(own.RSA)];
    expect(certificates.map(({ fingerprint }) => fingerprint)).toEqual([first, second]);
    expect(await world.call('certificate.install', { draft, fingerprint: second })).toMatchObject({
      certificate: { fingerprint: second },
    });
  });
});
