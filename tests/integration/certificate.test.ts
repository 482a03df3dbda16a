import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MockBron } from '../mock-bron/server.ts';
import {
  CERTIFICATE_PASSWORD,
  connect,
  createAdministration,
  PASSWORD,
  startTestLas,
  startTestMock,
  type TestLas,
} from '../support/administration.ts';
import { chooseBytes, installFile, refusedChoice } from '../support/certificates.ts';

let mock: MockBron;
let world: TestLas;

beforeAll(async () => {
  mock = await startTestMock();
});
afterAll(async () => {
  await mock.close();
});
beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterEach(async () => {
  await world.close();
});

const issue = (brinnummer = '99ZZ', aanleverpunt = '00') =>
  mock.issueCertificate(brinnummer, aanleverpunt, CERTIFICATE_PASSWORD);

/** Why a file cannot be opened with this password. */
async function refusal(bytes: Buffer, password = CERTIFICATE_PASSWORD) {
  return world.fail('certificate.inspect', { draft: await chooseBytes(world, bytes), password });
}

describe('a certificate that is right', () => {
  it('is shown before it is installed, and kept in the encrypted database', async () => {
    const draft = await chooseBytes(world, await issue());
    const { certificates } = await world.call('certificate.inspect', { draft, password: CERTIFICATE_PASSWORD });
    const [certificate] = certificates;
    expect(certificate).toMatchObject({ grantedTo: '99ZZ00', grantedBy: expect.stringContaining('IB-Groep') });
    expect(certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(await world.call('certificate.get', {})).toMatchObject({ stage: 'missing', waiting: [], earlier: [] });
    await world.call('certificate.install', { draft, fingerprint: certificate?.fingerprint ?? '' });
    expect(await world.call('certificate.get', {})).toMatchObject({
      certificate: { grantedTo: '99ZZ00', daysLeft: expect.any(Number) },
      stage: 'fine',
    });
    await world.restart();
    expect((await world.call('certificate.get', {})).certificate).toMatchObject({ grantedTo: '99ZZ00' });
  });

  it('is tested by a verzoek terugkoppeling, after which the next moment is shown', async () => {
    await connect(world, mock);
    const result = await world.call('exchange.testCertificate', {});
    expect(result).toMatchObject({ problems: [], received: 0, nextPollAt: expect.any(String) });
    expect((await world.call('exchange.overview', {})).nextPollAt).toBeDefined();
  });

  it('is not shown in the log of the program, and neither is its password', async () => {
    await refusal(await issue(), 'een verkeerd wachtwoord');
    await installFile(world, await issue(), CERTIFICATE_PASSWORD);
    const folder = join(world.dataDir, 'log');
    const log = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(log.join('')).toContain('certificate.install');
    expect(log.join('')).not.toMatch(/een verkeerd|brief-wachtwoord|PRIVATE KEY|99ZZ00/);
  });
});

describe('a chosen file', () => {
  it('is forgotten after five minutes, after installing, on cancelling, on another choice and on locking', async () => {
    const gone = (draft: string) => world.fail('certificate.inspect', { draft, password: CERTIFICATE_PASSWORD });
    const file = await issue();
    const late = await chooseBytes(world, file);
    world.clock.set(new Date(world.clock.now().getTime() + 6 * 60_000));
    const cancelled = await chooseBytes(world, file);
    await world.call('certificate.discard', { draft: cancelled });
    const replaced = await chooseBytes(world, file);
    const used = await chooseBytes(world, file);
    const { certificates } = await world.call('certificate.inspect', { draft: used, password: CERTIFICATE_PASSWORD });
    await world.call('certificate.install', { draft: used, fingerprint: certificates[0]?.fingerprint ?? '' });
    for (const draft of [late, cancelled, replaced, used])
      expect(await gone(draft)).toMatchObject({ code: 'certificate-draft-gone' });
    const locked = await chooseBytes(world, file);
    await world.call('session.lock', {});
    await world.call('session.unlock', { password: PASSWORD });
    expect(await gone(locked)).toMatchObject({ code: 'certificate-draft-gone' });
  });

  it('stays for another try after a wrong password, with a growing wait after the third', async () => {
    const draft = await chooseBytes(world, await issue());
    const wrong = () => world.fail('certificate.inspect', { draft, password: 'verkeerd' });
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await wrong()).toMatchObject({ code: 'certificate-wrong-password' });
    expect(await wrong()).toMatchObject({ code: 'certificate-wait', message: expect.stringContaining('5 seconden') });
    world.clock.set(new Date(world.clock.now().getTime() + 5_000));
    const right = await world.call('certificate.inspect', { draft, password: CERTIFICATE_PASSWORD });
    expect(right.certificates).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'certificate-not-pkcs12'],
    ['a letter', 'Dit is een brief.', 'certificate-not-pkcs12'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'certificate-not-pkcs12'],
    ['more than 1 MiB', 'x'.repeat(1024 * 1024 + 1), 'certificate-too-large'],
  ])('is refused at once when it is %s', async (_what, content, code) => {
    expect(await refusedChoice(world, Buffer.from(content, 'latin1'))).toBe(code);
  });

  it('is refused at once, with what to choose instead, when it is a certificate without its key', async () => {
    const der = Buffer.from(new X509Certificate(mock.caPem).raw);
    const p7b = forge.pkcs7.createSignedData();
    p7b.addCertificate(mock.caPem);
    const bag = Buffer.from(forge.asn1.toDer(p7b.toAsn1()).getBytes(), 'latin1');
    for (const bytes of [Buffer.from(mock.caPem), Buffer.from(`Bag Attributes\n${mock.caPem}`), der, bag])
      expect(await refusedChoice(world, bytes)).toBe('certificate-bare');
  });
});

