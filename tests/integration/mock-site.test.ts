import { X509Certificate } from 'node:crypto';
import { Agent } from 'node:https';
import forge from 'node-forge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import { https } from '../mock-bron/testing/client.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let agent: Agent;

beforeEach(async () => {
  world = await createMockWorld();
  agent = new Agent({ ca: world.mock.caPem });
});
afterEach(async () => {
  agent.destroy();
  await world.close();
  expect(world.errors).toEqual([]);
});

const site = (path: string) => new URL(path, world.mock.addresses.site).href;
const get = (path: string) => https(site(path), { agent });
const download = (gebruikersnaam: string, wachtwoord: string) =>
  https(
    site('/certificaat'),
    { method: 'POST', agent, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    new URLSearchParams({ gebruikersnaam, wachtwoord }).toString(),
  );
const letter = (aanleverpunt = '00') => world.mock.createWachtwoordbrief('99ZZ', aanleverpunt);

describe('the certificate of a wachtwoordbrief (Stappenplan steps 8 and 9)', () => {
  it('is a PKCS#12 with which the web service can be called', async () => {
    const { gebruikersnaam, wachtwoord, datum } = letter();
    expect(datum).toBe('2009-11-02');
    const { status, headers, body } = await download(gebruikersnaam, wachtwoord);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-pkcs12');
    const client = new Agent({ ca: world.mock.caPem, pfx: body, passphrase: wachtwoord });
    const envelope = encodeEnvelope(6, { berichtidentificatie: '1' }, { brinnummer: '99ZZ', aanleverpuntnummer: '00' });
    const answer = await https(
      world.mock.addresses.soap,
      { method: 'POST', agent: client, headers: { 'Content-Type': 'text/xml' } },
      envelope,
    );
    client.destroy();
    expect(answer.status).toBe(200);
    expect(answer.body.toString('utf8')).not.toContain('signaal');
  });

  it('names BRIN and aanleverpunt, carries the chain and is valid at both clocks', async () => {
    const { gebruikersnaam, wachtwoord } = letter('01');
    const { body } = await download(gebruikersnaam, wachtwoord);
    const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(body.toString('binary')), wachtwoord);
    const bags = p12.getBags({ bagType: forge.pki.oids.certBag })[forge.pki.oids.certBag ?? ''] ?? [];
    const certificates = bags.flatMap(({ cert }) =>
      cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : [],
    );
    expect(certificates).toHaveLength(2);
    const own = certificates.find(({ ca }) => !ca);
    expect(own?.subject).toContain('CN=99ZZ01');
    expect(own?.issuer).toContain('CN=IB-Groep Onderwijs Services CA Extern (TEST)');
    expect(own?.verify(new X509Certificate(world.mock.caPem).publicKey)).toBe(true);
    const [from, to] = [Date.parse(own?.validFrom ?? ''), Date.parse(own?.validTo ?? '')];
    expect(from).toBeLessThan(Date.parse('2005-01-01'));
    expect(to).toBeGreaterThan(Date.now() + 2.9 * 365 * 86_400_000);
  });

  it('can be downloaded once, also when asked twice at the same moment', async () => {
    const { gebruikersnaam, wachtwoord } = letter();
    const answers = await Promise.all([1, 2, 3].map(() => download(gebruikersnaam, wachtwoord)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    await world.restart();
    agent.destroy();
    agent = new Agent({ ca: world.mock.caPem });
    const refused = await download(gebruikersnaam, wachtwoord);
    expect(refused.status).toBe(410);
    expect(refused.body.toString('utf8')).toContain('Helpdesk BRON');
    expect(world.mock.state().certificates).toHaveLength(1);
  });

  it('can be downloaded on the last day of the two weeks and not after it', async () => {
    const [first, second] = [letter('00'), letter('01')];
    world.mock.advanceClock(14 * 86_400);
    expect((await download(first.gebruikersnaam, first.wachtwoord)).status).toBe(200);
    world.mock.advanceClock(86_400);
    expect((await download(second.gebruikersnaam, second.wachtwoord)).status).toBe(410);
  });

  it('needs the right combination; guessing is bounded', async () => {
    const { gebruikersnaam, wachtwoord } = letter();
    const wrong = await download(gebruikersnaam, 'verkeerd');
    expect(wrong.status).toBe(401);
    expect(wrong.body.toString('utf8')).toContain('Helpdesk BRON');
    expect((await download('bestaat-niet', wachtwoord)).status).toBe(401);
    for (let tries = 0; tries < 3; tries += 1) await download(gebruikersnaam, 'verkeerd');
    const bounded = await download(gebruikersnaam, wachtwoord);
    expect(bounded.status).toBe(429);
    expect(Number(bounded.headers['retry-after'])).toBeGreaterThan(0);
    world.mock.advanceClock(15 * 60);
    expect((await download(gebruikersnaam, wachtwoord)).status).toBe(200);
  });

  it('belongs to the newest letter', async () => {
    const [old, fresh] = [letter(), letter()];
    expect((await download(old.gebruikersnaam, old.wachtwoord)).status).toBe(401);
    expect((await download(fresh.gebruikersnaam, fresh.wachtwoord)).status).toBe(200);
  });
});

describe('the pages', () => {
  it('are Dutch, without script, and shown safely', async () => {
    for (const path of ['/', '/certificaat', '/kennisbank', '/ondersteuning', '/bestaat-niet']) {
      const { headers, body, status } = await get(path);
      const page = body.toString('utf8');
      expect(status).toBe(path === '/bestaat-niet' ? 404 : 200);
      expect(page).toContain('<html lang="nl">');
      expect(page).not.toContain('<script');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect((await get('/stijl.css')).headers['content-type']).toContain('text/css');
    expect((await get('/koppelvlak/BpokServices_V1.0.wsdl')).status).toBe(200);
  });

  it('give back what was typed as text', async () => {
    const { body } = await download('"><script>alert(1)</script>', 'x');
    expect(body.toString('utf8')).not.toContain('<script>');
  });

  it('take no form of another site', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://elsewhere.test' };
    const { status, body } = await https(site('/certificaat'), { method: 'POST', agent, headers }, 'gebruikersnaam=x');
    expect(status).toBe(403);
    expect(body.toString('utf8')).toContain('Open de pagina op deze site');
  });

  it('take nothing but a form', async () => {
    const json = await https(
      site('/certificaat'),
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
      '{}',
    );
    expect(json.status).toBe(415);
  });
});
