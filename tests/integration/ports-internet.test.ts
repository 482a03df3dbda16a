import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allOpen, type BronPort, type PortResult, type PortTest } from '../../shared/api/ports.ts';
import type { SettingsInput } from '../../shared/api/settings.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { creation, createAdministration, startConnected, startTestLas } from '../support/administration.ts';
import { createTestAuthority } from '../support/openssl.ts';
import { HERE, listenHere } from '../support/troubledLines/line.ts';
import { startProxy } from '../support/troubledLines/proxies.ts';
import { closedPort, filteredPort } from '../support/troubledLines/unreachable.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 1500;

let line: Awaited<ReturnType<typeof startConnected>>;
/** What a test started and has to end. */
const started: { close(): void | Promise<void> }[] = [];

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: TIMEOUT_MS });
  // What stands for a website on port 80 and on port 443.
  await use({ ports: { http: line.mock.addresses.control, https: line.mock.addresses.site } });
});
afterEach(async () => {
  await line.close();
  for (const item of started.splice(0)) await item.close();
});

const ending = <T extends { close(): void | Promise<void> }>(item: T): T => {
  started.push(item);
  return item;
};

async function use(change: Partial<SettingsInput['exchange']>) {
  const settings = await line.world.call('settings.get', {});
  return line.world.call('settings.save', { ...settings, exchange: { ...settings.exchange, ...change } });
}
const plainAt = (port: number, host = '127.0.0.1') =>
  use({ ports: { http: `http://${host}:${port}/`, https: line.mock.addresses.site } });
const secureAt = (port: number, host = '127.0.0.1') =>
  use({ ports: { http: line.mock.addresses.control, https: `https://${host}:${port}/` } });

const test = () => line.world.call('ports.test', {});
const last = async () => (await line.world.call('ports.last', {})).last;
const at = ({ ports }: PortTest, port: BronPort) => ports.find((result) => result.port === port) as PortResult;
const failed = ({ stages }: PortResult) => stages.find(({ state }) => state === 'failed')?.stage;

describe('C-24: the three ports together', () => {
  it('are open to the mock BRON, its site and its plain page', async () => {
    const result = await test();
    expect(result.ports.map(({ port, outcome }) => [port, outcome])).toEqual([
      [80, 'open'],
      [443, 'open'],
      [6914, 'open'],
    ]);
    expect(allOpen(result)).toBe(true);
  });

  it('before step 9, without a certificate, too', async () => {
    const { certificate } = await line.world.call('certificate.get', {});
    await line.world.call('certificate.remove', { fingerprint: certificate?.fingerprint ?? '' });
    const result = await test();
    expect(allOpen(result)).toBe(true);
    expect(at(result, 6914).stages).toContainEqual({ stage: 'certificate', state: 'asked' });
    // Asking for it is no message.
    expect(line.mock.messages({})).toEqual([]);
  });

  it('are tested at once, each for no longer than an answer may take', async () => {
    const { port } = ending(await filteredPort());
    await use({
      endpoint: `https://127.0.0.1:${port}/POKANAAL/`,
      ports: { http: `http://127.0.0.1:${port}/`, https: `https://127.0.0.1:${port}/` },
    });
    const began = performance.now();
    const result = await test();
    expect(performance.now() - began).toBeLessThan(2 * TIMEOUT_MS);
    expect(result.ports.map(({ problem }) => problem?.code)).toEqual(Array(3).fill('endpoint-filtered'));
    expect(allOpen(result)).toBe(false);
  });

  it('one without an address is not tested, and step 4 is not done', async () => {
    await use({ ports: { http: '', https: line.mock.addresses.site } });
    const result = await test();
    expect(at(result, 80)).toEqual({ port: 80, outcome: 'unset', stages: [] });
    expect(allOpen(result)).toBe(false);
    expect((await line.world.call('ports.last', {})).targets[0]).toEqual({ port: 80 });
  });
});