describe('a file that is not the certificate of this aanleverpunt', () => {
  it('belongs to another school or aanleverpunt', async () => {
    for (const [brin, aanleverpunt] of [
      ['98AA', '00'],
      ['99ZZ', '01'],
    ] as const) {
      const refused = await refusal(await issue(brin, aanleverpunt));
      expect(refused).toMatchObject({ code: 'certificate-other-school' });
      expect(refused.message).toContain(`${brin}${aanleverpunt}`);
    }
  });

  it('has expired', async () => {
    world.clock.set(new Date('2040-01-01T12:00:00Z'));
    expect(await refusal(await issue())).toMatchObject({ code: 'certificate-expired' });
  });

  it('is cut off', async () => {
    const file = await issue();
    expect(await refusedChoice(world, file.subarray(0, 500))).toBe('certificate-not-pkcs12');
  });

  /** A certificate of this aanleverpunt that signs itself. @param bits too few of them is too weak for TLS */
  const selfSigned = (bits: number) => {
    const keys = forge.pki.rsa.generateKeyPair(bits);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.validity.notBefore = new Date('2009-01-01');
    certificate.validity.notAfter = new Date('2011-01-01');
    certificate.setSubject([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.setIssuer([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    return { key: keys.privateKey, certificate };
  };
  const pkcs12 = (key: forge.pki.rsa.PrivateKey | null, certificate: forge.pki.Certificate) => {
    const asn1 = forge.pkcs12.toPkcs12Asn1(key, [certificate], CERTIFICATE_PASSWORD);
    return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
  };

  it('holds no key', async () => {
    const { certificate } = selfSigned(1024);
    expect(await refusal(pkcs12(null, certificate))).toMatchObject({ code: 'certificate-no-key' });
  });

  it('holds the key of something else', async () => {
    const { certificate } = selfSigned(1024);
    expect(await refusal(pkcs12(selfSigned(1024).key, certificate))).toMatchObject({ code: 'certificate-no-key' });
  });

  it('has a key that is too weak', async () => {
    const { key, certificate } = selfSigned(512);
    expect(await refusal(pkcs12(key, certificate))).toMatchObject({ code: 'certificate-unsupported' });
  });
});

describe('the exchange without certificate or address', () => {
  it('says what is missing', async () => {
    expect(await world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'endpoint-missing' });
    const settings = await world.call('settings.get', {});
    await world.call('settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
    expect(await world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'certificate-missing' });
  });

  it('refuses an authority that is no certificate in PEM, and keeps the one that was there', async () => {
    const settings = await world.call('settings.get', {});
    const { caPem } = mock;
    const save = (text: string) => ({ ...settings, exchange: { endpoint: mock.addresses.soap, caPem: text } });
    await world.call('settings.save', save(`Uitgegeven door BRON\n${caPem}`));
    for (const text of [
      'rommel',
      caPem.slice(0, 400),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      '\u0000\u0001',
    ])
      expect(await world.fail('settings.save', save(text))).toMatchObject({
        code: 'authority-not-pem',
        field: 'exchange.caPem',
      });
    expect((await world.call('settings.get', {})).exchange.caPem).toContain(caPem);
    await world.call('settings.save', save(''));
  });

  it('keeps an oefenadministratie away from production', async () => {
    const settings = await world.call('settings.get', {});
    const exchange = { endpoint: 'https://webservice.duo.nl:6914/POKANAAL/', caPem: '' };
    expect(await world.fail('settings.save', { ...settings, exchange })).toMatchObject({ code: 'production-refused' });
  });
});
