// The twenty recommendations of Electron's security tutorial, each with an attempt to break it. docs/electron-security.md says
// where each is answered; what needs many cases has them in shell-*.test.ts.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../electron/preload.ts';
import { serveAppProtocol } from '../../electron/shell/appProtocol.ts';
import { startShell } from '../../electron/shell/start.ts';
import { channels } from '../../shared/api/channels.ts';
import { app, FakeContents, frame, resetElectron, session, shell, state } from '../fakes/electron.ts';

// The preload registers itself when it is loaded, once.
const exposed = { ...state.exposed };
const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(async () => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'security-'));
  await startShell();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const preferences = () => state.windows[0]!.options!.webPreferences!;
/** A page that somebody else's code made: a window, a frame or a webview. */
const strayPage = () => {
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  return contents;
};
const event = (url = '') => ({ url, preventDefault: vi.fn() });

/** Every source file of the program outside the core. */
const sources = (): [string, string][] =>
  ['electron', 'renderer', 'shared'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|html)$/.test(name))
      .map((name): [string, string] => [join(part, name), readFileSync(join(root, part, name), 'utf8')]),
  );
const filesWith = (pattern: RegExp) => sources().flatMap(([name, text]) => (pattern.test(text) ? [name] : []));

const page = async (url: string): Promise<Response> => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<head><meta content="__CSP_NONCE__"></head>');
  writeFileSync(join(folder, 'assets/main.js'), '1');
  serveAppProtocol(folder);
  return await state.protocols.get('las')!({ url, method: 'GET' } as never);
};

