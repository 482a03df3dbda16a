import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCore, type CoreClient, type CoreClientOptions } from '../../electron/core/processClient.ts';
import { forkCore } from '../../electron/web/forkCore.ts';

const fromHere = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Reply {
  name: string;
  input: unknown;
  now: string;
  environment: string[];
  argv: string[];
  pid: number;
  proxy?: string;
}

let dataDir: string;
let clients: CoreClient[];
let events: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'core-process-'));
  clients = [];
  events = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started extends Partial<CoreClientOptions> {
  env?: NodeJS.ProcessEnv;
  host?: 'electron' | 'web';
}

function start({ env, host = 'web', ...options }: Started = {}): CoreClient {
  const client = startCore({
    spawn: () =>
      forkCore({
        module: fromHere('core-process-stub.ts'),
        arguments: { dataDir, version: '1.0.0', resourcesDir: 'resources', host },
        env: { ...process.env, LAS_CLOCK: '', ...env },
      }),
    ...options,
  });
  clients.push(client);
  client.subscribe((event) => events.push(event));
  return client;
}

async function ask(client: CoreClient, name = 'any', input: unknown = {}): Promise<Reply> {
  const result = await client.invoke(name, input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value as Reply;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const notes = () => readFileSync(join(dataDir, 'notes.txt'), 'utf8').trim().split('\n');
const stopped = { ok: false, error: { code: 'core-stopped' } };

describe('the proxy of the computer', () => {
  it('is asked of Electron', async () => {
    const asked: string[] = [];
    const resolveProxy = (url: string) => {
      asked.push(url);
      return Promise.resolve('PROXY school:8080');
    };
    expect(await ask(start({ host: 'electron', resolveProxy }), 'proxy')).toMatchObject({ proxy: 'PROXY school:8080' });
    expect(asked).toEqual(['https://bron.example/']);
  });

  it('is not asked of a host that has no settings of its own', async () => {
    expect((await ask(start(), 'proxy')).proxy).toBeUndefined();
  });
});

describe('the core process', () => {
  it('answers calls, each with its own answer', async () => {
    const client = start();
    const answers = await Promise.all([1, 2, 3].map((input) => ask(client, `call-${input}`, { input })));
    expect(answers.map(({ name, input }) => [name, input])).toEqual(
      [1, 2, 3].map((input) => [`call-${input}`, { input }]),
    );
  });

  it('tells events to everyone who listens, until they stop', async () => {
    const client = start();
    const [staying, leaving] = [vi.fn(), vi.fn()];
    client.subscribe(staying);
    client.subscribe(leaving)();
    await ask(client, 'emit', { percent: 5 });
    expect(staying).toHaveBeenCalledExactlyOnceWith('exchange.progress', { percent: 5 });
    expect(leaving).not.toHaveBeenCalled();
    expect(events).toEqual(['exchange.progress']);
  });

  it('knows no password: not in its environment, not in its arguments', async () => {
    const { environment, argv } = await ask(start({ env: { LAS_WACHTWOORD: 'heel-geheim', LAS_OTHER: 'x' } }));
    expect(environment).toContain('LAS_OTHER');
    expect(environment).not.toContain('LAS_WACHTWOORD');
    expect(argv.map((arg) => Buffer.from(arg, 'base64url').toString() + arg).join(' ')).not.toContain('heel-geheim');
  });

  it.each([
    ['2009-11-02T09:00', '2009-11-02T08:00'],
    ['2010-07-01T00:30', '2010-06-30T22:30'],
  ])('starts its clock at %s Dutch time', async (LAS_CLOCK, utc) => {
    const { now } = await ask(start({ env: { LAS_CLOCK } }));
    expect(now.slice(0, 16)).toBe(utc);
  });

  it('closes the program before it ends', async () => {
    const client = start();
    const { pid } = await ask(client);
    await client.close();
    expect(alive(pid)).toBe(false);
    expect(notes()).toEqual([`start ${pid}`, 'closed']);
    expect(events).toEqual([]);
    expect(await client.invoke('any', {})).toMatchObject(stopped);
  });

  it('is ended when it does not close in time', async () => {
    const client = start({ closeLimit: 200 });
    const { pid } = await ask(client);
    const blocked = client.invoke('block', {});
    await client.close();
    expect(alive(pid)).toBe(false);
    expect(await blocked).toMatchObject(stopped);
  });

  it('ends when its host is killed', async () => {
    const parent = spawn(process.execPath, [fromHere('core-process-parent.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const pid = Number(notes()[0]?.split(' ')[1]);
    expect(alive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(alive(pid)).toBe(false), { timeout: 10_000, interval: 50 });
    expect(notes().at(-1)).toBe('closed');
  });
});

describe('a core that dies', () => {
  it.each([
    ['is killed', (_: CoreClient, pid: number) => void process.kill(pid, 'SIGKILL')],
    ['crashes', (client: CoreClient) => void client.invoke('crash', {})],
  ])('is started again when it %s, and calls under way fail', async (_, end) => {
    const client = start();
    const { pid } = await ask(client);
    const underWay = [client.invoke('hang', {}), client.invoke('hang', {})];
    end(client, pid);
    for (const result of await Promise.all(underWay)) expect(result).toMatchObject(stopped);
    expect(events).toContain('session.changed');
    const next = await ask(client);
    expect(next.pid).not.toBe(pid);
    expect(alive(pid)).toBe(false);
  });

  it('is started again later and later, and says so when it is there', async () => {
    const client = start({ pauses: [0, 400] });
    process.kill((await ask(client)).pid, 'SIGKILL');
    await vi.waitFor(() => expect(events).toEqual(['session.changed', 'session.changed']), { timeout: 10_000 });
    process.kill((await ask(client)).pid, 'SIGKILL');
    await vi.waitFor(() => expect(events).toHaveLength(3), { timeout: 10_000 });
    // It rests: a call does not wait for it.
    expect(await client.invoke('any', {})).toMatchObject(stopped);
    await vi.waitFor(() => expect(events).toHaveLength(4), { timeout: 10_000 });
    expect((await ask(client)).name).toBe('any');
  });

  it('may die before it could start, without taking the host along', async () => {
    for (const options of [{ env: { STUB_FAILS: '1' } }, { env: { LAS_CLOCK: 'x' } }]) {
      const client = start({ pauses: [60_000], ...options });
      expect(await client.invoke('any', {})).toMatchObject(stopped);
      await client.close();
    }
  });
});
