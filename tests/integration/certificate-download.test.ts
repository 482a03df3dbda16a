import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import type { MockBron } from '../mock-bron/server.ts';
import { createAdministration, START, startTestLas, startTestMock, type TestLas } from '../support/administration.ts';
import { chooseBytes } from '../support/certificates.ts';
import { createTestPki } from '../support/troubledLines/line.ts';
import { startServer } from '../support/troubledLines/servers.ts';
import { closedPort } from '../support/troubledLines/unreachable.ts';

let mock: MockBron & { data: string };
let world: TestLas;

/** Has the program look for the site here. */
async function useSite(site: string, caPem = mock.caPem): Promise<void> {
  const settings = await world.call('settings.get', {});
  await world.call('settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, site, caPem } });
}

beforeEach(async () => {
  mock = await startTestMock();
  world = await startTestLas({ clock: createFixedClock(START), answerTimeoutMs: 2_000 });
  await createAdministration(world);
  await useSite(mock.addresses.site);
});
afterEach(async () => {
  await world.close();
  await mock.close();
  rmSync(mock.data, { recursive: true, force: true });
});

const letter = (aanleverpunt = '00') => mock.createWachtwoordbrief('99ZZ', aanleverpunt);
type Letter = ReturnType<typeof letter>;
const given = ({ gebruikersnaam, wachtwoord }: Letter) => ({ gebruikersnaam, password: wachtwoord });
const download = (of: Letter) => world.call('certificate.download', given(of));
const refused = (of: Letter, password = of.wachtwoord) =>
  world.fail('certificate.download', { gebruikersnaam: of.gebruikersnaam, password });
const state = () => world.call('certificate.get', {});
const downloads = () => mock.state().certificates.length;
const part = async (key: string) =>
  (await world.call('aansluiting.get', {})).plan.steps[8]?.parts.find((one) => one.key === key)?.doneOn;

describe('the certificate of a wachtwoordbrief, downloaded inside the program', () => {
  it('C-38 C-41: is installed at once, can be tested, and ticks step 9', async () => {
    const { certificate } = await download(letter());
    expect(certificate.grantedTo).toBe('99ZZ00');
    expect(await state()).toMatchObject({ stage: 'fine', certificate: { fingerprint: certificate.fingerprint } });
    expect((await state()).downloadedAt).toBeUndefined();
    expect([await part('download'), await part('install'), await part('test')]).toEqual([
      '2009-11-02',
      '2009-11-02',
      undefined,
    ]);
    expect(await world.call('exchange.testCertificate', {})).toMatchObject({ problems: [] });
    expect(await part('test')).toBe('2009-11-02');
  });

  it('keeps the password of the letter nowhere: not in the database, the log of changes or the log of the program', async () => {
    const brief = letter();
    await refused(brief, 'Een-Verkeerd-Wachtwoord');
    await download(brief);
    const { rows } = await world.call('changes.list', {});
    expect(JSON.stringify(rows)).toContain(brief.gebruikersnaam);
    expect(JSON.stringify(rows)).not.toContain(brief.wachtwoord);
    await world.call('session.lock', {});
    const folder = join(world.dataDir, 'log');
    const log = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(log.join('')).toContain('certificate.download');
    for (const secret of [brief.wachtwoord, brief.gebruikersnaam, 'Een-Verkeerd'])
      expect(log.join('')).not.toContain(secret);
  });

  it('C-38: can be downloaded once; a second time the site says so, and whom to ask', async () => {
    const brief = letter();
    await download(brief);
    const failure = await refused(brief);
    expect(failure.code).toBe('certificate-download-used');
    expect(failure.remedy).toContain('Helpdesk BRON');
    expect(downloads()).toBe(1);
  });

  it('C-37: can be downloaded on the last day of the two weeks, and not the day after', async () => {
    const [first, second] = [letter('00'), letter('01')];
    mock.advanceClock(14 * 86_400);
    await download(first);
    mock.advanceClock(86_400);
    expect((await refused(second)).code).toBe('certificate-download-expired');
  });

  it('a wrong password says how many tries are left; after the fifth the helpdesk, and after a quarter it works again', async () => {
    const brief = letter();
    const remedies: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const failure = await refused(brief, 'verkeerd');
      expect([failure.code, failure.field]).toEqual(['certificate-download-wrong', 'password']);
      remedies.push(failure.remedy);
    }
    expect(remedies.map((text) => /nog (\d) keer/.exec(text)?.[1])).toEqual(['4', '3', '2', '1']);
    const fifth = await refused(brief, 'verkeerd');
    expect(fifth.code).toBe('certificate-download-blocked');
    const right = await refused(brief);
    expect([right.code, right.remedy]).toEqual([
      'certificate-download-blocked',
      'Probeer het over 15 minuten opnieuw. Weet u het wachtwoord niet zeker, bel dan eerst de Helpdesk BRON.',
    ]);
    mock.advanceClock(15 * 60);
    await download(brief);
  });

  it('spaces around what was typed are no part of it', async () => {
    const { gebruikersnaam, wachtwoord } = letter();
    await world.call('certificate.download', { gebruikersnaam: ` ${gebruikersnaam} `, password: `${wachtwoord} ` });
  });
});

