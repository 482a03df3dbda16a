import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/start.mts', import.meta.url));

it('npm start opens the web host where nothing else can be, and ends it with its core on Ctrl+C', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no Ctrl+C for a process without a console');
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  const child = spawn(process.execPath, [script, '--data', dataDir, '--no-window'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  try {
    let url = '';
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith('http://127.0.0.1:')) {
        url = line;
        break;
      }
    }
    expect(url, complaints).not.toBe('');
    const entrance = await fetch(url, { redirect: 'manual' });
    const cookie = entrance.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', url), { headers: { cookie } });
    expect(await page.text()).toContain('<div id="root">');
    const status = await fetch(new URL('/api/invoke', url), {
      method: 'POST',
      headers: { cookie, 'x-las': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'session.status', input: {} }),
    });
    expect(await status.json()).toMatchObject({ ok: true, value: { state: 'none', host: 'web' } });

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  } finally {
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
});
