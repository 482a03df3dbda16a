import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Brand } from '../../shared/brand/brand.ts';
import { openLink, openPage } from './links.ts';
import { printPage } from './print.ts';

export interface MenuActions {
  brand: Pick<Brand, 'name' | 'support'>;
  newWindow(): void;
  /** Looks for a new version. */
  update(): void;
  about(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

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
        click: (_item, window) => {
          if (window instanceof BrowserWindow) void printPage(window.webContents);
        },
      },
      separator,
      { label: 'Afsluiten', role: 'quit' },
    ],
  },
  {
    label: 'Be&werken',
    submenu: [
      { label: 'Ongedaan maken', role: 'undo' },
      { label: 'Opnieuw', role: 'redo' },
      separator,
      { label: 'Knippen', role: 'cut' },
      { label: 'Kopiëren', role: 'copy' },
      { label: 'Plakken', role: 'paste' },
      { label: 'Alles selecteren', role: 'selectAll' },
    ],
  },
  {
    label: 'Bee&ld',
    submenu: [
      { label: 'Inzoomen', role: 'zoomIn' },
      { label: 'Uitzoomen', role: 'zoomOut' },
      { label: 'Werkelijke grootte', role: 'resetZoom' },
      separator,
      { label: 'Volledig scherm', role: 'togglefullscreen' },
    ],
  },
  {
    label: '&Help',
    submenu: [
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
