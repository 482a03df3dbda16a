import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GrantUse } from '../../shared/api/bridge.ts';
import { FileGrants } from '../../electron/core/files/grants.ts';
import { startWebHost, type WebHost } from '../../electron/web/host.ts';

let folder: string;
let host: WebHost;
let cookie: string;
let grants: { path: string; use: GrantUse }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-files-'));
  grants = [];
  const core = {
    invoke: async () => ({ ok: true as const, value: {} }),
    subscribe: () => () => undefined,
    grant: (path: string, use: GrantUse) => `token${grants.push({ path, use }) - 1}`,
  };
  host = await startWebHost({ rendererDir: folder, preloadDir: folder, core });
  const entered = await fetch(host.newUrl(), { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: string, headers: Record<string, string> = { 'x-las': '1' }) =>
  fetch(host.origin + path, { method: 'POST', body, headers: { cookie, ...headers } });
const chosen = async (response: Response) => ((await response.json()) as { chosen?: unknown }).chosen;

describe('files in a browser', () => {
  it('keeps an upload for the core, and gives the page a token', async () => {
    expect(await chosen(await post('/api/files?name=..%2Fleerlingen.xml', '<EDEX/>'))).toEqual({
      token: 'token0',
      name: 'leerlingen.xml',
      size: 7,
    });
    expect(grants[0]?.use).toBe('read');
    expect(readFileSync(grants[0]?.path ?? '', 'utf8')).toBe('<EDEX/>');
    await host.close();
    expect(existsSync(grants[0]?.path ?? '')).toBe(false);
  });

  it('hands a written file over once, and forgets it', async () => {
    expect(await chosen(await post('/api/targets', JSON.stringify({ name: 'lijst.csv' })))).toEqual({
      token: 'token0',
      name: 'lijst.csv',
    });
    const path = grants[0]?.path ?? '';
    const download = () => fetch(`${host.origin}/api/download?token=token0`, { headers: { cookie } });
    writeFileSync(path, 'a;b');
    const first = await download();
    expect(first.headers.get('content-disposition')).toContain('lijst.csv');
    expect(await first.text()).toBe('a;b');
    await vi.waitFor(() => expect(existsSync(path)).toBe(false));
    expect((await download()).status).toBe(404);
  });

  it('takes a folder that exists, by its full path', async () => {
    expect(await chosen(await post('/api/folders', JSON.stringify({ path: folder })))).toMatchObject({ name: folder });
    expect(await chosen(await post('/api/folders', JSON.stringify({ path: join(folder, 'none') })))).toBeUndefined();
    expect(await chosen(await post('/api/folders', JSON.stringify({ path: '.' })))).toBeUndefined();
  });

  it('is shut to a page elsewhere', async () => {
    for (const path of ['/api/files?name=x', '/api/targets', '/api/folders'])
      expect((await post(path, '{}', {})).status).toBe(403);
    expect(grants).toEqual([]);
  });
});

describe('what a person chose', () => {
  it('can be used once, for its use, for ten minutes', () => {
    let now = 0;
    const files = new FileGrants(() => now);
    files.add('a', '/a', 'read');
    files.add('b', '/b', 'write');
    files.add('c', '/c', 'read');
    expect(files.take('a', 'read')).toBe('/a');
    expect(() => files.take('a', 'read')).toThrow('niet meer beschikbaar');
    expect(() => files.take('b', 'read')).toThrow('niet meer beschikbaar');
    now = 11 * 60_000;
    expect(() => files.take('c', 'read')).toThrow('niet meer beschikbaar');
  });
});
