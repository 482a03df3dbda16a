import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWindow } from '../../electron/shell/window.ts';
import { app, display, resetElectron, state, type BrowserWindow } from '../fakes/electron.ts';

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'shell-place-'));
  app.getPath.mockImplementation(() => folder);
});
afterEach(() => {
  app.getPath.mockImplementation((name) => `/${name}`);
  rmSync(folder, { recursive: true, force: true });
});

function open(): BrowserWindow {
  openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock: async () => undefined });
  return state.windows.at(-1)!;
}
function close(window: BrowserWindow): void {
  window.emit('close');
  state.windows = state.windows.filter((other) => other !== window);
}
const laptop = () => display({ x: 0, y: 0, width: 1366, height: 768 });
const beside = () => display({ x: 1366, y: 0, width: 1920, height: 1080 }, 1.5);

describe('the place of a window', () => {
  it('is the middle of the main screen, the first time', () => {
    expect(open().options).toMatchObject({ x: 277, y: 120, width: 1366, height: 800, minWidth: 800, minHeight: 600 });
  });

  it('is where the last one closed, maximised when that was', () => {
    const first = open();
    first.bounds = { x: 100, y: 50, width: 1000, height: 700 };
    first.maximized = true;
    close(first);
    const next = open();
    expect(next.bounds).toEqual(first.bounds);
    next.emit('ready-to-show');
    expect(next.maximize).toHaveBeenCalledOnce();
  });

  it('is told twice, for screens with another scale', () => {
    const window = open();
    expect(window.setBounds).toHaveBeenCalledExactlyOnceWith({ x: 277, y: 120, width: 1366, height: 800 });
  });

  it('is remembered for each arrangement of screens', () => {
    state.displays = [laptop(), beside()];
    const docked = open();
    docked.bounds = { x: 1500, y: 20, width: 1200, height: 900 };
    close(docked);
    state.displays = [laptop()];
    const alone = open();
    expect(alone.bounds).toEqual({ x: 83, y: 0, width: 1200, height: 728 });
    alone.bounds = { x: 10, y: 10, width: 900, height: 650 };
    close(alone);
    state.displays = [laptop(), beside()];
    expect(open().bounds).toEqual(docked.bounds);
  });

  it.each([
    ['a screen that is gone', { x: 3000, y: 100, width: 1000, height: 700 }, { x: 183, y: 14 }],
    ['above every screen', { x: 10, y: -300, width: 1000, height: 700 }, { x: 183, y: 14 }],
    ['half over the edge', { x: 1000, y: 500, width: 1000, height: 700 }, { x: 366, y: 28 }],
    ['left of the screen', { x: -700, y: 10, width: 1000, height: 700 }, { x: 0, y: 10 }],
  ])('comes back inside a screen from %s', (_, bounds, expected) => {
    state.displays = [laptop()];
    const window = open();
    window.bounds = bounds;
    close(window);
    expect(open().bounds).toEqual({ ...expected, width: 1000, height: 700 });
  });

  it('fits a screen of high density that has room for less than the least', () => {
    state.displays = [display({ x: 0, y: 0, width: 683, height: 384 }, 2)];
    expect(open().options).toMatchObject({ x: 0, y: 0, width: 683, height: 344, minWidth: 683, minHeight: 344 });
  });

  it('of a second window is a little aside of the first, and not maximised', () => {
    const first = open();
    first.bounds = { x: 100, y: 50, width: 1000, height: 700 };
    const second = open();
    expect(second.bounds).toEqual({ x: 132, y: 82, width: 1000, height: 700 });
    second.emit('ready-to-show');
    expect(second.maximize).not.toHaveBeenCalled();
  });

  it.each([
    '',
    'x',
    '[]',
    '{"latest":{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximized":false},"perArrangement":{}}',
  ])('is the first one again when what was kept reads %j', (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(open().bounds).toMatchObject({ width: 1366, height: 800 });
  });

  it('keeps the places of a dozen arrangements at most', () => {
    for (let width = 1000; width < 1020; width += 1) {
      state.displays = [display({ x: 0, y: 0, width, height: 900 })];
      close(open());
    }
    const kept = JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8')) as { perArrangement: object };
    expect(Object.keys(kept.perArrangement)).toHaveLength(12);
    expect(Object.keys(kept.perArrangement).at(-1)).toContain('1019');
  });

  it('that cannot be kept stops no window from closing', () => {
    app.getPath.mockImplementation(() => join(folder, 'missing'));
    expect(() => close(open())).not.toThrow();
  });
});
