import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

const { burgerservicenummer: bsn, geboortedatum, geslacht } = pupils.hera;
const ZEUS = pupils.zeus.burgerservicenummer;

let world: MockWorld;

beforeAll(async () => {
  world = await createMockWorld();
  const school = await world.school('98AA');
  await school.meld(correctMelding('M1', pupils.hera));
});
afterAll(async () => {
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

const told = { status: 200, json: { told: [{ brinnummer: '98AA', aanleverpunt: '00' }] } };

describe('the control interface: the BRP edited, and jobs', () => {
  it('changes some gegevens, and takes one away', async () => {
    expect(await call('PATCH', `/brp/${bsn}`, { datumOverlijden: '2009-10-30' })).toEqual(told);
    expect((await call('GET', `/brp/${bsn}`)).json).toMatchObject({ bsn, datumOverlijden: '2009-10-30' });
    expect(await call('PATCH', `/brp/${bsn}`, { datumOverlijden: null })).toEqual(told);
    expect((await call('GET', `/brp/${bsn}`)).json).not.toHaveProperty('datumOverlijden');
  });

  it('takes a whole person, also a new one', async () => {
    const renamed = { bsn, geslachtsnaam: 'Anders', geboortedatum, geslacht };
    expect(await call('PUT', `/brp/${bsn}`, renamed)).toEqual(told);
    const someone = { ...renamed, bsn: '999990019' };
    expect(await call('PUT', '/brp/999990019', someone)).toEqual({ status: 200, json: { told: [] } });
  });

  it('hangs a pupil under another PGN, and controls dubbele inschrijvingen', async () => {
    await call('POST', '/register', { persons: [{ onderwijsnummer: '100000041', geboortedatum, geslacht }] });
    expect(await call('POST', '/register/rehang', { from: bsn, to: '100000041' })).toEqual(told);
    expect(await call('POST', '/dubbele-inschrijvingen')).toEqual({ status: 200, json: { told: [] } });
  });

  it.each([
    ['GET', '/brp/999990056', undefined, 404],
    ['PATCH', '/brp/999990056', { geheim: true }, 404],
    ['PATCH', `/brp/${bsn}`, { geslachtsnaam: null }, 400],
    ['PATCH', `/brp/${bsn}`, { geslacht: 'x' }, 400],
    ['PATCH', `/brp/${bsn}`, { unknown: 'x' }, 400],
    ['PATCH', `/brp/${bsn}`, { bsn: ZEUS }, 409],
    ['PUT', `/brp/${bsn}`, { bsn }, 400],
    ['POST', '/register/rehang', { from: '999990032', to: bsn }, 404],
  ])('refuses %s %s %j with a reason', async (method, path, body, status) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: expect.stringMatching(/.{10}/) as string });
  });
});

describe('the control interface: registers', () => {
  const iris = { bsn: '999990019', geslachtsnaam: 'Verzonnen', geboortedatum: '2001-06-07', geslacht: 'V' };

  it('gives what they hold in the form in which it takes them', async () => {
    await call('PATCH', `/brp/${ZEUS}`, { geheim: true });
    const { json } = await call('GET', '/registers');
    expect(json).toMatchObject({ brin: { schools: expect.any(Array) as unknown[] }, postcodes: null });
    expect(await call('PUT', '/registers', { ...json, postcodes: ['2548 ae'] })).toEqual({ status: 200, json: {} });
    expect((await call('GET', '/registers')).json).toEqual({ ...json, postcodes: ['2548AE'] });
    expect((await call('GET', `/brp/${ZEUS}`)).json).toMatchObject({ geheim: true });
  });

  it('reads the files again, and keeps what it has when one is not right', async () => {
    const file = join(world.folder, 'brp.json');
    const write = (...persons: object[]) => writeFileSync(file, JSON.stringify({ source: 'test', persons }));
    write(iris);
    await world.restart({ brp: [file] });
    write(iris, { ...iris, bsn: '999990020' });
    expect((await call('GET', '/brp/999990020')).status).toBe(404);
    expect(await call('POST', '/registers/reload')).toEqual({ status: 200, json: {} });
    expect((await call('GET', '/brp/999990020')).status).toBe(200);
    write(iris, iris);
    expect(await call('POST', '/registers/reload')).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('twice') as string },
    });
    expect((await call('GET', '/brp/999990020')).status).toBe(200);
  });
});
