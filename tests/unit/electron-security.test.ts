// The twenty recommendations of Electron's security tutorial, each with an attempt to break it. docs/electron-security.md says
// where each is answered; what needs many cases has them in shell-*.test.ts.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../electron/preload.ts';
import { pathInside } from '../../electron/core/hosting/pageFiles.ts';
import { serveAppProtocol } from '../../electron/shell/appProtocol.ts';
import { startShell } from '../../electron/shell/start.ts';
import type { LasBridge } from '../../shared/api/bridge.ts';
import { channels } from '../../shared/api/channels.ts';
import {
  app,
  FakeContents,
  frame,
  ipcRenderer,
  protocol,
  resetElectron,
  session,
  shell,
  state,
} from '../fakes/electron.ts';

// The preload registers itself when it is loaded, once.
const exposed = { ...state.exposed };
const fromMain = state.listeners.get(channels.event);
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
    const away = ['http://duo.nl/', 'https://duo.nl/', 'ws://127.0.0.1/', 'wss://duo.nl/', 'ftp://duo.nl/'];
    for (const url of [...away, 'file:///etc/passwd', '?']) {
      let cancel: boolean | undefined;
      listener({ url }, (response) => (cancel = response.cancel));
      expect(cancel, url).toBe(true);
    }
    expect(state.windows[0]!.loadURL).toHaveBeenCalledExactlyOnceWith('las://app/');
    // Chromium would fetch a dictionary by itself.
    expect(session.defaultSession.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.defaultSession.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([]);
    expect(preferences().spellcheck).toBe(false);
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

  it('5. permissions: no device, no screen, no sound', () => {
    const { defaultSession } = session;
    const [device] = defaultSession.setDevicePermissionHandler.mock.calls[0]!;
    expect(device!({ deviceType: 'usb' } as never)).toBe(false);
    const [screen] = defaultSession.setDisplayMediaRequestHandler.mock.calls[0]!;
    const streams = vi.fn();
    screen!({} as never, streams);
    expect(streams).toHaveBeenCalledExactlyOnceWith({});
    const [usb] = defaultSession.setUSBProtectedClassesHandler.mock.calls[0]!;
    const protectedClasses = ['audio', 'mass-storage'] as never[];
    expect(usb!({ protectedClasses })).toEqual(protectedClasses);
    const [bluetooth] = defaultSession.setBluetoothPairingHandler.mock.calls[0]!;
    const paired = vi.fn();
    bluetooth!({} as never, paired);
    expect(paired).toHaveBeenCalledExactlyOnceWith({ confirmed: false });
  });

  it('6. web security', () => {
    expect(preferences().webSecurity).toBe(true);
    expect(filesWith(/webSecurity:\s*false|disable-web-security/)).toEqual([]);
  });

  it('7. a policy on every page and every script, that allows no code from elsewhere or in the page', async () => {
    for (const url of ['las://app/', 'las://app/assets/main.js']) {
      const { headers } = await page(url);
      expect(headers.get('x-content-type-options'), url).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.replace(/'nonce-[\w-]{24}'/, "'nonce'").split('; '), url).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]);
    }
    const nonces = await Promise.all(
      ['las://app/', 'las://app/index.html'].map(async (url) => {
        const answer = await page(url);
        const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
        expect(await answer.text()).toBe(`<head><meta content="${nonce}"></head>`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
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
        'las://:x@app/',
        'las://app:8080/',
        'lass://app/',
        '//app/',
        'file:///etc/passwd',
        'data:text/html,x',
      ]) {
        const leaving = event(url);
        strayPage().emit(name, leaving);
        expect(leaving.preventDefault, `${name} ${url}`).toHaveBeenCalledOnce();
      }
    }
    // A file that is dropped on a page must not take its place.
    expect(preferences().navigateOnDragDrop).toBe(false);
  });

  it('14. no new windows, not even on our own page', () => {
    for (const url of ['las://app/', 'https://duo.nl/', 'about:blank', 'javascript:alert(1)'])
      expect(strayPage().openHandler?.({ url } as never)).toEqual({ action: 'deny' });
    expect(state.windows).toHaveLength(1);
    // No channel opens one either: those of the contract are all there are.
    const { event: _, ...answered } = channels;
    expect([...state.handlers.keys()].sort()).toEqual(Object.values(answered).sort());
    const template = state.menu as Electron.MenuItemConstructorOptions[];
    const entries = template.flatMap(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[]);
    entries.find(({ label }) => label === 'Nieuw venster')?.click?.({} as never, undefined, {});
    expect(state.windows.map(({ loadURL }) => loadURL.mock.calls)).toEqual([[['las://app/']], [['las://app/']]]);
  });

  it('15. no address in a browser but those of the list', async () => {
    const { webContents } = state.windows[0]!;
    const own = { sender: webContents, senderFrame: webContents.mainFrame };
    for (const url of [
      'https://duo.nl.example.org/',
      'https://evil.duo.nl/',
      'https://xduo.nl/',
      'https://duo.nl:8443/',
      'https://user@duo.nl/',
      'https://:secret@duo.nl/',
      'https://example.org/?https://duo.nl/',
      'http://duo.nl/',
      'file:///c:/x.exe',
      'ms-msdt:/id',
      '\\\\s\\x',
      7,
      { toString: () => 'https://duo.nl/' },
    ])
      expect(await state.handlers.get(channels.openLink)!(own as never, url)).toBe(false);
    expect(shell.openExternal).not.toHaveBeenCalled();
    // The browser gets what was judged: an address as parsed.
    expect(await state.handlers.get(channels.openLink)!(own as never, 'https://duo.nl\\@example.org/')).toBe(true);
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://duo.nl/@example.org/');
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
    webContents.url = 'https://duo.nl/';
    state.children[0]!.emit('message', { kind: 'event', event: 'session.changed', payload: {} });
    expect(webContents.send).not.toHaveBeenCalled();
    expect(filesWith(/ipcMain\.(handle|on|once)/)).toEqual([join('electron', 'shell', 'ipc.ts')]);
  });

  it('18. no page from file:', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'of no type that pages have');
    for (const path of ['..%2f..%2fetc/passwd', 'notes.txt'])
      expect((await page(`las://app/${path}`)).status, path).toBe(404);
    for (const url of ['las://other/', 'las://x@app/']) expect((await page(url)).status, url).toBe(404);
    // Before a link or a missing file is looked at.
    for (const path of ['/', '/..', '/../x.js', '/..%2fx.js', '/a%5cb.js', '/c:/x.js', '/%00.js', '/%zz.js', 'x.js'])
      expect(pathInside(folder, path), path).toBeUndefined();
    expect(pathInside(folder, '/assets/main.js')).toBe(join(folder, 'assets/main.js'));
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'las', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    const leaving = event('file:///etc/passwd');
    strayPage().emit('will-navigate', leaving);
    expect(leaving.preventDefault).toHaveBeenCalledOnce();
    expect(filesWith(/loadFile\(|['"`]file:\/\//)).toEqual([]);
  });

  it('19. the fuses of what is not used are blown', () => {
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    const [, fuses] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
    for (const [name, value] of Object.entries({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    }))
      expect(fuses).toMatch(new RegExp(`^ {2}${name}: ${value}$`, 'm'));
  });

  it('20. nothing of Electron in the hands of a page', async () => {
    expect(Object.keys(exposed)).toEqual(['las']);
    const functions: unknown[] = [];
    const walk = (value: unknown) => {
      if (typeof value === 'function') functions.push(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(walk);
    };
    walk(exposed);
    expect(functions).toHaveLength(9);
    for (const given of functions) expect(Object.keys(given as object)).toEqual([]);
    const las = exposed['las'] as LasBridge;
    await las.invoke('session.status', {});
    await las.invoke(channels.print, {});
    expect(ipcRenderer.invoke.mock.calls).toEqual([[channels.invoke, 'session.status', {}]]);
    const heard = vi.fn();
    for (const name of ['session.changed', 'other']) {
      las.on(name, heard);
      fromMain!({ sender: {} }, name, { now: 1 });
    }
    expect(heard.mock.calls).toEqual([[{ now: 1 }]]);
    expect(filesWith(/ipcRenderer/).sort()).toEqual([
      join('electron', 'preload.ts'),
      join('electron', 'web', 'electronShim.ts'),
    ]);
  });

  it('beyond these: no client certificate, no odd server, no login and no download, from the start on', () => {
    const asked: [string, unknown[], unknown[]][] = [
      ['select-client-certificate', [{}, 'https://duo.nl/', [{}]], []],
      ['certificate-error', [{}, 'https://duo.nl/', 'expired', {}], [false]],
      ['login', [{}, {}, {}], []],
    ];
    for (const [name, given, answered] of asked) {
      const question = event();
      const callback = vi.fn();
      app.emit(name, question, ...given, callback);
      expect(question.preventDefault, name).toHaveBeenCalledOnce();
      expect(callback, name).toHaveBeenCalledExactlyOnceWith(...answered);
    }
    const download = event();
    session.defaultSession.emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalledOnce();
  });
});