describe('a downloaded file that cannot be installed', () => {
  const chosen = (draft: string, password: string) => world.call('certificate.inspect', { draft, password });

  it('is kept, survives a restart, and is installed when the cause is gone', async () => {
    // This administration has another aanleverpunt than the letter; that is corrected afterwards.
    const brief = letter('01');
    expect((await refused(brief)).code).toBe('certificate-other-school');
    await world.restart();
    expect(await state()).toMatchObject({ stage: 'missing', downloadedAt: START.toISOString() });
    expect([await part('download'), await part('install')]).toEqual(['2009-11-02', undefined]);
    const settings = await world.call('settings.get', {});
    await world.call('settings.save', { ...settings, school: { ...settings.school, aanleverpunt: '01' } });
    const { draft } = await world.call('certificate.openKept', {});
    expect((await world.fail('certificate.inspect', { draft, password: 'verkeerd' })).code).toBe(
      'certificate-wrong-password',
    );
    const { certificates } = await chosen(draft, brief.wachtwoord);
    await world.call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
    expect(await state()).toMatchObject({ stage: 'fine', certificate: { grantedTo: '99ZZ01' } });
    expect((await state()).downloadedAt).toBeUndefined();
    expect(downloads()).toBe(1);
  });

  it('can be written to a file as it came, and thrown away; until then no other is downloaded', async () => {
    const brief = letter('01');
    await refused(brief);
    expect((await refused(letter())).code).toBe('certificate-kept-first');
    const folder = mkdtempSync(join(tmpdir(), 'kept-'));
    const path = join(folder, 'certificaat.p12');
    await world.call('certificate.saveKept', { target: world.grant(path, 'write') });
    const { draft } = await world.call('certificate.choose', { token: world.grant(path, 'read') });
    expect((await world.fail('certificate.inspect', { draft, password: brief.wachtwoord })).code).toBe(
      'certificate-other-school',
    );
    rmSync(folder, { recursive: true });
    await world.call('certificate.discardKept', {});
    expect((await state()).downloadedAt).toBeUndefined();
    expect((await world.fail('certificate.openKept', {})).code).toBe('certificate-none-kept');
    await download(letter());
  });

  it('is not forgotten by the installation of another file', async () => {
    await refused(letter('01'));
    const other = await mock.issueCertificate('99ZZ', '00', 'een-ander-wachtwoord');
    const draft = await chooseBytes(world, other);
    const { certificates } = await chosen(draft, 'een-ander-wachtwoord');
    await world.call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
    expect((await state()).downloadedAt).toBeDefined();
  });
});

describe('a site that does not answer as the site of BRON', () => {
  it('is not set', async () => {
    await useSite('');
    expect((await refused(letter())).code).toBe('site-missing');
  });

  it('does not listen', async () => {
    await useSite(`https://127.0.0.1:${await closedPort()}`);
    const failure = await refused(letter());
    expect(failure.code).toBe('endpoint-refused');
    expect(failure.remedy).toContain('poort 443');
    expect(failure.tell).toMatch(/downloaden van 127\.0\.0\.1:\d+ .* geweigerd/);
    expect(downloads()).toBe(0);
  });

  it('shows a certificate that is not trusted: the password does not leave', async () => {
    await useSite(mock.addresses.site, '');
    expect((await refused(letter())).code).toBe('server-certificate-unknown');
    expect(downloads()).toBe(0);
  });

  const strange = [
    ['says nothing', undefined, 'endpoint-silent'],
    ['gives a page in the place of a certificate', [200, '<html>Welkom op ons netwerk</html>'], 'endpoint-not-bron'],
    ['has no such page', [404, '<html>Niet gevonden</html>'], 'endpoint-not-bron'],
    ['is out of order', [503, ''], 'bron-unavailable'],
    ['has pages only, and says that the password is wrong', [401, '<html>'], 'certificate-download-wrong'],
    ['has pages only, and says that it is gone', [410, '<html>'], 'certificate-download-gone'],
    ['has pages only, and takes no more tries', [429, '<html>'], 'certificate-download-blocked'],
  ] as const;
  it.each(strange)('%s', async (_what, answer, code) => {
    const pki = await createTestPki(new Date());
    const answering: RequestListener = (_request, response) => {
      if (answer) response.writeHead(answer[0], { 'Content-Type': 'text/html' }).end(answer[1]);
    };
    const server = await startServer(pki, pki.server, answering, { requestCert: false });
    await useSite(`https://127.0.0.1:${server.port}`, pki.authority.caPem);
    expect((await refused(letter())).code).toBe(code);
    expect((await state()).downloadedAt).toBeUndefined();
    await server.close();
    pki.close();
  });
});
