import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { join, relative, isAbsolute } from 'node:path';
import { app, dialog } from 'electron';
import type { Brand } from '../../../shared/brand/brand.ts';
import type { CoreClient } from '../../core/processClient.ts';
import type { CommandLine } from '../commandLine.ts';
import { updateSource } from './electronUpdater.ts';
import { createUpdates, type UpdateDialogs, type UpdateSource } from './updates.ts';

const FIRST_LOOK_MS = 5 * 60_000;
const EVERY_MS = 24 * 3_600_000;
const NOW = 0;

const dialogsOf = (title: string): UpdateDialogs => ({
  async tell(message) {
    await dialog.showMessageBox({ title, message, buttons: ['Sluiten'] });
  },
  ask: async (message) => {
    const buttons = ['Nu bijwerken', 'Later'];
    const { response } = await dialog.showMessageBox({ type: 'question', title, message, buttons, cancelId: 1 });
    return response === NOW;
  },
});

/** Where this installation stands in a roll-out: the same at every start, and nothing that tells whose it is. */
function shareOf(dataDir: string): number {
  const hash = createHash('sha256').update(`${hostname()} ${dataDir}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

/** Whether the program stands outside the folder of the person who runs it: then an administrator installed it. */
function isForAllUsers(executable: string, local: string | undefined): boolean {
  if (!local) return true;
  const below = relative(local, executable);
  return below.startsWith('..') || isAbsolute(below);
}

/** Loads electron-updater when it is needed for the first time: most starts do without. */
function lazySource(configPath: string): UpdateSource {
  let loading: Promise<UpdateSource> | undefined;
  let loaded: UpdateSource | undefined;
  const load = async () => {
    const { NsisUpdater } = await import('electron-updater');
    return (loaded = updateSource(new NsisUpdater(), configPath));
  };
  const source = () => (loading ??= load());
  return {
    look: async () => (await source()).look(),
    download: async () => (await source()).download(),
    install: () => loaded?.install(),
  };
}

const SAFE_START =
  'Het programma is veilig gestart en kijkt alleen: het werkt zichzelf nu niet bij. Start het gewoon en kies dan opnieuw Zoeken naar een nieuwe versie.';

/**
 * Looks for a new version soon after the start and every day; gives the function with which a person looks now. Only the
 * packaged program on Windows updates itself, and never after a safe start.
 */
export function offerUpdates(
  brand: Brand,
  core: CoreClient,
  { dataDir, safe }: Pick<CommandLine, 'dataDir' | 'safe'>,
): () => void {
  if (safe) return () => void dialogsOf(brand.name).tell(SAFE_START);
  const installed = app.isPackaged && process.platform === 'win32';
  const updates = createUpdates({
    installation: {
      version: app.getVersion(),
      publisher: brand.publisher,
      allUsers: installed && isForAllUsers(process.execPath, process.env['LOCALAPPDATA']),
      share: shareOf(dataDir),
    },
    address: installed ? brand.update?.address : undefined,
    source: lazySource(join(app.getAppPath(), 'resources/brand/app-update.yml')),
    core,
    dialogs: dialogsOf(brand.name),
  });
  if (installed) {
    setTimeout(() => void updates.check(false), FIRST_LOOK_MS).unref();
    setInterval(() => void updates.check(false), EVERY_MS).unref();
  }
  return () => void updates.check(true);
}
