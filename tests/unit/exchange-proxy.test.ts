import { describe, expect, it } from 'vitest';
import { environmentProxy, proxyFor } from '../../electron/core/exchange/proxy.ts';

const system = { mode: 'systeem', host: '', port: '', user: '', passwordSet: false } as const;
const BRON = 'https://webservice.duo.nl:6914/POKANAAL/';

describe('the proxy that the computer names', () => {
  it.each([
    ['DIRECT', undefined],
    ['', undefined],
    ['PROXY proxy.school:8080', { host: 'proxy.school', port: 8080 }],
    ['PROXY proxy.school', { host: 'proxy.school', port: 80 }],
    ['SOCKS5 een:1080; PROXY twee:3128; DIRECT', { host: 'twee', port: 3128 }],
    ['SOCKS een:1080; DIRECT; PROXY twee:3128', undefined],
    ['PROXY [2001:db8::1]:8080', { host: '2001:db8::1', port: 8080 }],
    ['PROXY jan:ge%40heim@proxy:8080', { host: 'proxy', port: 8080, user: 'jan', password: 'ge@heim' }],
  ])('%j is %j', async (answer, proxy) => {
    expect(await proxyFor(BRON, system, undefined, () => Promise.resolve(answer))).toEqual(proxy);
  });
});

describe('the proxy of the environment', () => {
  it.each([
    [{}, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://proxy:8080' }, 'PROXY proxy:8080'],
    [{ https_proxy: 'http://jan:geheim@proxy:8080/' }, 'PROXY jan:geheim@proxy:8080'],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'example.nl, .duo.nl' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'uo.nl' }, 'PROXY proxy:8080'],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'webservice.duo.nl:6914' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://proxy:8080', no_proxy: '*' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'geen adres' }, 'DIRECT'],
  ])('%j gives %j', async (env, answer) => {
    expect(await environmentProxy(env)(BRON)).toBe(answer);
  });
});