describe('the recommendations of Electron', () => {
  it('1. only secure content: nothing comes over a network, encrypted or not', () => {
    const [listener] = session.defaultSession.webRequest.onBeforeRequest.mock.calls[0]!;
    for (const url of ['http://duo.nl/', 'https://duo.nl/', 'ws://127.0.0.1/', 'wss://duo.nl/', 'ftp://duo.nl/', '?']) {
      let cancel: boolean | undefined;
      listener({ url }, (response) => (cancel = response.cancel));
      expect(cancel, url).toBe(true);
    }
    expect(state.windows[0]!.loadURL).toHaveBeenCalledExactlyOnceWith('las://app/');
  });

  it('2. no Node in pages, workers or frames', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
    expect(filesWith(/nodeIntegration\w*:\s*true/)).toEqual([]);
  });

  it('3. context isolation', () => {
    expect(preferences().contextIsolation).toBe(true);
    expect(filesWith(/contextIsolation:\s*false/)).toEqual([]);
  });

  it('4. the sandbox', () => {
    expect(preferences().sandbox).toBe(true);
    expect(filesWith(/sandbox:\s*false|no-sandbox/)).toEqual([]);
  });

  it('5. permissions: all refused to every page, ours too, but writing to the clipboard', () => {
    const [handler] = session.defaultSession.setPermissionRequestHandler.mock.calls[0]!;
    const [check] = session.defaultSession.setPermissionCheckHandler.mock.calls[0]!;
    const names = ['media', 'geolocation', 'notifications', 'midiSysex', 'pointerLock', 'fullscreen', 'openExternal'];
    for (const name of [...names, 'clipboard-read', 'fileSystem', 'hid', 'usb', 'serial', 'unknown']) {
      const granted = vi.fn();
      handler!({} as never, name as never, granted, { requestingUrl: 'las://app/' } as never);
      expect(granted, name).toHaveBeenCalledExactlyOnceWith(false);
      expect(check!(null, name as never, 'las://app', {} as never), name).toBe(false);
    }
  });

  it('6. web security', () => {
    expect(preferences().webSecurity).toBe(true);
    expect(filesWith(/webSecurity:\s*false|disable-web-security/)).toEqual([]);
  });

  it('7. a policy on every page and every script, that allows no code from elsewhere or in the page', async () => {
    for (const url of ['las://app/', 'las://app/assets/main.js']) {
      const policy = (await page(url)).headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "form-action 'none'"])
        expect(policy.split('; '), url).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*|https?:|script-src[^;]*(data|blob):/);
    }
  });

  it('8. no insecure content', () => {
    expect(preferences().allowRunningInsecureContent).toBe(false);
    expect(filesWith(/allowRunningInsecureContent:\s*true/)).toEqual([]);
  });

  it('9. no experiments', () => {
    expect(preferences().experimentalFeatures).toBe(false);
    expect(filesWith(/experimentalFeatures:\s*true|enable-experimental/)).toEqual([]);
  });

  it('10. no features of Blink', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
    expect(filesWith(/enableBlinkFeatures|enable-blink-features/)).toEqual([]);
    expect(app.commandLine.appendSwitch).not.toHaveBeenCalled();
  });

  it('11. no webview that may open windows: there is none', () => {
    expect(preferences().webviewTag).toBe(false);
    expect(filesWith(/allowpopups|<webview|webviewTag:\s*true/i)).toEqual([]);
  });

  it('12. no webview is attached, whatever it asks for, and by whatever page', () => {
    const attach = event();
    strayPage().emit('will-attach-webview', attach, { nodeIntegration: true }, { src: 'las://app/' });
    expect(attach.preventDefault).toHaveBeenCalledOnce();
  });

  it('13. no navigation, redirect or frame to another page', () => {
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of [
        'https://duo.nl/',
        'las://app.duo.nl/',
        'las://x@app/',
        'file:///etc/passwd',
        'data:text/html,x',
      ]) {
        const leaving = event(url);
        strayPage().emit(name, leaving);
        expect(leaving.preventDefault, `${name} ${url}`).toHaveBeenCalledOnce();
      }
    }
  });

  it('14. no new windows, not even on our own page', () => {
    for (const url of ['las://app/', 'https://duo.nl/', 'about:blank', 'javascript:alert(1)'])
      expect(strayPage().openHandler?.({ url } as never)).toEqual({ action: 'deny' });
    expect(state.windows).toHaveLength(1);
  });

  it('15. no address in a browser but those of the list', async () => {
    const { webContents } = state.windows[0]!;
    const own = { sender: webContents, senderFrame: webContents.mainFrame };
    for (const url of [
      'https://duo.nl.example.org/',
      'http://duo.nl/',
      'file:///c:/x.exe',
      'ms-msdt:/id',
      '\\\\s\\x',
      7,
    ])
      expect(await state.handlers.get(channels.openLink)!(own as never, url)).toBe(false);
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(filesWith(/openExternal\(/)).toEqual([join('electron', 'shell', 'links.ts')]);
    expect(filesWith(/shell\.(openPath|showItemInFolder|trashItem)/)).toEqual([]);
  });

  it('16. one exact version of Electron, and the one of the lock file', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;
    const { electron } = read('package.json')['devDependencies'] as Record<string, string>;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    const packages = read('package-lock.json')['packages'] as Record<string, { version?: string }>;
    expect(packages['node_modules/electron']?.version).toBe(electron);
    const require = createRequire(import.meta.url);
    const installed = join(dirname(require.resolve('electron/package.json')), 'package.json');
    expect((JSON.parse(readFileSync(installed, 'utf8')) as { version: string }).version).toBe(electron);
  });

  it('17. no message from a frame that is not the page itself, on any channel', async () => {
    const { webContents } = state.windows[0]!;
    const strangers = [
      { sender: webContents, senderFrame: frame('las://app/') },
      { sender: webContents, senderFrame: null },
      ...['https://duo.nl/', 'las://app.duo.nl/', 'about:blank'].map((url) => {
        const main = frame(url);
        return { sender: Object.assign(new FakeContents(), { mainFrame: main }), senderFrame: main };
      }),
    ];
    expect(state.handlers.size).toBe(Object.keys(channels).length - 1);
    for (const [channel, handler] of state.handlers) {
      for (const stranger of strangers) {
        const answer: unknown = await handler(stranger as never, 'session.status', {});
        if (channel === channels.invoke) expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
        else expect(answer, channel).toBe(false);
      }
    }
    expect(state.children[0]!.postMessage).not.toHaveBeenCalled();
    expect(filesWith(/ipcMain\.(handle|on|once)/)).toEqual([join('electron', 'shell', 'ipc.ts')]);
  });

  it('18. no page from file:', async () => {
    expect((await page('las://app/..%2f..%2fetc/passwd')).status).toBe(404);
    const leaving = event('file:///etc/passwd');
    strayPage().emit('will-navigate', leaving);
    expect(leaving.preventDefault).toHaveBeenCalledOnce();
    expect(filesWith(/loadFile\(|['"`]file:\/\//)).toEqual([]);
  });

  it('19. the fuses of what is not used are blown', () => {
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    for (const [name, value] of Object.entries({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    }))
      expect(text).toMatch(new RegExp(`^ {2}${name}: ${value}$`, 'm'));
  });

  it('20. nothing of Electron in the hands of a page', () => {
    expect(Object.keys(exposed)).toEqual(['las']);
    const functions: unknown[] = [];
    const walk = (value: unknown) => {
      if (typeof value === 'function') functions.push(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(walk);
    };
    walk(exposed);
    expect(functions).toHaveLength(9);
    for (const given of functions) expect(Object.keys(given as object)).toEqual([]);
    expect(filesWith(/ipcRenderer/).sort()).toEqual([
      join('electron', 'preload.ts'),
      join('electron', 'web', 'electronShim.ts'),
    ]);
  });
});

describe('docs/electron-security.md', () => {
  const text = readFileSync(join(root, 'docs/electron-security.md'), 'utf8');

  it('has a row for each recommendation', () => {
    const rows = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('names files that exist, and tests by what they are called', () => {
    const files = [...text.matchAll(/`((?:electron|shared|tests|renderer|docs)\/[\w./-]+\.\w+)`/g)].map(
      ([, name]) => name!,
    );
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) expect(() => readFileSync(join(root, name)), name).not.toThrow();
    const named = [...text.matchAll(/`(tests\/[\w./-]+\.ts)`: "([^"]+)"/g)];
    expect(named.length).toBeGreaterThan(25);
    for (const [, file, title] of named) expect(readFileSync(join(root, file!), 'utf8'), title).toContain(title);
  });
});
