import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAdministration, START, startTestLas, type TestLas } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import {
  contactOf,
  gtbOf,
  offerGtbs,
  overviewOf,
  refusal,
  startMijnBronServer,
  type MijnBronServer,
} from '../support/mijnBronServer.ts';
import { addressAt, createTestPki, type TestPki } from '../support/troubledLines/line.ts';

let pki: TestPki;
let server: MijnBronServer;
let world: TestLas;

async function useEndpoint(endpoint: string) {
  const settings = await world.call('settings.get', {});
  await world.call('settings.save', { ...settings, exchange: { endpoint, caPem: pki.authority.caPem } });
}

beforeAll(async () => {
  pki = await createTestPki(START);
  server = await startMijnBronServer(pki);
  world = await startTestLas({ answerTimeoutMs: 2000 });
  await createAdministration(world);
  await installFile(world, pki.clientFile.bytes, pki.clientFile.password);
  await useEndpoint(addressAt(server.port));
});
afterAll(async () => {
  await world.close();
  await server.close();
  pki.close();
});
beforeEach(() => {
  server.answers.clear();
  server.asked.length = 0;
});

const voortgang = {
  state: 'aansluiting',
  start: '2009-09-07',
  weeksLeft: 4,
  norm: { leerlingen: 200, ambulant: 3 },
  leerlingen: { registered: 120, onSchedule: true },
  ambulant: { registered: 1, onSchedule: false },
  perWeek: [{ week: 1, until: '2009-09-11', leerlingen: 0, ambulant: 0 }],
} as const;
const document = {
  ...{ id: 'd1', kind: 'vooraankondiging1', titel: 'Vooraankondiging 1', sentOn: '2009-06-01' },
  ...{ by: 'post', to: 'school', start: '2009-09-07' },
} as const;
const reported = { reportedOn: '2009-08-20', leerlingen: 200, ambulant: 3 };

describe('each request to Mijn BRON', () => {
  it('goes over the line of the web service, behind the certificate of the aanleverpunt', async () => {
    server.answers.set('GET contactgegevens', { status: 200, body: contactOf });
    expect(await world.call('mijnBron.contact', {})).toEqual({ contactgegevens: contactOf });
    expect(server.asked).toEqual([{ request: 'GET contactgegevens', body: undefined, holder: '99ZZ00' }]);
  });

  it('gives the contactgegevens that Mijn BRON holds after saving', async () => {
    const held = { ...contactOf, akkoordverklaring: '2009-09-02' };
    server.answers.set('PUT contactgegevens', { status: 200, body: held });
    expect(await world.call('mijnBron.saveContact', { contactgegevens: contactOf })).toEqual({ contactgegevens: held });
    expect(server.asked[0]?.body).toEqual(contactOf);
  });

  it('reports aantallen, and reads what was reported', async () => {
    server.answers.set('POST aantallen', { status: 200, body: reported });
    server.answers.set('GET aantallen', { status: 200, body: [reported] });
    expect(await world.call('mijnBron.reportAantallen', { leerlingen: 200, ambulant: 3 })).toEqual({ reported });
    expect(server.asked[0]?.body).toEqual({ leerlingen: 200, ambulant: 3 });
    expect(await world.call('mijnBron.aantallen', {})).toEqual({ reported: [reported] });
  });

  it('reads voortgang and documenten', async () => {
    server.answers.set('GET voortgang', { status: 200, body: voortgang });
    server.answers.set('GET documenten', { status: 200, body: [document] });
    expect(await world.call('mijnBron.voortgang', {})).toEqual({ voortgang });
    expect(await world.call('mijnBron.documenten', {})).toEqual({ documenten: [document] });
  });
});

