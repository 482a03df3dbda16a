import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { START_PAGE } from './origin.ts';
import { askBeforeClosing } from './unsavedWork.ts';

export interface WindowOptions {
  /** Name of the program. */
  title: string;
  /** The bundled preload. */
  preload: string;
  icon: string;
  /** False in the packaged program. */
  devTools: boolean;
}

const MAX_RELOADS = 3;

/** What a window is made with. Every safety setting is spelt out, also where it is Electron's default. */
export const windowOptions = ({ title, preload, icon, devTools }: WindowOptions): BrowserWindowConstructorOptions => ({
  width: 1366,
  height: 800,
  minWidth: 800,
  minHeight: 600,
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
    spellcheck: false,
  },
});

/** Opens a window on the first page. A page that crashes is loaded again, a few times. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow(windowOptions(options));
  let reloads = 0;
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || reloads >= MAX_RELOADS) return;
    reloads += 1;
    window.webContents.reload();
  });
  askBeforeClosing(window);
  void window.loadURL(START_PAGE);
  return window;
}
