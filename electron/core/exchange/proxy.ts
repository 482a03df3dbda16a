import { isLoopback } from '../school/settings.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { ProxyServer } from './lineAgent.ts';

/**
 * Which proxy the host's settings give for an address, as Chromium says it: `PROXY host:port`, `DIRECT`, several in order of
 * preference with `;`. A name and password may stand before the host, as in a URL.
 */
export type ResolveProxy = (url: string) => Promise<string>;

/** The first of a list that this program can use: an HTTP proxy, or none. */
function firstUsable(list: string): ProxyServer | undefined {
  for (const entry of list.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/);
    if (/^direct$/i.test(kind)) return undefined;
    const url = `http://${address}`;
    if (!/^proxy$/i.test(kind) || !URL.canParse(url)) continue;
    const { hostname, port, username, password } = new URL(url);
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 80),
      ...(username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {}),
    };
  }
  return undefined;
}

/** The proxy for an address by the settings. That of the computer is never used for an address on this computer itself. */
export async function proxyFor(
  url: string,
  { mode, host, port, user }: Settings['exchange']['proxy'],
  password: string | undefined,
  resolve: ResolveProxy,
): Promise<ProxyServer | undefined> {
  if (mode === 'handmatig') return { host, port: Number(port), user, password };
  return mode === 'geen' || isLoopback(url) ? undefined : firstUsable(await resolve(url));
}

/** The proxy of the environment (`HTTPS_PROXY`, `NO_PROXY`), for hosts that have no settings of their own. */
export function environmentProxy(env: NodeJS.ProcessEnv): ResolveProxy {
  const of = (name: string) => env[name.toLowerCase()] || env[name] || '';
  return async (url) => {
    const { hostname, host } = new URL(url);
    const without = of('NO_PROXY')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((name) => name.replace(/^\*?\./, ''));
    const direct = without.some((name) => ['*', hostname, host].includes(name) || hostname.endsWith(`.${name}`));
    const proxy = of('HTTPS_PROXY');
    return direct || !URL.canParse(proxy) ? 'DIRECT' : `PROXY ${proxy.replace(/^\w+:\/\//, '').replace(/\/$/, '')}`;
  };
}
