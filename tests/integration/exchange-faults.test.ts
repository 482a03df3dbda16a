import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance, startConnected, startTestMock } from '../support/administration.ts';
import { addPupil, changePersoon, testPersons } from '../support/pupils.ts';

let line: Awaited<ReturnType<typeof startConnected>>;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const berichten = async () => (await line.world.call('exchange.berichten', {})).rows;
const sent = () => line.mock.messages({ direction: 'in', nr: 3 });
const state = async (id: number) => (await line.world.call('leerlingen.get', { id })).bronState;

/** Sends until nothing is uncertain any more, and fetches what BRON has to say. */
async function settle(): Promise<void> {
  line.mock.clearFaults();
  advance(line, 61);
  await line.world.call('exchange.send', {});
  advance(line, 61);
  await line.world.call('exchange.requestTerugkoppelingen', {});
}

describe('an uncertain melding', () => {
  const uncertain = [
    'timeout-before',
    'timeout-after',
    'break-before',
    'break-after',
    'http-500',
    'signaal-358',
  ] as const;

  for (const kind of uncertain) {
    it(`after ${kind} is offered again with the same bytes, and registered once`, async () => {
      const { world, mock } = line;
      const { leerlingId } = await addPupil(world, testPersons.hera);
      mock.setFault({ kind, nr: 3, times: 1 });
      const result = await world.call('exchange.send', {});
      expect(result).toMatchObject({ sent: 1, onzeker: 1 });
      expect(result.problems).toHaveLength(1);
      expect(await state(leerlingId)).toBe('onzeker');
      expect(await berichten()).toMatchObject([{ state: 'onzeker', attempts: 1 }]);

      // While it is uncertain, a change waits.
      await changePersoon(world, leerlingId, { roepnaam: 'Anders', postcode: '2548AE' });
      await settle();
      expect(await state(leerlingId)).toBe('geregistreerd');
      const offered = sent().filter(({ xml }) => xml.length > 0);
      expect(new Set(offered.map(({ berichtidentificatie }) => berichtidentificatie)).size).toBe(1);
      expect(new Set(offered.map(({ xml }) => xml)).size).toBe(1);
      expect(mock.register('99ZZ')).toMatchObject([{ version: 1 }]);
    });
  }

  it('is settled by a terugkoppeling that comes earlier than the next attempt', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'timeout-after', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    await world.call('exchange.requestTerugkoppelingen', {});
    expect(await state(leerlingId)).toBe('geregistreerd');
    advance(line, 61);
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 0 });
  });

  it('does not hold up the others', async () => {
    const { world, mock } = line;
    for (const persoon of Object.values(testPersons)) await addPupil(world, persoon);
    mock.setFault({ kind: 'timeout-before', nr: 3, times: 1 });
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 4, onzeker: 1 });
    advance(line, 31);
    expect(await world.call('exchange.requestTerugkoppelingen', {})).toMatchObject({ geregistreerd: 3 });
  });

  it('is taken up again after a restart of the program', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'timeout-after', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    await world.restart();
    expect(await state(leerlingId)).toBe('onzeker');
    await settle();
    expect(await state(leerlingId)).toBe('geregistreerd');
  });
});

describe('a bundle that got lost', () => {
  for (const kind of ['timeout-after', 'break-after'] as const) {
    it(`after ${kind} comes again under the same berichtidentificatie`, async () => {
      const { world, mock } = line;
      const { leerlingId } = await addPupil(world, testPersons.hera);
      await world.call('exchange.send', {});
      mock.setFault({ kind, nr: 6, times: 1 });
      expect((await world.fail('exchange.requestTerugkoppelingen', {})).code).toMatch(/^endpoint-/);
      await world.call('exchange.requestTerugkoppelingen', {});
      expect(await state(leerlingId)).toBe('geregistreerd');
      const asked = mock.messages({ direction: 'in', nr: 6 }).map(({ berichtidentificatie }) => berichtidentificatie);
      expect(asked[0]).toBe(asked[1]);
      expect((asked[2] ?? '') > (asked[1] ?? '')).toBe(true);
    });
  }
});

/** Listens on a free port of loopback and gives the https address of it. */
async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/POKANAAL/`;
}

describe('an endpoint that is not BRON', () => {
  const use = async (exchange: { endpoint?: string; caPem?: string }) => {
    const settings = await line.world.call('settings.get', {});
    await line.world.call('settings.save', { ...settings, exchange: { ...settings.exchange, ...exchange } });
  };
  const failure = () => line.world.fail('exchange.testCertificate', {});

  it('is down', async () => {
    const server = createTcpServer();
    const endpoint = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await use({ endpoint });
    expect(await failure()).toMatchObject({ code: 'endpoint-refused', remedy: expect.stringContaining('6914') });
  });

  it('does not speak TLS', async () => {
    const server = createHttpServer((_, response) => response.end('hallo'));
    await use({ endpoint: await listen(server) });
    expect(await failure()).toMatchObject({ code: 'endpoint-not-tls' });
    server.close();
  });

  it('has a server certificate of an unknown authority', async () => {
    await use({ caPem: '' });
    expect(await failure()).toMatchObject({ code: 'server-certificate-unknown' });
  });

  it('has a name that does not exist', async () => {
    await use({ endpoint: 'https://bestaat-niet.invalid:6914/POKANAAL/' });
    expect(await failure()).toMatchObject({ code: 'endpoint-name-unknown' });
  });

  it('is the site of BRON instead of its web service', async () => {
    await use({ endpoint: line.mock.addresses.site });
    expect(await failure()).toMatchObject({ code: 'endpoint-not-bron' });
  });

  it('accepts the connection and stays silent', async () => {
    const server = createTcpServer();
    await use({ endpoint: await listen(server) });
    expect(await failure()).toMatchObject({ code: 'endpoint-silent' });
    server.close();
  });

  it('is another BRON, that does not know this certificate', async () => {
    const other = await startTestMock();
    await use({ endpoint: other.addresses.soap, caPem: other.caPem });
    expect((await failure()).code).toMatch(/^(endpoint-broken|own-certificate-unknown)$/);
    await other.close();
  });

  it('leaves unsent meldingen as they were', async () => {
    const { world } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const server = createTcpServer();
    const endpoint = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await use({ endpoint });
    const result = await world.call('exchange.send', {});
    expect(result).toMatchObject({ sent: 0, onzeker: 0 });
    expect(result.problems).toHaveLength(1);
    await use({ endpoint: line.mock.addresses.soap });
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 1 });
    advance(line, 31);
    await world.call('exchange.requestTerugkoppelingen', {});
    expect(await state(leerlingId)).toBe('geregistreerd');
  });
});
