import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridge } from '../../electron/shell/bridge.ts';
import { parseFile } from '../../electron/shell/saveFile.ts';
import { openWindow } from '../../electron/shell/window.ts';
import { channels } from '../../shared/api/channels.ts';
import { dialog, FakeContents, frame, resetElectron, shell, state, type BrowserWindow } from '../fakes/electron.ts';

let folder: string;
let window: BrowserWindow;
let tell: (event: string, payload: unknown) => void;
const core = {
  invoke: vi.fn(async () => ({ ok: true as const, value: 'done' })),
  grant: vi.fn((path: string, use: string) => `${use}:${path}`),
  subscribe: vi.fn((listener: typeof tell) => {
    tell = listener;
    return () => undefined;
  }),
};

beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
  openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock: async () => undefined });
  window = state.windows[0]!;
  bridge(core);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = () => ({ sender: window.webContents, senderFrame: window.webContents.mainFrame });
const send = (channel: string, event: unknown, ...args: unknown[]) =>
  state.handlers.get(channel)!(event as never, ...args) as Promise<unknown>;

describe('messages from pages', () => {
  it('takes a call from the main frame of our page', async () => {
    expect(await send(channels.invoke, own(), 'session.status', {})).toEqual({ ok: true, value: 'done' });
    expect(core.invoke).toHaveBeenCalledExactlyOnceWith('session.status', {});
  });

  const strangers: [string, () => unknown][] = [
    ['a frame inside our page', () => ({ ...own(), senderFrame: frame('las://app/') })],
    ['a frame that has gone', () => ({ ...own(), senderFrame: null })],
    ['a page elsewhere', () => foreignPage('https://example.org/')],
    ['a look-alike', () => foreignPage('las://app.example.org/')],
    ['a page that names ours', () => foreignPage('https://example.org/?las://app/')],
    ['an empty page', () => foreignPage('about:blank')],
  ];
  const foreignPage = (url: string) => {
    const main = frame(url);
    return { sender: Object.assign(new FakeContents(), { mainFrame: main }), senderFrame: main };
  };

  it.each(strangers)('refuses every channel to %s', async (_, sender) => {
    state.saveTo = join(folder, 'x.txt');
    for (const [name, channel] of Object.entries(channels)) {
      if (name === 'event') continue;
      const answer = await send(channel, sender(), 'https://duo.nl/', {});
      if (name === 'invoke') expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
      else expect(answer).toBe(false);
    }
    expect(core.invoke).not.toHaveBeenCalled();
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(dialog.showSaveDialog).not.toHaveBeenCalled();
    expect(window.webContents.print).not.toHaveBeenCalled();
  });

  it('answers the channels of the preload and no other', () => {
    const { event: _, ...answered } = channels;
    expect([...state.handlers.keys()].sort()).toEqual(Object.values(answered).sort());
  });

  it('gives a result when the core client throws', async () => {
    core.invoke.mockRejectedValueOnce(new Error('x'));
    expect(await send(channels.invoke, own(), 'a', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('prints the page that asks', async () => {
    expect(await send(channels.print, own())).toBe(true);
    expect(window.webContents.print).toHaveBeenCalledOnce();
  });
});

describe('events of the core', () => {
  it('reach every window that shows our page, and none that does not', () => {
    openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock: async () => undefined });
    state.windows[1]!.webContents.url = 'https://example.org/';
    tell('session.changed', {});
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith(channels.event, 'session.changed', {});
    expect(state.windows[1]!.webContents.send).not.toHaveBeenCalled();
  });
});

describe('saving a file', () => {
  const bytes = Buffer.from('inhoud').toString('base64');

  it('writes where the person chose', async () => {
    state.saveTo = join(folder, 'lijst.csv');
    expect(await send(channels.saveFile, own(), { name: 'lijst.csv', bytes })).toBe(true);
    expect(readFileSync(state.saveTo, 'utf8')).toBe('inhoud');
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: join('/documents', 'lijst.csv') });
  });

  it('does nothing when the person cancels', async () => {
    expect(await send(channels.saveFile, own(), { name: 'lijst.csv', bytes })).toBe(false);
  });

  it('tells the person when it could not be written', async () => {
    state.saveTo = join(folder, 'map');
    mkdirSync(state.saveTo);
    expect(await send(channels.saveFile, own(), { name: 'lijst.csv', bytes })).toBe(false);
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
  });

  it.each([
    ['../../.bashrc', '_.._.bashrc'],
    ['C:\\Windows\\x.txt', 'C__Windows_x.txt'],
    ['a\u0000b.txt', 'a_b.txt'],
    ['  .hidden. ', 'hidden'],
    ['Groep 7/8.csv', 'Groep 7_8.csv'],
  ])('makes a name of the path %s', (name, expected) => {
    expect(parseFile({ name, bytes })?.name).toBe(expected);
  });

  it.each([
    ['no name', { name: '', bytes }],
    ['only dots', { name: '...', bytes }],
    ['no bytes', { name: 'x' }],
    ['bytes that are no base64', { name: 'x', bytes: 'a b' }],
    ['more than 32 MiB', { name: 'x', bytes: 'A'.repeat(44_739_248) }],
    ['nothing', undefined],
  ])('refuses %s', (_, input) => expect(parseFile(input)).toBeUndefined());
});
