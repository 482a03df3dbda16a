import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../shared/api/settings.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, startConnected, startTestLas } from '../support/administration.ts';
import { startProxy, type TestProxy } from '../support/troubledLines/proxies.ts';

let line: Awaited<ReturnType<typeof startConnected>>;
let proxy: TestProxy | undefined;
/** What the core asks its host for, and what the host answers. */
const asked: string[] = [];
let computerHas = 'DIRECT';

beforeEach(async () => {
  asked.length = 0;
  computerHas = 'DIRECT';
  line = await startConnected({
    answerTimeoutMs: 3000,
    resolveProxy: (url) => {
      asked.push(url);
      return Promise.resolve(computerHas);
    },
  });
});
afterEach(async () => {
  await line.close();
  await proxy?.close();
  proxy = undefined;
});

type ProxyChange = Partial<NonNullable<SettingsInput['exchange']['proxy']>>;

async function use(change: ProxyChange, endpoint?: string) {
  const settings = await line.world.call('settings.get', {});
  const { exchange } = settings;
  return line.world.call('settings.save', {
    ...settings,
    exchange: { ...exchange, endpoint: endpoint ?? exchange.endpoint, proxy: { ...exchange.proxy, ...change } },
  });
}
const byHand = (port: number, change: ProxyChange = {}) =>
  use({ mode: 'handmatig', host: '127.0.0.1', port: String(port), ...change });
const test = () => line.world.call('exchange.testCertificate', {});

describe('a proxy by hand', () => {
  it('carries the exchange, certificate and all, also to this computer itself', async () => {
    proxy = await startProxy();
    await byHand(proxy.port);
    expect(await test()).toMatchObject({ problems: [], received: 0 });
    const [{ target } = { target: '' }] = proxy.asked;
    expect(target).toBe(new URL(line.mock.addresses.soap).host);
  });

  it('gets the name and password that it asks for, and nobody else does', async () => {
    proxy = await startProxy('school:géheim');
    await byHand(proxy.port, { user: 'school', password: 'géheim' });
    expect(await test()).toMatchObject({ problems: [] });
    const login = `Basic ${Buffer.from('school:géheim').toString('base64')}`;
    expect(proxy.asked).toMatchObject([{ login }]);
    expect(JSON.stringify(line.mock.messages({}))).not.toContain(login);
  });

  it('is one connection for a whole run', async () => {
    proxy = await startProxy();
    await byHand(proxy.port);
    await line.world.call('exchange.requestRegistratieoverzicht', {});
    const { sent } = await line.world.call('exchange.requestRegistratieoverzicht', { peildatum: '2009-10-01' });
    expect(sent).toBe(1);
    await line.world.call('exchange.requestTerugkoppelingen', {});
    // Two runs of one message; one that asks twice, the second time until it is empty.
    expect(proxy.asked).toHaveLength(3);
    expect(line.mock.messages({ direction: 'in', nr: 6 })).toHaveLength(2);
  });
});

describe('the password of the proxy', () => {
  it('is kept when it is not typed again, is never given, and can be removed', async () => {
    proxy = await startProxy('school:geheim');
    const saved = await byHand(proxy.port, { user: 'school', password: 'geheim' });
    expect(JSON.stringify([saved, await line.world.call('settings.get', {})])).not.toContain('geheim');
    expect(saved.exchange.proxy.passwordSet).toBe(true);
    await use({ user: 'school' });
    expect(await test()).toMatchObject({ problems: [] });
    expect((await use({ passwordSet: false })).exchange.proxy.passwordSet).toBe(false);
    line.world.clock.set(new Date('2009-11-02T12:00:00Z'));
    expect(await line.world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'proxy-password' });
    const { rows } = await line.world.call('changes.list', {});
    expect(JSON.stringify(rows)).not.toContain('geheim');
  });
});

describe('the proxy of the computer', () => {
  it('is not asked for an address on this computer', async () => {
    await use({ mode: 'systeem' });
    expect(await test()).toMatchObject({ problems: [] });
    expect(asked).toEqual([]);
  });

  it('is asked for any other address, and not when there is to be none', async () => {
    proxy = await startProxy();
    computerHas = `PROXY 127.0.0.1:${proxy.port}; DIRECT`;
    const elsewhere = 'https://bron.invalid:6914/POKANAAL/';
    await use({ mode: 'systeem' }, elsewhere);
    expect(await line.world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'proxy-no-route' });
    expect(asked).toEqual([elsewhere]);
    expect(proxy.asked).toMatchObject([{ target: 'bron.invalid:6914' }]);
    await use({ mode: 'geen' });
    expect(await line.world.fail('exchange.testCertificate', {})).toMatchObject({ code: 'endpoint-name-unknown' });
    expect(asked).toHaveLength(1);
  });
});

describe('the settings', () => {
  it('refuse a proxy by hand without its place', async () => {
    const settings = await line.world.call('settings.get', {});
    const proxyWithout = { ...settings.exchange.proxy, mode: 'handmatig' as const };
    const input = { ...settings, exchange: { ...settings.exchange, proxy: proxyWithout } };
    expect(await line.world.fail('settings.save', input)).toMatchObject({
      code: 'invalid-input',
      field: 'exchange.proxy.host',
    });
  });

  it('begin with the address of the PvE for an echte administratie', async () => {
    const world = await startTestLas({ clock: createClock() });
    await createAdministration(world, { ...creation, kind: 'echt' });
    expect((await world.call('settings.get', {})).exchange.endpoint).toBe('https://webservice.duo.nl:6914/POKANAAL/');
    await world.close();
  });
});