describe('C-58: GTBs per vestiging and peildatum', () => {
  it('are fetched once each, and kept', async () => {
    const gtbs = [
      gtbOf({ peildatum: '2009-10-01' }),
      gtbOf({ peildatum: '2009-10-01', vestigingsvolgnummer: '01' }),
      gtbOf({ peildatum: '2009-08-01' }),
    ];
    offerGtbs(server, gtbs);
    const first = await world.call('mijnBron.fetchGtbs', {});
    expect(first.total).toBe(3);
    expect(first.fetched.map(({ kenmerk }) => kenmerk)).toEqual(gtbs.map(({ kenmerk }) => kenmerk));
    expect(await world.call('mijnBron.fetchGtbs', {})).toEqual({ total: 3, fetched: [] });
    const asked = server.asked.filter(({ request }) => request.startsWith('GET gtb/'));
    expect(asked).toHaveLength(3);
  });

  it('are fetched again when later deliveries are in them and no number changed', async () => {
    const gtb = gtbOf({ peildatum: '2009-02-01', processedUntil: '2009-10-15' });
    offerGtbs(server, [gtb]);
    await world.call('mijnBron.fetchGtbs', {});
    offerGtbs(server, [{ ...gtb, processedUntil: '2009-10-30' }]);
    const { fetched } = await world.call('mijnBron.fetchGtbs', {});
    expect(fetched).toMatchObject([{ kenmerk: gtb.kenmerk, known: true }]);
    const { gtbs } = await world.call('tellingen.gtbs', {});
    expect(gtbs.find(({ kenmerk }) => kenmerk === gtb.kenmerk)?.processedUntil).toBe('2009-10-30');
  });

  it('that came in before the line broke stay', async () => {
    offerGtbs(server, [gtbOf({ peildatum: '2008-10-01' }), gtbOf({ peildatum: '2009-03-01' })]);
    server.answers.set(`GET gtb/${gtbOf({ peildatum: '2009-03-01' }).kenmerk}`, { status: 500 });
    expect(await world.fail('mijnBron.fetchGtbs', {})).toMatchObject({ code: 'bron-fault' });
    offerGtbs(server, [gtbOf({ peildatum: '2008-10-01' }), gtbOf({ peildatum: '2009-03-01' })]);
    const { fetched } = await world.call('mijnBron.fetchGtbs', {});
    expect(fetched.map(({ peildatum }) => peildatum)).toEqual(['2009-03-01']);
  });
});

describe('C-62: the vergelijkingsoverzicht', () => {
  it('is kept when there is one', async () => {
    server.answers.set('GET vergelijkingsoverzicht', { status: 200, body: overviewOf() });
    expect(await world.call('mijnBron.fetchVergelijkingsoverzicht', {})).toEqual({
      vergelijkingsoverzicht: {
        ...{ kenmerk: overviewOf().kenmerk, madeOn: '2009-10-20', rows: 1 },
        ...{ known: false, outdated: false },
      },
    });
  });

  it.each([
    ['204', { status: 204 }],
    ['a refusal that says so', refusal(404, 'no-overview', 'Voor uw school is er geen vergelijkingsoverzicht.')],
  ])('is not there when Mijn BRON answers with %s', async (_, answer) => {
    server.answers.set('GET vergelijkingsoverzicht', answer);
    expect(await world.call('mijnBron.fetchVergelijkingsoverzicht', {})).toEqual({});
  });
});

describe('what goes wrong is told', () => {
  it('in the words of Mijn BRON when it refuses', async () => {
    server.answers.set('POST aantallen', refusal(422, 'phase-over', 'De fase is voorbij.'));
    expect(await world.fail('mijnBron.reportAantallen', { leerlingen: 2, ambulant: 1 })).toMatchObject({
      code: 'mijn-bron-refused',
      message: 'Mijn BRON antwoordt: De fase is voorbij.',
    });
  });

  it.each([
    ['a server without this interface', { status: 404, body: '<html>' }, 'mijn-bron-absent'],
    ['another refusal', { status: 403, body: '<html>' }, 'endpoint-not-bron'],
    ['no JSON', { status: 200, body: '{"state":' }, 'mijn-bron-unreadable'],
    ['another shape', { status: 200, body: { state: 'klaar' } }, 'mijn-bron-unreadable'],
    ['nothing', { status: 204 }, 'mijn-bron-unreadable'],
    ['a fault', { status: 500 }, 'bron-fault'],
    ['out of use', { status: 503 }, 'bron-unavailable'],
  ])('of %s', async (_, answer, code) => {
    server.answers.set('GET voortgang', answer);
    expect(await world.fail('mijnBron.voortgang', {})).toMatchObject({ code });
  });

  it('with its cause when the line is down, and for whom to ask', async () => {
    await useEndpoint('https://127.0.0.1:1/POKANAAL/');
    const failure = await world.fail('mijnBron.voortgang', {});
    await useEndpoint(addressAt(server.port));
    expect(failure.code).toBe('endpoint-refused');
    expect(failure.tell).toContain('127.0.0.1:1');
  });

  it('refuses a GTB of another school, and keeps none of it', async () => {
    const { kenmerk } = gtbOf({ peildatum: '2009-09-01' });
    offerGtbs(server, [{ ...gtbOf({ peildatum: '2009-09-01' }), brinnummer: '98AA' }]);
    expect(await world.fail('mijnBron.fetchGtbs', {})).toMatchObject({ code: 'mijn-bron-file-school' });
    offerGtbs(server, [gtbOf({ peildatum: '2009-09-01' })]);
    expect((await world.call('mijnBron.fetchGtbs', {})).fetched).toMatchObject([{ kenmerk, known: false }]);
  });
});
