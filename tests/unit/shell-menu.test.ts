import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lockWithComputer } from '../../electron/shell/idle.ts';
import { menuTemplate, type MenuActions } from '../../electron/shell/menu.ts';
import { openWindow } from '../../electron/shell/window.ts';
import { shortcutOf } from '../../renderer/app/shortcuts.ts';
import { dialog, powerMonitor, resetElectron, shell, state } from '../fakes/electron.ts';

beforeEach(resetElectron);

const actions = { brand: { name: 'Bronwijs' }, newWindow: vi.fn(), update: vi.fn(), about: vi.fn() };
const items = (brand: MenuActions['brand'] = actions.brand) =>
  menuTemplate({ ...actions, brand }).flatMap((item) => [
    item,
    ...(item.submenu as Electron.MenuItemConstructorOptions[]),
  ]);
const entry = (label: string) => items().find((item) => item.label === label)!;
const window = () => {
  openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock: async () => undefined });
  return state.windows.at(-1)!;
};
const choose = (label: string, target: unknown) =>
  (entry(label).click as unknown as (item: unknown, window: unknown) => void)({}, target);

describe('menu', () => {
  it('has the support of the vendor and his name, and opens only the page that his brand names', () => {
    const branded = items({
      name: 'Leerlijn',
      support: { page: 'https://hulp.leverancier.example/', telephone: '088 123 45 67' },
    });
    expect(branded.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Hulp van uw leverancier', 'Telefoon: 088 123 45 67', 'Over Leerlijn']),
    );
    branded.find(({ label }) => label === 'Hulp van uw leverancier')?.click?.({} as never, undefined, {});
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://hulp.leverancier.example/');
    expect(items().map(({ label }) => label)).not.toContain('Hulp van uw leverancier');
  });

  it('is Dutch throughout and can neither reload nor open developer tools', () => {
    for (const { type, label } of items()) if (type !== 'separator') expect(label).toMatch(/\S/);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'services'])
      expect(items().map((item) => item.role)).not.toContain(role);
  });

  it('has keys for every entry but what is rare, and none twice', () => {
    const keyless = items()
      .filter(({ type, submenu, accelerator }) => type !== 'separator' && !submenu && !accelerator)
      .map(({ label }) => label);
    expect(keyless).toEqual(['Website van DUO', 'Zoeken naar een nieuwe versie…', 'Over Bronwijs']);
    const keys = items().flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes no keys that the page has a meaning for', () => {
    for (const { accelerator, registerAccelerator } of items()) {
      if (!accelerator || registerAccelerator === false) continue;
      const parts = accelerator.split('+');
      const shortcut = shortcutOf(
        {
          key: parts.at(-1)!.toLowerCase(),
          ctrlKey: accelerator.includes('Control'),
          altKey: accelerator.includes('Alt'),
          shiftKey: accelerator.includes('Shift'),
          metaKey: false,
        },
        10,
      );
      expect(shortcut, accelerator).toBeUndefined();
    }
  });

  it.each([
    ['Vergrendelen', 'L', { kind: 'lock' }],
    ['Leerling zoeken', 'F', { kind: 'search' }],
    ['Handleiding', 'F1', { kind: 'help' }],
  ])('%s presses the keys of the page', (label, keyCode, shortcut) => {
    const target = window();
    choose(label, target);
    const [pressed] = target.webContents.sendInputEvent.mock.calls[0] as [Electron.KeyboardInputEvent];
    expect(pressed).toMatchObject({ type: 'keyDown', keyCode });
    const ctrlKey = pressed.modifiers?.includes('control') ?? false;
    expect(shortcutOf({ key: keyCode, ctrlKey, altKey: false, shiftKey: false, metaKey: false }, 10)).toEqual(shortcut);
    expect(() => choose(label, undefined)).not.toThrow();
  });

  it('opens a second window and prints the one that it is chosen in', () => {
    choose('Nieuw venster', undefined);
    expect(actions.newWindow).toHaveBeenCalledOnce();
    const target = window();
    choose('Afdrukken…', target);
    expect(target.webContents.print).toHaveBeenCalledOnce();
  });

  it('saves the page as a PDF where the person chooses, under the name of the screen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-pdf-'));
    try {
      state.saveTo = join(folder, 'blad.pdf');
      const target = window();
      choose('Opslaan als PDF…', target);
      await vi.waitFor(() => expect(readFileSync(state.saveTo!, 'utf8')).toBe('%PDF-1.7'));
      expect(dialog.showSaveDialog.mock.calls[0]?.[1].defaultPath).toBe(
        join('/documents', 'Tellingen - De Proef - Bronwijs.pdf'),
      );
      state.saveTo = join(folder, 'missing', 'blad.pdf');
      choose('Opslaan als PDF…', target);
      await vi.waitFor(() => expect(dialog.showErrorBox).toHaveBeenCalledOnce());
      state.saveTo = undefined;
      choose('Opslaan als PDF…', target);
      await vi.waitFor(() => expect(dialog.showSaveDialog).toHaveBeenCalledTimes(3));
      expect(target.webContents.printToPDF).toHaveBeenCalledTimes(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the computer', () => {
  it.each(['lock-screen', 'suspend', 'user-did-resign-active'])('locks the administration on %s', (name) => {
    const invoke = vi.fn(async () => ({ ok: true as const, value: {} }));
    lockWithComputer({ invoke });
    powerMonitor.emit(name);
    expect(invoke).toHaveBeenCalledExactlyOnceWith('session.lock', {});
  });
});
