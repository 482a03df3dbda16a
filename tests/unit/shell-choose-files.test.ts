import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridge } from '../../electron/shell/bridge.ts';
import { openWindow } from '../../electron/shell/window.ts';
import { channels } from '../../shared/api/channels.ts';
import { resetElectron, state } from '../fakes/electron.ts';

let folder: string;
const core = {
  invoke: vi.fn(async () => ({ ok: true as const, value: 'done' })),
  subscribe: () => () => undefined,
  grant: vi.fn((path: string, use: string) => `${use}:${path}`),
};

beforeEach(() => {
  resetElectron();
  core.grant.mockClear();
  folder = mkdtempSync(join(tmpdir(), 'shell-files-'));
  openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock: async () => undefined });
  bridge(core);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const send = (channel: string, input: unknown) => {
  const { webContents } = state.windows[0]!;
  const event = { sender: webContents, senderFrame: webContents.mainFrame };
  return state.handlers.get(channel)!(event as never, input) as Promise<unknown>;
};

describe('files that a person chooses', () => {
  it('gives the page a token and the bare name of a file', async () => {
    const path = join(folder, 'leerlingen.xml');
    writeFileSync(path, '<EDEX/>');
    state.openPath = path;
    expect(await send(channels.chooseFile, { title: 'EDEXML', extensions: ['xml', '../x'] })).toEqual({
      token: `read:${path}`,
      name: 'leerlingen.xml',
      size: 7,
    });
  });

  it('gives a place to write to, under a name that is no path', async () => {
    state.saveTo = join(folder, 'lijst.csv');
    expect(await send(channels.chooseTarget, { name: '../lijst.csv' })).toEqual({
      token: `write:${state.saveTo}`,
      name: 'lijst.csv',
    });
    expect(await send(channels.fileWritten, { token: 'x', name: 'lijst.csv' })).toBe(true);
  });

  it('gives a folder', async () => {
    state.openPath = folder;
    expect(await send(channels.chooseFolder, { title: 'Map' })).toMatchObject({ token: `folder:${folder}` });
  });

  it('gives nothing when the person cancels', async () => {
    state.openPath = undefined;
    state.saveTo = undefined;
    for (const channel of [channels.chooseFile, channels.chooseTarget, channels.chooseFolder])
      expect(await send(channel, { title: '', name: 'x.csv', extensions: [] })).toBeUndefined();
    expect(core.grant).not.toHaveBeenCalled();
  });
});
