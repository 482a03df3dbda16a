import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WACHTWOORD } from '../support/mijnBron/fake.ts';
import { createSiteWorld, type SiteWorld } from '../support/mijnBron/site.ts';

let world: SiteWorld;

beforeEach(async () => {
  world = await createSiteWorld();
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const LOG_IN = '/mijn-bron/inloggen';
const name = '99ZZ-gemachtigde';

describe('logging in to Mijn BRON', () => {
  it('asks who comes without a session to log in, and goes on where that person wanted to be', async () => {
    const visitor = world.visitor();
    const asked = await visitor.get('/mijn-bron/voortgang');
    expect(asked.path).toBe(`${LOG_IN}?naar=%2Fmijn-bron%2Fvoortgang`);
    const arrived = await visitor.submit(asked.path, LOG_IN, { gebruikersnaam: name, wachtwoord: WACHTWOORD });
    expect(arrived).toMatchObject({ status: 200, path: '/mijn-bron/voortgang' });
    expect(arrived.text).toContain('Ingelogd: D. Recteur, gemachtigde van school 99ZZ');
  });

  it.each(['https://elsewhere.test/', '//elsewhere.test', '/certificaat', '/mijn-bronnen', '/mijn-bron/\r\nX: y'])(
    'does not go to %j afterwards',
    async (wanted) => {
      const fields = { gebruikersnaam: name, wachtwoord: WACHTWOORD, ['naar']: wanted };
      const arrived = await world.visitor().post(LOG_IN, fields);
      expect(arrived.path).toBe('/mijn-bron');
    },
  );

  it('keeps the session in a cookie that is for this site over TLS only, out of reach of scripts', async () => {
    const visitor = await world.loggedIn();
    expect(visitor.received[0]).toMatch(/^__Host-mijnbron=[\w-]{32}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  it('refuses a wrong combination with what to do, and bounds guessing', async () => {
    const visitor = world.visitor();
    for (let tries = 0; tries < 5; tries += 1) {
      const refused = await visitor.post(LOG_IN, { gebruikersnaam: `"><b>${name}`, wachtwoord: 'verkeerd' });
      expect(refused.status).toBe(401);
      expect(refused.text).toContain('Gebruik de gegevens uit de eerste vooraankondiging');
      expect(refused.html).not.toContain('<b>');
    }
    const right = { gebruikersnaam: name, wachtwoord: WACHTWOORD };
    const bounded = await visitor.post(LOG_IN, right);
    expect(bounded.status).toBe(429);
    expect(bounded.headers['retry-after']).toBe('900');
    expect(bounded.text).toContain('Probeer het over 15 minuten opnieuw');
    world.clock.set(new Date(world.clock.now().getTime() + 15 * 60_000));
    expect((await visitor.post(LOG_IN, right)).path).toBe('/mijn-bron');
  });

  it('ends by logging out', async () => {
    const visitor = await world.loggedIn();
    const out = await visitor.submit('/mijn-bron', '/mijn-bron/uitloggen', {});
    expect(out.text).toContain('U bent uitgelogd');
    expect(visitor.received.at(-1)).toContain('Max-Age=0');
    expect((await visitor.get('/mijn-bron')).path).toContain(LOG_IN);
  });

  it('ends after an hour of the machine without a request, whatever the mock’s clock does', async () => {
    const visitor = await world.loggedIn();
    const later = (minutes: number) => world.machine.set(new Date(world.machine.now().getTime() + minutes * 60_000));
    world.clock.set(new Date('2010-03-01T09:00:00Z'));
    later(59);
    expect((await visitor.get('/mijn-bron')).status).toBe(200);
    later(60);
    expect((await visitor.get('/mijn-bron')).path).toBe('/mijn-bron');
    later(61);
    expect((await visitor.get('/mijn-bron')).path).toContain(LOG_IN);
  });
});

describe('forms of Mijn BRON', () => {
  it.each([
    ['without the token of the session', {}],
    ['with the token of another session', { token: 'x'.repeat(32) }],
  ])('are refused %s', async (_how, fields) => {
    const visitor = await world.loggedIn();
    const refused = await visitor.post('/mijn-bron/aantallen', { leerlingen: '1', ambulant: '0', ...fields });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Open de pagina opnieuw');
    expect(world.state.reported).toHaveLength(1);
  });

  it('are refused when another site sends them, also with the right token', async () => {
    const visitor = await world.loggedIn();
    const { html } = await visitor.get('/mijn-bron/aantallen');
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const fields = { token, leerlingen: '1', ambulant: '0' };
    const refused = await visitor.post('/mijn-bron/aantallen', fields, { Origin: 'https://elsewhere.test' });
    expect(refused.status).toBe(403);
    const own = await visitor.post('/mijn-bron/aantallen', fields, { Origin: world.address.slice(0, -1) });
    expect(own.status).toBe(200);
    expect(world.state.reported).toHaveLength(2);
  });

  it('are not taken without a session', async () => {
    const visitor = world.visitor();
    expect((await visitor.post('/mijn-bron/aantallen', { leerlingen: '1', ambulant: '0' })).path).toBe(LOG_IN);
    expect(world.state.reported).toHaveLength(1);
  });
});
