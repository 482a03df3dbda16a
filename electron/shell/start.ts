import { dirname, join } from 'node:path';
import type { Brand } from '../../shared/brand/brand.ts';
import { app, BrowserWindow, dialog, session } from 'electron';
import { readBrand } from '../core/hosting/brand.ts';
import { windowProfileDir } from '../core/hosting/places.ts';
import { startCore } from '../core/processClient.ts';
import { announceAppProtocol, serveAppProtocol } from './appProtocol.ts';
import { bridge } from './bridge.ts';
import { declineCertificates } from './certificates.ts';
import { readCommandLine, type CommandLine } from './commandLine.ts';
import { forkUtility } from './coreProcess.ts';
import { tellDeadlines } from './deadlines.ts';
import { lockWithComputer } from './idle.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { denyNetwork } from './network.ts';
import { denyPermissions } from './permissions.ts';
import { quitSafely } from './quit.ts';
import { offerUpdates } from './update/offerUpdates.ts';
import { openWindow } from './window.ts';

function showMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Where a package has them: beside the archive `home`. */
const licencesOf = (home: string): string =>
  `De licenties van de software waarvan dit programma gebruikmaakt, staan in ${join(dirname(home), 'licences.txt')}.`;

function run(commandLine: CommandLine, brand: Brand): void {
  const home = app.getAppPath();
  const version = app.getVersion();
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  serveAppProtocol(join(home, 'out/renderer'));
  const core = startCore({
    spawn: () =>
      forkUtility(join(home, 'out/core/index.mjs'), brand.name, {
        ...commandLine,
        version,
        resourcesDir: join(home, 'resources'),
        host: 'electron',
      }),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
  });
  const newWindow = () =>
    openWindow({
      title: brand.name,
      preload: join(home, 'out/preload/index.cjs'),
      icon: join(home, 'resources/icons/icon.png'),
      devTools: !app.isPackaged,
      lock: () => core.invoke('session.lock', {}),
    });
  bridge(core);
  lockWithComputer(core);
  tellDeadlines(core, showMainWindow);
  quitSafely(core);
  setMenu({
    brand,
    newWindow,
    update: offerUpdates(brand, core, commandLine),
    about: () =>
      void dialog.showMessageBox({
        title: `Over ${brand.name}`,
        message: `${brand.name} ${version}`,
        // Beside the program of a package; what runs from its sources has them in the packages themselves.
        ...(app.isPackaged ? { detail: licencesOf(home) } : {}),
        buttons: ['Sluiten'],
      }),
  });
  app.on('second-instance', showMainWindow);
  newWindow();
}

/** Starts the program in Electron: one process per data folder, and every rule in place before the first page. */
export async function startShell(): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(1));
  const brand = readBrand(join(app.getAppPath(), 'resources'));
  app.setAppUserModelId(brand.appId);
  // The lock of Electron lies in this folder: two data folders are two programs, one data folder is one.
  app.setPath('userData', windowProfileDir(commandLine.dataDir));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  announceAppProtocol();
  declineCertificates();
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents));
  await app.whenReady();
  run(commandLine, brand);
}
