import { beforeEach, describe, expect, it, vi } from 'vitest';
import { declineCertificates } from '../../electron/shell/certificates.ts';
import { openLink } from '../../electron/shell/links.ts';
import { guardNavigation } from '../../electron/shell/navigation.ts';
import { denyNetwork } from '../../electron/shell/network.ts';
import { isOwnPage } from '../../electron/shell/origin.ts';
import { denyPermissions } from '../../electron/shell/permissions.ts';
import { openWindow } from '../../electron/shell/window.ts';
import { app, FakeContents, resetElectron, session, shell, state } from '../fakes/electron.ts';

beforeEach(resetElectron);

const open = (devTools = false) => {
  openWindow({ title: 'Bronwijs', preload: '/p/index.cjs', icon: '/i.png', devTools, lock: async () => undefined });
  return state.windows[0]!;
};
const event = (url = '') => ({ url, preventDefault: vi.fn() });

/** Addresses that are not ours but look like it, to a check that reads them as text. */
const foreign = [
  'https://las://app/',
  'https://example.org/?next=las://app/',
  'https://app/',
  'las://app.example.org/',
  'las://app@example.org/',
  'las://example.org/app/',
  'las://user:secret@app/',
  'las://app:8080/',
  'lass://app/',
  'file:///C:/las/app/index.html',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'blob:las://app/123',
  '//app/',
  '',
];

describe('window', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(open().options).toMatchObject({
      webPreferences: {
        preload: '/p/index.cjs',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
      },
    });
    expect(open().options?.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('opens on our own page and shows itself when that is ready', () => {
    const window = open();
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('las://app/');
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
  });

  it.each([
    ['stays', 0, 0],
    ['closes', 1, 1],
  ])('asks before closing on unsaved work: %s', (_, answer, prevented) => {
    const { webContents } = open();
    state.unsavedAnswer = answer;
    const unload = event();
    webContents.emit('will-prevent-unload', unload);
    expect(unload.preventDefault).toHaveBeenCalledTimes(prevented);
  });
});

describe('navigation', () => {
  const guarded = () => {
    const contents = new FakeContents();
    guardNavigation(contents as never);
    return contents;
  };

  it.each(foreign)('knows that %s is not ours', (url) => expect(isOwnPage(url)).toBe(false));
  it.each(['las://app/', 'las://app/index.html?x=1#/leerlingen'])('knows %s', (url) =>
    expect(isOwnPage(url)).toBe(true),
  );

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stops %s to any other page', (name) => {
    const contents = guarded();
    for (const url of foreign) {
      const leaving = event(url);
      contents.emit(name, leaving);
      expect(leaving.preventDefault, url).toHaveBeenCalledOnce();
    }
    const staying = event('las://app/index.html');
    contents.emit(name, staying);
    expect(staying.preventDefault).not.toHaveBeenCalled();
  });

  it('opens no window and attaches no webview', () => {
    const contents = guarded();
    expect(contents.openHandler?.({ url: 'las://app/' } as never)).toEqual({ action: 'deny' });
    const attach = event();
    contents.emit('will-attach-webview', attach);
    expect(attach.preventDefault).toHaveBeenCalledOnce();
  });
});

describe('links', () => {
  it('opens an https address of the list', async () => {
    expect(await openLink('https://duo.nl/zakelijk/')).toBe(true);
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://duo.nl/zakelijk/');
  });

  it.each([
    'http://duo.nl/',
    'https://duo.nl.example.org/',
    'https://duo.nl@example.org/',
    'https://user@duo.nl/',
    'https://duo.nl:8443/',
    'https://xduo.nl/',
    'https://evil.duo.nl/',
    'https://example.org/?https://duo.nl/',
    'https://example.org/https://duo.nl/',
    'https:\\\\example.org\\duo.nl',
    'https://duo.nl\\@example.org:443@example.org/',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'las://app/',
    '\\\\server\\share',
    '',
    undefined,
    { toString: () => 'https://duo.nl/' },
  ])('does not open %s', async (url) => {
    const opened = await openLink(url);
    // The browser reads a backslash as a slash: what is opened is what was judged.
    if (opened) expect(shell.openExternal.mock.calls[0]?.[0]).toMatch(/^https:\/\/duo\.nl\//);
    else expect(shell.openExternal).not.toHaveBeenCalled();
    expect(opened).toBe(typeof url === 'string' && url.startsWith('https://duo.nl\\'));
  });

  it('says so when there is no browser', async () => {
    shell.openExternal.mockRejectedValueOnce(new Error('no browser'));
    expect(await openLink('https://duo.nl/')).toBe(false);
  });
});

describe('session', () => {
  it('refuses every permission but copying', () => {
    const { defaultSession } = session;
    denyPermissions(defaultSession as never);
    const granted = vi.fn();
    defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0]?.({} as never, 'media', granted, {} as never);
    expect(granted).toHaveBeenCalledExactlyOnceWith(false);
    const [check] = defaultSession.setPermissionCheckHandler.mock.calls[0] ?? [];
    const names = ['clipboard-sanitized-write', 'clipboard-read'] as const;
    const copies = names.map((name) => check?.(null, name, '', {} as never));
    expect(copies).toEqual([true, false]);
    expect(defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0]?.(null, 'notifications', '', {} as never)).toBe(
      false,
    );
    expect(defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0]?.({} as never)).toBe(false);
    const streams = vi.fn();
    defaultSession.setDisplayMediaRequestHandler.mock.calls[0]?.[0]?.({} as never, streams);
    expect(streams).toHaveBeenCalledExactlyOnceWith({});
  });

  it('loads nothing from a network', () => {
    denyNetwork(session.defaultSession as never);
    const listener = session.defaultSession.webRequest.onBeforeRequest.mock.calls[0]![0];
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      listener({ url }, (response) => (cancel = response.cancel));
      return cancel;
    };
    expect(cancelled('las://app/assets/x.js')).toBe(false);
    for (const url of ['https://duo.nl/', 'http://127.0.0.1:1/', 'ws://x/', 'file:///etc/passwd', 'ftp://x/']) {
      expect(cancelled(url), url).toBe(true);
    }
    expect(session.defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    const download = event();
    session.defaultSession.emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalledOnce();
  });

  it('hands out no client certificate, trusts no odd server and logs in nowhere', () => {
    declineCertificates();
    for (const [name, before, given] of [
      ['select-client-certificate', [{}, 'https://x/', []], []],
      ['certificate-error', [{}, 'https://x/', 'expired', {}], [false]],
      ['login', [{}, {}, {}], []],
    ] as const) {
      const asked = event();
      const callback = vi.fn();
      app.emit(name, asked, ...before, callback);
      expect(asked.preventDefault, name).toHaveBeenCalledOnce();
      expect(callback, name).toHaveBeenCalledExactlyOnceWith(...given);
    }
  });
});
