import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeArguments } from '../../electron/core/coreArguments.ts';
import { defaultDataDir, windowProfileDir } from '../../electron/core/hosting/places.ts';
import { announceAppProtocol, serveAppProtocol } from '../../electron/shell/appProtocol.ts';
import { readCommandLine } from '../../electron/shell/commandLine.ts';
import { startShell } from '../../electron/shell/start.ts';
import { channels } from '../../shared/api/channels.ts';
import { app, dialog, protocol, resetElectron, state, utilityProcess } from '../fakes/electron.ts';

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('las://app/', () => {
  const get = async (url: string, method = 'GET') => await state.protocols.get('las')!({ url, method } as never);

  beforeEach(() => {
    const root = join(folder, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<head><meta name="csp-nonce" content="__CSP_NONCE__"></head>');
    writeFileSync(join(root, 'assets/main.js'), '1');
    writeFileSync(join(folder, 'secret.js'), 'secret');
    serveAppProtocol(root);
  });

  it('is announced as strict as https', () => {
    announceAppProtocol();
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'las', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('serves the page with a policy and a nonce that is new every time', async () => {
    const pages = [await get('las://app/'), await get('las://app/index.html?x#y')];
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const [, nonce = ''] = /content="([^"]+)"/.exec(await page.text()) ?? [];
        const policy = page.headers.get('content-security-policy') ?? '';
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
        expect(policy).toContain("default-src 'none'; script-src 'self';");
        expect(policy).toContain("connect-src 'none'");
        expect(policy).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(nonces[0]).toMatch(/^[\w-]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('serves files with their type', async () => {
    const script = await get('las://app/assets/main.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'las://app/../secret.js',
    'las://app/%2e%2e/secret.js',
    'las://app/..%2fsecret.js',
    'las://app/assets/..%2f..%2fsecret.js',
    'las://app/%2e%2e%5csecret.js',
    'las://app/..\\secret.js',
    'las://app//etc/passwd',
    'las://app/%00',
    'las://app/%zz',
    'las://app/c:/secret.js',
    'las://app/assets',
    'las://app/missing.js',
    'las://other/index.html',
    'las://user@app/index.html',
  ])('gives nothing for %s', async (url) => expect((await get(url)).status).toBe(404));

  it('follows no link out of the folder', async ({ skip }) => {
    try {
      symlinkSync(join(folder, 'secret.js'), join(folder, 'renderer/link.js'));
    } catch {
      skip('this user may not make links');
    }
    expect((await get('las://app/link.js')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('does not do %s', async (method) => {
    expect((await get('las://app/', method)).status).toBe(405);
  });
});

describe('starting', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

  it('opens a window and a core, and the core gets no password', async () => {
    vi.stubEnv('LAS_WACHTWOORD', 'geheim');
    await startShell();
    expect(state.windows).toHaveLength(1);
    expect(state.windows[0]?.options?.webPreferences).toMatchObject({ sandbox: true, devTools: false });
    const [module, args, options] = utilityProcess.fork.mock.calls[0]!;
    expect(module).toBe(join('/program', 'out/core/index.mjs'));
    expect(decodeArguments(args?.[0])).toMatchObject({ host: 'electron', version: '1.2.3', dataDir: defaultDataDir() });
    expect(options?.env).not.toHaveProperty('LAS_WACHTWOORD');
    expect(args).toHaveLength(1);
    expect(Buffer.from(args?.[0] ?? '', 'base64url').toString()).not.toContain('geheim');
    expect(app.setPath).toHaveBeenCalledWith('userData', windowProfileDir(defaultDataDir()));
    expect(state.menu).toBeDefined();
  });

  it('guards every page that is made, whoever makes it', async () => {
    await startShell();
    expect(state.windows[0]!.webContents.openHandler?.({} as never)).toEqual({ action: 'deny' });
  });

  it('gives way to the program that is already open on this folder', async () => {
    state.singleInstance = false;
    await startShell();
    expect(app.quit).toHaveBeenCalledOnce();
    expect(state.windows).toHaveLength(0);
    expect(utilityProcess.fork).not.toHaveBeenCalled();
  });

  it('shows its window when it is started again', async () => {
    await startShell();
    state.windows[0]!.minimized = true;
    app.emit('second-instance');
    expect(state.windows[0]!.restore).toHaveBeenCalledOnce();
    expect(state.windows[0]!.focus).toHaveBeenCalledOnce();
  });

  it('ends only when the core has closed', async () => {
    await startShell();
    const child = state.children[0]!;
    const quit = { preventDefault: vi.fn() };
    app.emit('will-quit', quit);
    app.emit('will-quit', quit);
    expect(quit.preventDefault).toHaveBeenCalledTimes(2);
    expect(child.postMessage).toHaveBeenCalledExactlyOnceWith({ id: 0, name: 'close', input: {} });
    await settle();
    expect(app.quit).not.toHaveBeenCalled();
    child.emit('exit', 0);
    await settle();
    expect(app.quit).toHaveBeenCalled();
    const last = { preventDefault: vi.fn() };
    app.emit('will-quit', last);
    expect(last.preventDefault).not.toHaveBeenCalled();
  });

  it('passes calls to the core and its answers back', async () => {
    await startShell();
    const child = state.children[0]!;
    const { webContents } = state.windows[0]!;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const answer = state.handlers.get(channels.invoke)!(event as never, 'session.status', {}) as Promise<unknown>;
    const { id, name } = child.postMessage.mock.calls[0]![0] as { id: number; name: string };
    expect(name).toBe('session.status');
    child.emit('message', { kind: 'result', id, result: { ok: true, value: 1 } });
    expect(await answer).toEqual({ ok: true, value: 1 });
  });

  const choose = async (chosen: string) => {
    const items = (state.menu as Electron.MenuItemConstructorOptions[]).flatMap(
      ({ submenu }) => submenu as Electron.MenuItemConstructorOptions[],
    );
    items.find(({ label }) => label === chosen)?.click?.({} as never, undefined, {});
    await settle();
  };
  const chooseUpdate = () => choose('Zoeken naar een nieuwe versie…');

  it('tells its version, and where the licences stand: beside the archive', async () => {
    await startShell();
    await choose('Over Bronwijs');
    expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: 'Bronwijs 1.2.3', detail: expect.stringContaining(join('/licences.txt')) }),
    );
  });

  it('does not look for a new version after a safe start, and says why', async () => {
    const { argv } = process;
    process.argv = [...argv, '--veilig'];
    try {
      await startShell();
    } finally {
      process.argv = argv;
    }
    await chooseUpdate();
    expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringContaining('veilig gestart') }),
    );
  });

  it('says where a new version comes from when it does not look for one itself', async () => {
    await startShell();
    await chooseUpdate();
    expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringContaining('Vraag uw leverancier om het installatiebestand.') }),
    );
  });

  it('reads its own arguments and leaves those of Chromium', () => {
    const line = readCommandLine([
      '.',
      '--no-first-run',
      `--data=${folder}`,
      '--oefenklok=http://127.0.0.1:1/',
      '--inspect',
    ]);
    expect(line).toEqual({ dataDir: folder, oefenklokUrl: 'http://127.0.0.1:1/' });
  });

  it('starts safely on --veilig, and only when that is the whole argument', async () => {
    expect(readCommandLine(['--veilig', `--data=${folder}`])).toEqual({ dataDir: folder, safe: true });
    for (const other of ['--veilig=nee', '--veiliger', 'veilig'])
      expect(readCommandLine([other, `--data=${folder}`])).toEqual({ dataDir: folder });
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['bronwijs', '--veilig']);
    await startShell();
    vi.restoreAllMocks();
    expect(decodeArguments(utilityProcess.fork.mock.calls[0]![1]?.[0])).toMatchObject({ safe: true });
  });
});

describe('places', () => {
  it.each([
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Bronwijs'],
    ['win32', {}, '/home/AppData/Local/Bronwijs'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/bronwijs'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/.local/share/bronwijs'],
    ['linux', {}, '/home/.local/share/bronwijs'],
  ] as const)('keeps the administration on %s with %o in %s', (platform, env, expected) => {
    expect(defaultDataDir({ platform, env, home: '/home' }).replaceAll('\\', '/')).toBe(expected);
  });

  it('gives every data folder a window profile of its own', () => {
    expect(windowProfileDir('/a')).not.toBe(windowProfileDir('/b'));
    expect(windowProfileDir('/a')).toBe(windowProfileDir('/a/../a'));
  });
});