describe('C-24: port 80', () => {
  it.each([
    ['endpoint-refused', 'connection', async () => closedPort()],
    ['endpoint-filtered', 'connection', async () => ending(await filteredPort()).port],
    ['endpoint-silent', 'answer', async () => ending(await listenHere(createTcpServer())).port],
    [
      'endpoint-broken',
      'answer',
      async () =>
        ending(await listenHere(createTcpServer((socket) => socket.once('data', () => socket.destroy())))).port,
    ],
    [
      'answer-not-xml',
      'answer',
      async () => ending(await listenHere(createTcpServer((socket) => socket.end('220 mail ready\r\n')))).port,
    ],
  ] as const)('%s is named, and it stops at %s', async (code, stage, start) => {
    await plainAt(await start());
    const result = at(await test(), 80);
    expect(result).toMatchObject({ outcome: 'closed', problem: { code } });
    expect(failed(result)).toBe(stage);
    expect(result.problem?.message).not.toMatch(/BRON|XML|[{}]/);
  });

  it('of a name that does not exist is no matter of the port', async () => {
    await plainAt(80, 'bestaat-niet.invalid');
    const result = at(await test(), 80);
    expect(result).toMatchObject({ host: 'bestaat-niet.invalid:80', problem: { code: 'endpoint-name-unknown' } });
    expect(result.problem?.remedy).toMatch(/^Dit ligt niet aan een poort\./);
  });

  it('is open whatever the website answers', async () => {
    const site = ending(await listenHere(createHttpServer((_, response) => response.writeHead(403).end())));
    await plainAt(site.port);
    expect(at(await test(), 80).outcome).toBe('open');
  });
});

describe('C-24: port 443', () => {
  it('that answers without TLS is told from one that is closed', async () => {
    const site = ending(await listenHere(createHttpServer((_, response) => response.end('hallo'))));
    await secureAt(site.port);
    expect(at(await test(), 443)).toMatchObject({ outcome: 'closed', problem: { code: 'endpoint-not-tls' } });
    await secureAt(await closedPort());
    expect(at(await test(), 443)).toMatchObject({ outcome: 'closed', problem: { code: 'endpoint-refused' } });
  });

  it('that shows a certificate of another authority is intercepted', async () => {
    const product = ending(await createTestAuthority('/O=Schoolnetwerk/CN=Schoolnetwerk Firewall CA'));
    const identity = await product.issue({ commonName: 'localhost', altNames: HERE });
    const site = createHttpsServer({ cert: identity.cert, key: identity.key });
    await secureAt(ending(await listenHere(site)).port);
    const result = at(await test(), 443);
    expect(result).toMatchObject({ outcome: 'closed', problem: { code: 'server-intercepted' } });
    expect(result.problem?.message).toContain('(Schoolnetwerk)');
    expect(failed(result)).toBe('interception');
  });
});

describe('C-24: a proxy', () => {
  const through = (port: number, login: { user?: string; password?: string } = {}) =>
    use({
      proxy: { mode: 'handmatig', host: '127.0.0.1', port: String(port), user: '', passwordSet: false, ...login },
    });

  it('carries all three, port 80 as a browser asks it', async () => {
    const proxy = ending(await startProxy('school:geheim'));
    await through(proxy.port, { user: 'school', password: 'geheim' });
    const site = ending(await listenHere(createHttpServer((_, response) => response.end('hallo'))));
    await plainAt(site.port);
    const result = await test();
    expect(allOpen(result)).toBe(true);
    for (const { stages } of result.ports) expect(stages[0]).toEqual({ stage: 'proxy', state: 'ok' });
    expect(proxy.asked.map(({ target }) => target)).toContain(`http://127.0.0.1:${site.port}/`);
  });

  it('that asks for a password stops all three', async () => {
    const proxy = ending(await startProxy('school:geheim'));
    await through(proxy.port);
    const { ports } = await test();
    expect(ports.map(({ problem }) => problem?.code)).toEqual(Array(3).fill('proxy-password'));
  });

  it('that is down, or cannot go on, is told from a closed port', async () => {
    const proxy = ending(await startProxy());
    await through(proxy.port);
    await plainAt(80, 'bestaat-niet.invalid');
    expect(at(await test(), 80)).toMatchObject({ outcome: 'closed', problem: { code: 'proxy-no-route' } });
    await through(await closedPort());
    expect(at(await test(), 80)).toMatchObject({ outcome: 'closed', problem: { code: 'proxy-down' } });
  });
});

