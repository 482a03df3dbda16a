import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedAuthority } from '../support/mijnBron/authority.ts';
import { exampleContact } from '../support/mijnBron/data.ts';
import { createMachineWorld, type MachineWorld } from '../support/mijnBron/machine.ts';
import { createMockWorld } from '../mock-bron/testing/world.ts';

let world: MachineWorld;

beforeEach(async () => {
  world = await createMachineWorld(await sharedAuthority());
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const refusal = (fout: string) => ({ fout, tekst: expect.stringMatching(/^[A-Z].{15,}\.$/) as string });
const reactie = { choice: 'akkoord', by: 'D. Recteur', gtbs: ['GTB-2009-10-01-00'], vergelijkingsoverzicht: 'AB-1' };

describe('the machine interface of Mijn BRON', () => {
  it('C-53: gives what the site shows', async () => {
    const { state } = world;
    const line = {
      kenmerk: 'GTB-2009-10-01-00',
      vestigingsvolgnummer: '00',
      peildatum: '2009-10-01',
      madeOn: '2009-10-30',
      processedUntil: '2009-10-28',
      totaal: 150,
    };
    for (const [path, content] of [
      ['contactgegevens', state.contact],
      ['aantallen', state.reported],
      ['documenten', state.documents],
      ['voortgang', state.progress],
      ['gtb', [line, { ...line, kenmerk: 'GTB-2009-08-01-00', peildatum: '2009-08-01' }]],
      ['gtb/GTB-2009-10-01-00', state.gtbs[0]],
      ['vergelijkingsoverzicht', state.overview],
      ['reacties', []],
    ] as const) {
      expect(await world.ask('GET', path), path).toEqual({
        status: 200,
        type: 'application/json; charset=utf-8',
        body: content,
      });
    }
  });

  it('takes who asks from the certificate', async () => {
    await world.ask('POST', 'aantallen', { leerlingen: 10, ambulant: 0 }, { holder: '98AA01' });
    expect(world.state.callers).toEqual([{ role: 'certificate', brinnummer: '98AA', aanleverpunt: '01' }]);
  });

  it('C-15 C-19: takes contactgegevens', async () => {
    const next = exampleContact();
    next.aanleverpunten[0]!.las = 'Bronwijs 0.2';
    expect(await world.ask('PUT', 'contactgegevens', next)).toMatchObject({ status: 200, body: next });
    expect(world.state.contact).toEqual(next);
  });

  it('C-29: takes aantallen', async () => {
    const answer = await world.ask('POST', 'aantallen', { leerlingen: 201, ambulant: 5 });
    expect(answer).toMatchObject({ status: 200, body: { reportedOn: '2009-11-02', leerlingen: 201, ambulant: 5 } });
  });

  it('C-65: takes a reactie that names the gemachtigde', async () => {
    expect(await world.ask('POST', 'reactie', reactie)).toMatchObject({ status: 200, body: reactie });
    const other = await world.ask('POST', 'reactie', { ...reactie, by: 'A. Ministratie' });
    expect(other).toMatchObject({ status: 403, body: refusal('not-gemachtigde') });
    expect(world.state.reacties).toHaveLength(1);
  });

  it('C-62: answers 204 when there is no vergelijkingsoverzicht', async () => {
    world.state.overview = undefined;
    expect(await world.ask('GET', 'vergelijkingsoverzicht')).toMatchObject({ status: 204, body: '' });
  });

  it('gives documents in each of their forms', async () => {
    expect(await world.ask('GET', 'documenten/v1/html')).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: expect.stringContaining('Eerste vooraankondiging') as string,
    });
    expect(await world.ask('GET', 'documenten/v1/pdf')).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(await world.ask('GET', 'documenten/v1/exe')).toMatchObject({
      status: 404,
      body: refusal('document-unknown'),
    });
  });

  it('passes on what Mijn BRON refuses', async () => {
    world.state.refuse = 'contact-frozen';
    expect(await world.ask('PUT', 'contactgegevens', exampleContact())).toEqual({
      status: 409,
      type: 'application/json; charset=utf-8',
      body: refusal('contact-frozen'),
    });
    expect(await world.ask('GET', 'gtb/GTB-9')).toMatchObject({ status: 404, body: refusal('gtb-unknown') });
  });

  it.each([
    ['POST', 'aantallen', { leerlingen: -1, ambulant: 0 }, 422, 'content-wrong'],
    ['POST', 'aantallen', { leerlingen: 1, ambulant: 0, extra: 1 }, 422, 'content-wrong'],
    ['PUT', 'contactgegevens', { ...exampleContact(), aanleverpunten: [] }, 422, 'content-wrong'],
    ['POST', 'reactie', { ...reactie, choice: 'misschien' }, 422, 'content-wrong'],
    ['POST', 'reactie', undefined, 422, 'content-wrong'],
    ['POST', 'aantallen', '{', 400, 'json-wrong'],
    ['POST', 'aantallen', 'x'.repeat(300_000), 413, 'too-large'],
    ['GET', 'bestaat-niet', undefined, 404, 'route-unknown'],
    ['DELETE', 'aantallen', undefined, 404, 'route-unknown'],
  ])('refuses %s %s with %j', async (method, path, body, status, fout) => {
    expect(await world.ask(method, path, body)).toMatchObject({ status, body: refusal(fout) });
    expect(world.state.callers).toEqual([]);
  });

  it('names the place of what is wrong', async () => {
    const { body } = await world.ask('POST', 'aantallen', { leerlingen: 1, ambulant: 'veel' });
    expect(body).toMatchObject({ tekst: expect.stringContaining('(bij ambulant)') as string });
  });

  it('takes JSON only', async () => {
    const answer = await world.ask('POST', 'aantallen', 'leerlingen=1', { type: 'text/plain' });
    expect(answer).toMatchObject({ status: 415, body: refusal('type-wrong') });
  });
});

describe('on the port of the web service', () => {
  it('is reached with the certificate of a wachtwoordbrief, and not without one', async () => {
    const mock = await createMockWorld();
    try {
      const school = await mock.school();
      const answer = await school.get('/MIJNBRON/v1/bestaat-niet');
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body.toString('utf8'))).toMatchObject({ fout: 'route-unknown' });
      expect((await school.get('/POKANAAL/?wsdl')).status).toBe(200);
      const { soap } = mock.mock.addresses;
      await expect(fetch(new URL('/MIJNBRON/v1/contactgegevens', soap))).rejects.toThrow();
    } finally {
      await mock.close();
    }
    expect(mock.errors).toEqual([]);
  });
});
