import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import type { MockBron } from '../mock-bron/server.ts';
import { advance, createAdministration, startTestLas, startTestMock, type TestLas } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import { lookInto, openBeside, plainBytes } from '../support/database.ts';
import { OpensslFiles, type KeyKind, type OpensslIdentity } from '../support/opensslFiles.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/**
 * A new certificate before the old one ends. The clock of the administration stands ten days back, so that all of them are valid
 * by the machine's clock, with which TLS verifies.
 */
const DAY = 86_400_000;
const machine = Date.now();
const now = machine - 10 * DAY;
const at = (days: number) => new Date(now + days * DAY);

let mock: MockBron;
let world: TestLas;
const files = new OpensslFiles();
let authority: OpensslIdentity;

beforeAll(async () => {
  const started = await startTestMock({ date: new Date(machine) });
  mock = started;
  const path = (name: string) => join(started.data, 'certificates', name);
  authority = { key: path('ca-key.pem'), certificate: path('ca.pem') };
});
afterAll(async () => {
  await mock.close();
  files.close();
});
beforeEach(async () => {
  world = await startTestLas({ clock: createClock(new Date(now)) });
  await createAdministration(world);
  const settings = await world.call('settings.get', {});
  await world.call('settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

/** Installs a certificate that is valid from and until so many days from now; gives its fingerprint. */
async function install(from: number, to: number, key: KeyKind = 'P-256'): Promise<string> {
  const own = files.issue(authority, '99ZZ00', { key, from: at(from), to: at(to) });
  const bytes = files.pkcs12(own, { password: 'geheim', others: [authority.certificate] });
  return (await installFile(world, bytes, 'geheim')).certificate.fingerprint;
}

const state = () => world.call('certificate.get', {});
const inUse = async () => (await state()).certificate?.fingerprint;
const keys = () =>
  lookInto(world, (db) =>
    db
      .prepare<[], { fingerprint: string }>('SELECT fingerprint FROM certificate WHERE pem_key IS NOT NULL ORDER BY id')
      .all()
      .map(({ fingerprint }) => fingerprint),
  );
const logged = () =>
  lookInto(world, (db) =>
    db
      .prepare<[], { field: string; value: string }>(
        `SELECT l.field, v.new_value AS value FROM change_log l JOIN change_value v ON v.seq = l.seq
         WHERE l.entity = 'certificate' ORDER BY l.seq`,
      )
      .all(),
  );

describe('a new certificate before the old one ends', () => {
  it('takes over at once when it is valid, and the earlier one is listed', async () => {
    const old = await install(-300, 20);
    const next = await install(-1, 400);
    expect(await state()).toMatchObject({
      certificate: { fingerprint: next },
      waiting: [],
      earlier: [{ fingerprint: old, reason: 'replaced', hasKey: true }],
      stage: 'fine',
    });
    expect(await world.call('exchange.testCertificate', {})).toMatchObject({ problems: [] });
    advance({ world, mock }, 31);
  });

  it('waits until it is valid, takes over by itself without a gap, and then the key of the old one is destroyed', async () => {
    const old = await install(-300, 11);
    const next = await install(5, 400);
    expect(await state()).toMatchObject({
      certificate: { fingerprint: old },
      waiting: [{ fingerprint: next, usedFrom: expect.stringContaining(at(5).toISOString().slice(0, 18)) }],
      stage: 'fine',
    });
    expect(await world.call('exchange.testCertificate', {})).toMatchObject({ problems: [] });
    world.clock.set(at(6));
    expect(await inUse()).toBe(next);
    expect(await world.call('exchange.testCertificate', {})).toMatchObject({ problems: [] });
    expect(await keys()).toEqual([old, next]);
    world.clock.set(at(12));
    await world.restart();
    expect(await keys()).toEqual([next]);
    expect((await state()).earlier).toMatchObject([{ fingerprint: old, reason: 'expired', hasKey: false }]);
    expect(await logged()).toEqual([
      { field: 'fingerprint', value: old },
      { field: 'fingerprint', value: next },
      { field: 'keyDestroyed', value: old },
    ]);
  });

  it('is not lost when it is the only one and not valid yet: the exchange says from when', async () => {
    await install(5, 400);
    expect(await state()).toMatchObject({ stage: 'waiting', waiting: [{}] });
    expect(await world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'certificate-waiting' });
    const { problem } = await world.call('schedule.get', {});
    expect(problem, 'and tries again by itself').toMatchObject({
      failure: { code: 'certificate-waiting' },
      paused: false,
    });
  });

  it('does not touch a run that is under way', async () => {
    await install(-300, 20);
    for (const persoon of Object.values(testPersons)) await world.call('leerlingen.save', { persoon });
    const running = world.call('exchange.requestTerugkoppelingen', {});
    const next = await install(-1, 400);
    expect(await running).toMatchObject({ problems: [] });
    expect(await inUse()).toBe(next);
    advance({ world, mock }, 31);
  });
});

describe('removing', () => {
  it('destroys the key, is noted, and the one before comes back into use', async () => {
    const old = await install(-300, 20);
    const next = await install(-1, 400);
    expect(await world.call('certificate.remove', { fingerprint: next })).toMatchObject({
      certificate: { fingerprint: old },
      earlier: [{ fingerprint: next, reason: 'removed', removedAt: expect.any(String), hasKey: false }],
    });
    expect(await world.call('certificate.remove', { fingerprint: old })).toMatchObject({ stage: 'missing' });
    expect(await keys()).toEqual([]);
    expect((await logged()).slice(2)).toEqual([
      { field: 'removed', value: next },
      { field: 'removed', value: old },
    ]);
    expect(await world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'certificate-missing' });
    expect(await world.fail('certificate.remove', { fingerprint: old })).toMatchObject({ code: 'certificate-gone' });
  });

  it('leaves nothing of the key in the file of the database, and installing again brings it back', async () => {
    const own = files.issue(authority, '99ZZ00', { from: at(-1), to: at(100) });
    const bytes = files.pkcs12(own, { password: 'geheim' });
    const { certificate } = await installFile(world, bytes, 'geheim');
    await world.call('certificate.remove', { fingerprint: certificate.fingerprint });
    const left = await plainBytes(world);
    expect(left).toContain('-----BEGIN CERTIFICATE-----');
    expect(left).not.toContain('PRIVATE KEY');
    await installFile(world, bytes, 'geheim');
    expect(await state()).toMatchObject({ certificate: { fingerprint: certificate.fingerprint }, earlier: [] });
  });

  it('is refused while a run is under way', async () => {
    const fingerprint = await install(-300, 20);
    const running = world.call('exchange.requestTerugkoppelingen', {});
    expect(await world.fail('certificate.remove', { fingerprint })).toMatchObject({ code: 'run-active' });
    await running;
    await world.call('certificate.remove', { fingerprint });
    advance({ world, mock }, 31);
  });

  it('is refused while an export is under way, as that reads what was there before', async () => {
    const fingerprint = await install(-300, 20);
    await addPupil(world, testPersons.hera);
    const target = world.grant(join(world.dataDir, 'lijst.csv'), 'write');
    const columns = ['leerling.achternaam'];
    const running = world.call('export.list', { list: 'leerlingen', format: 'csv', columns, target });
    expect(await world.fail('certificate.remove', { fingerprint })).toMatchObject({ code: 'export-active' });
    await running;
    await world.call('certificate.remove', { fingerprint });
  });

  it('does not wait for who reads beside it; the log of the database is emptied as soon as it can be', async () => {
    const written = () => statSync(join(world.dataDir, 'administratie.db-wal')).size;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await world.restart();
    const fingerprint = await install(-300, 20);
    const beside = await openBeside(world);
    beside.exec('BEGIN');
    beside.prepare('SELECT count(*) FROM certificate').get();
    const begun = performance.now();
    await world.call('certificate.remove', { fingerprint });
    expect(performance.now() - begun).toBeLessThan(2000);
    vi.advanceTimersByTime(15_000);
    expect(written()).toBeGreaterThan(0);
    beside.close();
    vi.advanceTimersByTime(15_000);
    expect(written()).toBe(0);
  });
});

describe('an encrypted copy', () => {
  const COPY_PASSWORD = 'een kopie mét een eigen zin';
  const copy = (fingerprint: string, path: string, password = COPY_PASSWORD) =>
    world.las.invoke('certificate.export', { fingerprint, target: world.grant(path, 'write'), password });

  it.each(['RSA', 'P-256', 'P-384'] as const)(
    'of a certificate with a key of %s is read by openssl and by the import',
    async (kind) => {
      const fingerprint = await install(-300, 20, kind);
      const path = join(world.dataDir, 'kopie.p12');
      expect(await copy(fingerprint, path)).toEqual({ ok: true, value: {} });
      const read = files.run('pkcs12', '-in', path, '-passin', `pass:${COPY_PASSWORD}`, '-nodes').toString();
      expect(read).toContain('PRIVATE KEY');
      const certificates = read.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      expect(certificates.map((pem) => new X509Certificate(pem).fingerprint256)[0]).toBe(fingerprint);
      expect(certificates).toHaveLength(2);
      await world.call('certificate.remove', { fingerprint });
      await installFile(world, readFileSync(path), COPY_PASSWORD);
      expect(await inUse()).toBe(fingerprint);
    },
  );

  it('is noted, asks a good password, and is refused for a certificate without its key', async () => {
    const fingerprint = await install(-300, 20);
    const path = join(world.dataDir, 'kopie.p12');
    expect(await copy(fingerprint, path, 'kort')).toMatchObject({ error: { code: 'weak-password' } });
    expect(existsSync(path)).toBe(false);
    await copy(fingerprint, path);
    await world.call('certificate.remove', { fingerprint });
    expect(await copy(fingerprint, path)).toMatchObject({ error: { code: 'certificate-gone' } });
    const exports = await lookInto(world, (db) =>
      db.prepare("SELECT field FROM change_log WHERE entity = 'export'").pluck().all(),
    );
    expect(exports).toEqual(['certificaat']);
  });
});
