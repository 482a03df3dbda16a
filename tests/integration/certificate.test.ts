import forge from 'node-forge';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MockBron } from '../mock-bron/server.ts';
import {
  CERTIFICATE_PASSWORD,
  connect,
  createAdministration,
  startTestLas,
  startTestMock,
  type TestLas,
} from '../support/administration.ts';

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

const issue = async (brinnummer = '99ZZ', aanleverpunt = '00') =>
  (await mock.issueCertificate(brinnummer, aanleverpunt, CERTIFICATE_PASSWORD)).toString('base64');
const inspect = (file: string, password = CERTIFICATE_PASSWORD) => ({ file, password });

describe('a certificate that is right', () => {
  it('is shown before it is installed, and kept in the encrypted database', async () => {
    const { draft, certificate } = await world.call('certificate.inspect', inspect(await issue()));
    expect(certificate).toMatchObject({ grantedTo: '99ZZ00', grantedBy: expect.stringContaining('IB-Groep') });
    expect(certificate.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect((await world.call('certificate.get', {})).certificate).toBeUndefined();
    await world.call('certificate.install', { draft });
    expect((await world.call('certificate.get', {})).certificate).toMatchObject({
      grantedTo: '99ZZ00',
      daysLeft: expect.any(Number),
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

  it('is forgotten as a draft after five minutes and after one use', async () => {
    const file = await issue();
    const late = await world.call('certificate.inspect', inspect(file));
    world.clock.set(new Date(world.clock.now().getTime() + 6 * 60_000));
    expect(await world.fail('certificate.install', { draft: late.draft })).toMatchObject({
      code: 'certificate-draft-gone',
    });
    const used = await world.call('certificate.inspect', inspect(file));
    await world.call('certificate.install', { draft: used.draft });
    expect(await world.fail('certificate.install', { draft: used.draft })).toMatchObject({
      code: 'certificate-draft-gone',
    });
  });
});

describe('a file that is not the certificate of this aanleverpunt', () => {
  it('belongs to another school or aanleverpunt', async () => {
    for (const [brin, aanleverpunt] of [
      ['98AA', '00'],
      ['99ZZ', '01'],
    ] as const) {
      const refused = await world.fail('certificate.inspect', inspect(await issue(brin, aanleverpunt)));
      expect(refused).toMatchObject({ code: 'certificate-other-school' });
      expect(refused.message).toContain(`${brin}${aanleverpunt}`);
    }
  });

  it('has another password', async () => {
    expect(await world.fail('certificate.inspect', inspect(await issue(), 'verkeerd'))).toMatchObject({
      code: 'certificate-wrong-password',
    });
  });

  it('is not a certificate at all', async () => {
    const file = Buffer.from('Dit is een brief.').toString('base64');
    expect(await world.fail('certificate.inspect', inspect(file))).toMatchObject({ code: 'certificate-not-pkcs12' });
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
    expect(await world.fail('certificate.inspect', inspect(picture))).toMatchObject({ code: 'certificate-not-pkcs12' });
    expect(await world.fail('certificate.inspect', inspect(''))).toMatchObject({ code: 'certificate-not-pkcs12' });
  });

  it('has expired, or is not valid yet', async () => {
    const file = await issue();
    world.clock.set(new Date('2040-01-01T12:00:00Z'));
    expect(await world.fail('certificate.inspect', inspect(file))).toMatchObject({ code: 'certificate-expired' });
    world.clock.set(new Date('1999-01-01T12:00:00Z'));
    expect(await world.fail('certificate.inspect', inspect(file))).toMatchObject({ code: 'certificate-not-yet-valid' });
  });

  it('holds no key', async () => {
    const keys = forge.pki.rsa.generateKeyPair(1024);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.setSubject([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.setIssuer([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    const withoutKey = forge.pkcs12.toPkcs12Asn1(null, [certificate], CERTIFICATE_PASSWORD);
    const file = Buffer.from(forge.asn1.toDer(withoutKey).getBytes(), 'latin1').toString('base64');
    expect(await world.fail('certificate.inspect', inspect(file))).toMatchObject({ code: 'certificate-no-key' });
  });
});

describe('a certificate with a key that is too weak', () => {
  it('is refused with a sentence', async () => {
    const keys = forge.pki.rsa.generateKeyPair(512);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.setSubject([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.setIssuer([{ shortName: 'CN', value: '99ZZ00' }]);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    const pkcs12 = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], CERTIFICATE_PASSWORD);
    const file = Buffer.from(forge.asn1.toDer(pkcs12).getBytes(), 'latin1').toString('base64');
    expect(await world.fail('certificate.inspect', inspect(file))).toMatchObject({ code: 'certificate-unsupported' });
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
