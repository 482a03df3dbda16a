import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWebHost, type WebHost } from '../../electron/web/host.ts';
import type { Result } from '../../shared/api/errors.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

let folder: string;
let host: WebHost;
let tell: (event: string, payload: unknown) => void;
const stop = vi.fn();
const core = {
  grant: () => 'token',
  invoke: vi.fn(async (name: string, input: unknown): Promise<Result<unknown>> => ({
    ok: true,
    value: { name, input },
  })),
  subscribe: vi.fn((listener: typeof tell) => {
    tell = listener;
    return stop;
  }),
};

/** As node:http sends it: fetch would put the path right and forbid the headers Host, Origin and Cookie. */
const send = (path: string, { method = 'GET', headers = {}, body }: Sent = {}, port = host.port) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const pathOf = (url: string) => url.slice(host.origin.length);
const enter = async () => (await send(pathOf(host.newUrl()))).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
const call = (cookie: string, sent: Sent = {}) =>
  send('/api/invoke', {
    method: 'POST',
    body: JSON.stringify({ name: 'session.status', input: {} }),
    ...sent,
    headers: { cookie, origin: host.origin, 'x-las': '1', 'content-type': 'application/json', ...sent.headers },
  });

beforeEach(async () => {
  vi.clearAllMocks();
  folder = mkdtempSync(join(tmpdir(), 'web-host-'));
  const rendererDir = join(folder, 'renderer');
  const preloadDir = join(folder, 'web-preload');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  mkdirSync(preloadDir);
  writeFileSync(
    join(rendererDir, 'index.html'),
    '<html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>',
  );
  writeFileSync(join(rendererDir, 'assets/main.js'), 'main');
  writeFileSync(join(preloadDir, 'preload.js'), 'preload');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  host = await startWebHost({ rendererDir, preloadDir, core });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the way in', () => {
  it('is shut without a token, for pages and for calls', async () => {
    for (const path of ['/', '/index.html', '/assets/main.js', '/preload.js', '/api/events', '/nothing']) {
      expect((await send(path)).status, path).toBe(403);
    }
    expect((await call('')).status).toBe(403);
    expect((await call('las-1=x; las=y')).status).toBe(403);
    expect(core.invoke).not.toHaveBeenCalled();
    expect(core.subscribe).not.toHaveBeenCalled();
  });

  it('opens for a token, once, and takes it out of the address', async () => {
    const path = pathOf(host.newUrl());
    const first = await send(path);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(new RegExp(`^las-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    expect((await send('/', { headers: { cookie: cookie.split(';')[0]! } })).status).toBe(200);
    const second = await send(path);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it.each(['', 'x', '../', 'a'.repeat(43)])('stays shut for the token "%s"', async (token) => {
    host.newUrl();
    expect((await send(`/?token=${token}`)).status).toBe(403);
  });

  it('lets several browsers in, each with a token of its own', async () => {
    const [one, two] = [host.newUrl(), host.newUrl()];
    expect((await send(pathOf(two))).status).toBe(303);
    expect((await send(pathOf(one))).status).toBe(303);
  });

  it('does not take the cookie of another program on this machine', async () => {
    const other = await startWebHost({ rendererDir: folder, preloadDir: folder, core });
    try {
      const cookie = await enter();
      expect((await send('/', { headers: { cookie } }, other.port)).status).toBe(403);
    } finally {
      await other.close();
    }
  });

  it.each(['localhost', 'example.org', '127.0.0.1', '127.0.0.1:1'])('is shut for the host name "%s"', async (name) => {
    const cookie = await enter();
    for (const path of ['/', pathOf(host.newUrl())]) {
      expect((await send(path, { headers: { cookie, host: name } })).status).toBe(403);
    }
    expect((await call(cookie, { headers: { host: name } })).status).toBe(403);
  });

  it.each([
    ['origin', 'https://example.org'],
    ['origin', 'null'],
    ['origin', 'http://127.0.0.1:1'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('is shut for a page with %s: %s', async (name, value) => {
    const cookie = await enter();
    expect((await call(cookie, { headers: { [name]: value } })).status).toBe(403);
    for (const path of ['/', '/assets/main.js', '/api/events']) {
      expect((await send(path, { headers: { cookie, [name]: value } })).status, path).toBe(403);
    }
    expect(core.invoke).not.toHaveBeenCalled();
  });

  it('takes no call that a form or a plain fetch of another page could make', async () => {
    const cookie = await enter();
    expect((await call(cookie, { headers: { 'x-las': '' } })).status).toBe(403);
    expect((await call(cookie, { headers: { 'content-type': 'text/plain' } })).status).toBe(403);
    expect((await send('/api/invoke', { headers: { cookie } })).status).toBe(404);
    expect(core.invoke).not.toHaveBeenCalled();
  });
});

describe('pages', () => {
  const get = async (path: string) => send(path, { headers: { cookie: await enter() } });

  it('carry a policy with a nonce that is new every time, and the preload before everything', async () => {
    const [first, second] = [await get('/'), await get('/index.html')];
    const nonceOf = ({ body, headers }: Answer) => {
      const nonce = /name="csp-nonce" content="([\w-]{24})"/.exec(body)?.[1] ?? '';
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
          `font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      );
      return nonce;
    };
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.body).toContain('<head><script src="./preload.js"></script>');
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('come with their scripts', async () => {
    expect(await get('/assets/main.js')).toMatchObject({ status: 200, body: 'main' });
    expect((await get('/assets/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(await get('/preload.js')).toMatchObject({ status: 200, body: 'preload' });
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/c:/secret.js',
    '/web-preload/preload.js',
    '/assets/',
    '/api/other',
  ])('are not found at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('are not there for %s', async (method) => {
    expect((await send('/', { method, headers: { cookie: await enter() } })).status).toBe(404);
  });
});

describe('calls', () => {
  it('reach the core and come back', async () => {
    const { status, body } = await call(await enter(), {
      body: JSON.stringify({ name: 'a.b', input: { ü: [1, null] } }),
    });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ ok: true, value: { name: 'a.b', input: { ü: [1, null] } } });
  });

  it.each(['', 'null', '[]', '{', '{"input":{}}', '{"name":1}'])('that are "%s" are refused', async (body) => {
    const answer = await call(await enter(), { body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('of 34 MiB are taken, and one byte more is refused', async () => {
    const cookie = await enter();
    const frame = JSON.stringify({ name: 'x', input: '' }).length;
    const body = (size: number) => JSON.stringify({ name: 'x', input: 'a'.repeat(size - frame) });
    const limit = 34 * 1024 * 1024;
    expect((await call(cookie, { body: body(limit) })).status).toBe(200);
    const refused = await call(cookie, { body: body(limit + 1) });
    expect(refused.status).toBe(413);
    expect(core.invoke).toHaveBeenCalledOnce();
  });

  it('that throw give 500 without a word of why', async () => {
    core.invoke.mockRejectedValueOnce(new Error('secret'));
    const { status, body } = await call(await enter());
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
  });
});

describe('events', () => {
  it('arrive as they come, and stop with the page', async () => {
    const cookie = await enter();
    let heard = '';
    const sent = request(
      { port: host.port, host: '127.0.0.1', path: '/api/events', headers: { cookie } },
      (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream');
        response.on('data', (chunk: Buffer) => (heard += chunk.toString('utf8')));
        response.on('error', () => undefined);
      },
    );
    sent.on('error', () => undefined);
    sent.end();
    await vi.waitFor(() => expect(heard).toContain(': open'));
    tell('data.changed', { topics: ['exchange'] });
    await vi.waitFor(() =>
      expect(heard).toContain('data: {"event":"data.changed","payload":{"topics":["exchange"]}}\n\n'),
    );
    sent.destroy();
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });
});
