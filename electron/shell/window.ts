import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { recoverPage } from './crash.ts';
import { START_PAGE } from './origin.ts';
import { askBeforeClosing } from './unsavedWork.ts';
import { placeToOpen, rememberPlace } from './windowPlace.ts';

export interface WindowOptions {
  /** Name of the program. */
  title: string;
  /** The bundled preload. */
  preload: string;
  icon: string;
  /** False in the packaged program. */
  devTools: boolean;
  /** Locks the administration: called before a page that crashed is loaded again. */
  lock(): Promise<unknown>;
}

/** What a window is made with. Every safety setting is spelt out, also where it is Electron's default. */
export const windowOptions = ({
  title,
  preload,
  icon,
  devTools,
}: Omit<WindowOptions, 'lock'>): BrowserWindowConstructorOptions => ({
  show: false,
  title,
  icon,
  webPreferences: {
    preload,
    devTools,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // No dictionary knows the names of pupils, and what is typed goes to no checker.
    spellcheck: false,
  },
});

/** Opens a window on the first page, where the last one was; a second one lies a little aside. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { bounds, minimum, maximized } = placeToOpen(BrowserWindow.getAllWindows().at(-1));
  const window = new BrowserWindow({
    ...windowOptions(options),
    ...bounds,
    minWidth: minimum.width,
    minHeight: minimum.height,
  });
  // Once more: on a screen with another scale than the main one, Windows counts the first size with the wrong one.
  window.setBounds(bounds);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  recoverPage(window, options.title, options.lock);
  askBeforeClosing(window);
  rememberPlace(window);
  void window.loadURL(START_PAGE);
  return window;
}