describe('C-24: the result', () => {
  it('is logged and stays, also after the program was closed', async () => {
    expect(await last()).toBeUndefined();
    const result = await test();
    expect(await last()).toEqual(result);
    expect(result.at).toMatch(/^2009-11-02T08:00:/);
    await line.world.restart();
    expect(await last()).toEqual(result);
    const { rows } = await line.world.call('changes.list', {});
    expect(JSON.stringify(rows)).toContain('80 open, 443 open, 6914 open');
  });

  it('of a test that was stopped does not take the place of the former, and comes at once', async () => {
    const former = await test();
    const { port } = ending(await filteredPort());
    await use({ endpoint: `https://127.0.0.1:${port}/POKANAAL/` });
    const testing = test();
    const progress = () => line.world.events.filter(({ event }) => event === 'ports.progress').length;
    const before = progress();
    await until(() => progress() >= before + 2);
    const { running } = await line.world.call('ports.last', {});
    expect(running?.ports.map((result) => result.port)).toEqual([80, 443]);
    const began = performance.now();
    await line.world.call('ports.stop', {});
    const stopped = await testing;
    expect(performance.now() - began).toBeLessThan(TIMEOUT_MS / 2);
    expect(stopped).toMatchObject({ stopped: true });
    expect(stopped.ports.map((result) => result.port)).toEqual([80, 443]);
    expect(await last()).toEqual(former);
    expect((await line.world.call('ports.last', {})).running).toBeUndefined();
  });

  it('of a test that is asked twice is one', async () => {
    const [one, two] = await Promise.all([test(), test()]);
    expect(one).toEqual(two);
    expect(line.world.events.filter(({ event }) => event === 'ports.progress')).toHaveLength(3);
  });

  it('a test that is under way ends when the administration is locked', async () => {
    const { port } = ending(await filteredPort());
    await use({ endpoint: `https://127.0.0.1:${port}/POKANAAL/` });
    const testing = test();
    await line.world.call('session.lock', {});
    expect(await testing).toMatchObject({ stopped: true });
  });
});

describe('the addresses', () => {
  it('are those of DUO for an echte administratie, and none for an oefenadministratie', async () => {
    const world = ending(await startTestLas({ clock: createClock() }));
    await createAdministration(world, { ...creation, kind: 'echt' });
    expect((await world.call('ports.last', {})).targets).toEqual([
      { port: 80, host: 'www.duo.nl:80' },
      { port: 443, host: 'www.duo.nl:443' },
      { port: 6914, host: 'webservice.duo.nl:6914' },
    ]);
    const practice = ending(await startTestLas());
    await createAdministration(practice);
    expect((await practice.call('ports.last', {})).targets).toEqual([{ port: 80 }, { port: 443 }, { port: 6914 }]);
  });

  it('stay when they are left out, and are refused where they do not belong', async () => {
    const settings = await line.world.call('settings.get', {});
    const { ports, ...exchange } = settings.exchange;
    expect((await line.world.call('settings.save', { ...settings, exchange })).exchange.ports).toEqual(ports);
    const save = (http: string, https: string) =>
      line.world.fail('settings.save', { ...settings, exchange: { ...exchange, ports: { http, https } } });
    expect(await save('http://www.duo.nl/', '')).toMatchObject({
      code: 'production-refused',
      field: 'exchange.ports.http',
    });
    expect(await save('', 'http://site.example/')).toMatchObject({
      code: 'invalid-input',
      field: 'exchange.ports.https',
    });
  });
});
