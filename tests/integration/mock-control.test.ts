import { get as httpGet, request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;

beforeEach(async () => {
  world = await createMockWorld();
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(new URL(path, world.mock.addresses.control), {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const withHeaders = (headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    httpGet(new URL('/clock', world.mock.addresses.control), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });

describe('the control interface', () => {
  it('sets and advances the clock', async () => {
    expect((await call('GET', '/clock')).json).toMatchObject({ date: '2009-11-02' });
    expect((await call('POST', '/clock', { advanceSeconds: 86_400 })).json).toMatchObject({ date: '2009-11-03' });
    expect((await call('POST', '/clock', { set: '2010-07-01T12:30' })).json).toMatchObject({
      date: '2010-07-01',
      time: expect.stringMatching(/^12:30/),
    });
    expect((await call('POST', '/clock', { set: '2010-02-30' })).status).toBe(400);
    expect((await call('POST', '/clock', { set: '2010-07-01', advanceSeconds: 1 })).status).toBe(400);
  });

  it('writes a wachtwoordbrief for a school of the register only', async () => {
    const { status, json } = await call('POST', '/wachtwoordbrief', { brinnummer: '99ZZ', aanleverpunt: '00' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ brinnummer: '99ZZ', aanleverpunt: '00', datum: '2009-11-02' });
    expect((await call('POST', '/wachtwoordbrief', { brinnummer: '12AB', aanleverpunt: '00' })).status).toBe(404);
    expect((await call('POST', '/wachtwoordbrief', { brinnummer: 'x' })).status).toBe(400);
  });

  it('tells the state without passwords, the register and the log, and resets', async () => {
    await call('POST', '/wachtwoordbrief', { brinnummer: '99ZZ', aanleverpunt: '00' });
    const school = await world.school();
    await school.meld(correctMelding('M1', pupils.hera));
    const { json: state } = await call('GET', '/state');
    expect(state).toMatchObject({
      messages: { geregistreerd: 1 },
      persons: 1,
      inschrijvingen: [{ brinnummer: '99ZZ', count: 1 }],
      voorraad: [{ brinnummer: '99ZZ', aanleverpunt: '00', waiting: 1, handedOut: 0 }],
      letters: [{ brinnummer: '99ZZ', downloadedAt: null }],
    });
    expect(JSON.stringify(state)).not.toContain('wachtwoord"');
    expect((await call('GET', '/register/99ZZ')).json).toMatchObject({
      inschrijvingen: [{ burgerservicenummer: '999992533', content: { datumInschrijving: '2009-08-01' } }],
    });
    const { json: log } = await call('GET', '/messages?direction=in&nr=3&limit=10');
    expect(log).toMatchObject({
      messages: [{ berichtidentificatie: 'M1', holder: '99ZZ00', xml: expect.stringContaining('<soap:Envelope') }],
    });
    expect((await call('GET', '/messages?nr=x')).status).toBe(400);
    expect((await call('GET', '/messages?unknown=1')).status).toBe(400);

    expect((await call('POST', '/reset')).status).toBe(200);
    expect((await call('GET', '/state')).json).toMatchObject({
      persons: 0,
      inschrijvingen: [],
      voorraad: [],
      letters: [],
    });
    // The certificate stays good, and the id is free again.
    expect((await school.meld(correctMelding('M1', pupils.hera))).statusMelding).toBe('B');
  });

  it('takes faults, lists them and clears them', async () => {
    expect((await call('POST', '/faults', { kind: 'http-500', nr: 3, times: 1 })).json).toMatchObject({ id: 1 });
    expect((await call('GET', '/faults')).json).toMatchObject({ faults: [{ kind: 'http-500', nr: 3, times: 1 }] });
    expect((await call('POST', '/faults', { kind: 'nothing' })).status).toBe(400);
    expect((await call('POST', '/faults', { kind: 'slow', chance: 1.1 })).status).toBe(400);
    const fault = { kind: 'bundle-split', brinnummer: '99ZZ', aanleverpunt: '00', chance: 0.5, seed: 's', items: 2 };
    expect((await call('POST', '/faults', fault)).json).toEqual({ ...fault, id: 2 });
    expect((await call('DELETE', '/faults')).status).toBe(200);
    expect((await call('GET', '/faults')).json).toMatchObject({ faults: [] });
  });

  it('makes BRON busy, and no longer', async () => {
    const load = { answerMs: { from: 10, to: 20 }, atOnce: 1, queue: 0, processingSeconds: { from: 0, to: 60 } };
    expect((await call('POST', '/load', load)).json).toEqual(load);
    expect((await call('GET', '/load')).json).toEqual(load);
    expect((await call('POST', '/load', { answerMs: { from: 2, to: 1 } })).status).toBe(400);
    expect((await call('POST', '/load', {})).json).toEqual({});
  });

  it('revokes certificates', async () => {
    await world.school();
    const owner = { brinnummer: '99ZZ', aanleverpunt: '00' };
    const { json } = await call('POST', '/certificates/revoke', owner);
    expect((await call('GET', '/state')).json).toMatchObject({
      certificates: [{ ...owner, serial: (json.serials as string[])[0], revokedAt: expect.stringContaining('2009') }],
    });
    expect((await call('POST', '/certificates/revoke', owner)).status).toBe(404);
    expect((await call('POST', '/certificates/revoke', { ...owner, serial: 'x' })).status).toBe(400);
  });

  it('has BRON know persons with what schools delivered before', async () => {
    const inschrijving = {
      brinnummer: '99ZZ',
      aanleverpunt: '00',
      berichtidentificatie: 'BEFORE1',
      deliveredOn: '2008-09-01',
      kind: 'inschrijvingWpo',
      content: { datumInschrijving: '2008-08-01' },
    };
    const { postcode: _, ...hera } = pupils.hera;
    const deleted = {
      ...inschrijving,
      berichtidentificatie: 'BEFORE2',
      content: { datumInschrijving: '2007-08-01' },
      deleted: true,
    };
    const persons = [{ ...hera, inschrijvingen: [inschrijving, deleted] }];
    expect((await call('POST', '/register', { persons })).status).toBe(200);
    expect((await call('GET', '/register/99ZZ')).json).toMatchObject({
      inschrijvingen: [{ burgerservicenummer: hera.burgerservicenummer, berichtidentificatie: 'BEFORE1' }],
    });
    expect((await call('POST', '/register', { persons })).status).toBe(409);
    const { burgerservicenummer: __, ...nobody } = hera;
    expect((await call('POST', '/register', { persons: [nobody] })).status).toBe(400);
    const school = await world.school();
    await school.meld(correctMelding('M1', pupils.hera));
    const [{ signaal } = {}] = (await school.poll('1')).terugkoppelingAfkeuring ?? [];
    expect(signaal?.map(({ signaalcode }) => signaalcode)).toEqual(['311']);
  });

  it('replaces registers while it runs, and keeps what is left out', async () => {
    const [school] = [await world.school()];
    const persons = [
      { bsn: pupils.hera.burgerservicenummer, geslachtsnaam: 'Jager', geboortedatum: '2001-12-30', geslacht: 'V' },
    ];
    expect((await call('PUT', '/registers', { brp: { source: 'test', persons }, postcodes: ['1234AB'] })).status).toBe(
      200,
    );
    await school.meld(correctMelding('M1', pupils.hera));
    const refused = async (id: string) =>
      ((await school.poll(id)).terugkoppelingAfkeuring ?? []).flatMap(({ signaal = [] }) =>
        signaal.map(({ signaalcode }) => signaalcode),
      );
    expect(await refused('1')).toEqual(['753', '741']);
    expect((await call('PUT', '/registers', { postcodes: null })).status).toBe(200);
    await school.meld(correctMelding('M2', pupils.hera));
    expect(await refused('2')).toEqual(['753']);
    expect((await call('PUT', '/registers', { brin: { source: 'test', schools: [{}] } })).status).toBe(400);
  });

  it('describes every route in OpenAPI', async () => {
    const { json } = await call('GET', '/openapi.json');
    expect(json).toMatchObject({ openapi: '3.1.0', servers: [{ url: world.mock.addresses.control }] });
    expect(Object.keys(json.paths as object).sort()).toEqual([
      '/aansluitingen',
      '/aansluitingen/{brinnummer}',
      '/aansluitingen/{brinnummer}/akkoordverklaring',
      '/aansluitingen/{brinnummer}/cfi',
      '/aansluitingen/{brinnummer}/closing',
      '/aansluitingen/{brinnummer}/post',
      '/aansluitingen/{brinnummer}/post/{id}/{form}',
      '/brp/{bsn}',
      '/certificates/revoke',
      '/cleaning',
      '/clock',
      '/dubbele-inschrijvingen',
      '/editions',
      '/faults',
      '/gtb-delay',
      '/helpdesk/answers',
      '/load',
      '/messages',
      '/polling',
      '/register',
      '/register/rehang',
      '/register/{brinnummer}',
      '/registers',
      '/registers/reload',
      '/reset',
      '/scenarios',
      '/state',
      '/wachtwoordbrief',
    ]);
    expect((json.paths as Record<string, unknown>)['/messages']).toMatchObject({
      get: {
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'nr', in: 'query', schema: expect.objectContaining({ type: 'integer' }) }),
        ]),
      },
    });
  });
});

describe('who may call it', () => {
  it('listens on loopback whatever the host, and refuses names that were bound to it', async () => {
    expect(world.mock.addresses.control).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await withHeaders({ Host: '127.0.0.1:1234' })).toBe(200);
    expect(await withHeaders({ Host: 'localhost' })).toBe(200);
    expect(await withHeaders({ Host: 'evil.example' })).toBe(403);
    expect(await withHeaders({ Host: '127.0.0.1.evil.example' })).toBe(403);
  });

  it('refuses a page of another origin', async () => {
    const { host } = new URL(world.mock.addresses.control);
    expect(await withHeaders({ Host: host, Origin: 'https://evil.example' })).toBe(403);
    expect(await withHeaders({ Host: host, Origin: 'null' })).toBe(403);
    expect(await withHeaders({ Host: host, Origin: `http://${host}` })).toBe(200);
  });

  it('takes nothing but JSON', async () => {
    const status = await new Promise<number>((resolve) => {
      const request = httpRequest(new URL('/clock', world.mock.addresses.control), {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.end('{"advanceSeconds":1}');
    });
    expect(status).toBe(415);
  });
});
