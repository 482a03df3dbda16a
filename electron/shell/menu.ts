import { BrowserWindow, Menu, type BaseWindow, type MenuItemConstructorOptions } from 'electron';
import type { Brand } from '../../shared/brand/brand.ts';
import { openLink, openPage } from './links.ts';
import { printPage, savePdf } from './print.ts';

export interface MenuActions {
  brand: Pick<Brand, 'name' | 'support'>;
  newWindow(): void;
  /** Looks for a new version. */
  update(): void;
  about(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

type Act = (window: BrowserWindow) => void;
const inWindow =
  (act: Act): MenuItemConstructorOptions['click'] =>
  (_item, window: BaseWindow | undefined) => {
    if (window instanceof BrowserWindow && !window.webContents.isDestroyed()) act(window);
  };

/**
 * An entry for what the page itself does on these keys: choosing it presses them, so that the page decides in one place what may
 * be done now. The keys are shown, and left to the page.
 */
function byKeys(label: string, keyCode: string, modifiers: 'control'[] = ['control']): MenuItemConstructorOptions {
  return {
    label,
    accelerator: modifiers.length > 0 ? `Control+${keyCode}` : keyCode,
    registerAccelerator: false,
    click: inWindow(({ webContents }) => {
      webContents.focus();
      webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    }),
  };
}

const support = ({ support: asked }: MenuActions['brand']): MenuItemConstructorOptions[] =>
  asked === undefined
    ? []
    : [
        { label: 'Hulp van uw leverancier', click: () => void openPage(asked.page) },
        { label: `Telefoon: ${asked.telephone}`, enabled: false },
        separator,
      ];

/** The menu: Dutch labels, and no entry that reloads a page with what was being typed. */
export const menuTemplate = ({ brand, newWindow, update, about }: MenuActions): MenuItemConstructorOptions[] => [
  {
    label: '&Bestand',
    submenu: [
      { label: 'Nieuw venster', accelerator: 'CommandOrControl+Shift+N', click: newWindow },
      separator,
      {
        label: 'Afdrukken…',
        accelerator: 'CommandOrControl+P',
        click: inWindow(({ webContents }) => void printPage(webContents)),
      },
      {
        label: 'Opslaan als PDF…',
        accelerator: 'CommandOrControl+Shift+P',
        click: inWindow((window) => void savePdf(window)),
      },
      separator,
      byKeys('Vergrendelen', 'L'),
      { label: 'Venster sluiten', role: 'close', accelerator: 'CommandOrControl+W' },
      { label: 'Afsluiten', role: 'quit', accelerator: 'CommandOrControl+Q' },
    ],
  },
  {
    label: 'Be&werken',
    submenu: [
      { label: 'Ongedaan maken', role: 'undo', accelerator: 'CommandOrControl+Z' },
      { label: 'Opnieuw', role: 'redo', accelerator: 'CommandOrControl+Y' },
      separator,
      { label: 'Knippen', role: 'cut', accelerator: 'CommandOrControl+X' },
      { label: 'Kopiëren', role: 'copy', accelerator: 'CommandOrControl+C' },
      { label: 'Plakken', role: 'paste', accelerator: 'CommandOrControl+V' },
      { label: 'Alles selecteren', role: 'selectAll', accelerator: 'CommandOrControl+A' },
      separator,
      byKeys('Leerling zoeken', 'F'),
    ],
  },
  {
    label: 'Bee&ld',
    submenu: [
      { label: 'Inzoomen', role: 'zoomIn', accelerator: 'CommandOrControl+Plus' },
      { label: 'Uitzoomen', role: 'zoomOut', accelerator: 'CommandOrControl+-' },
      // Not Ctrl+0, which is the tenth screen of the program.
      { label: 'Werkelijke grootte', role: 'resetZoom', accelerator: 'CommandOrControl+Shift+1' },
      separator,
      { label: 'Volledig scherm', role: 'togglefullscreen', accelerator: 'F11' },
    ],
  },
  {
    label: '&Venster',
    submenu: [{ label: 'Minimaliseren', role: 'minimize', accelerator: 'CommandOrControl+M' }],
  },
  {
    label: '&Help',
    submenu: [
      byKeys('Handleiding', 'F1', []),
      ...support(brand),
      { label: 'Website van DUO', click: () => void openLink('https://duo.nl/') },
      separator,
      { label: 'Zoeken naar een nieuwe versie…', click: update },
      { label: `Over ${brand.name}`, click: about },
    ],
  },
];

export const setMenu = (actions: MenuActions): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions)));
