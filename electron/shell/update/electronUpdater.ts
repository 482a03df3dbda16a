import type { NsisUpdater } from 'electron-updater';
import type { UpdateSource } from './updates.ts';

const silent = () => undefined;

/**
 * Refuses an installer whose signature could not be looked at. electron-updater accepts it then: it asks PowerShell, and where
 * that is forbidden on the computer it only says in its log that it leaves the signature be.
 */
function demandSignature(updater: NsisUpdater): void {
  const check = updater.verifyUpdateCodeSignature;
  const warnings: string[] = [];
  // Its own log would hold addresses and paths with the person's name.
  updater.logger = { info: silent, error: silent, warn: (message) => void warnings.push(String(message)) };
  updater.verifyUpdateCodeSignature = async (publishers, file) => {
    warnings.length = 0;
    const problem = await check(publishers, file);
    const isSkipped = warnings.some((warning) => /ignoring signature validation/i.test(warning));
    return problem ?? (isSkipped ? 'the signature cannot be read on this computer' : null);
  };
}

/**
 * Makes electron-updater do what it is told and nothing by itself. Where it looks and whose signature it demands stands in
 * `configPath`, which lies in the archive.
 */
export function updateSource(updater: NsisUpdater, configPath: string): UpdateSource {
  updater.updateConfigPath = configPath;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  demandSignature(updater);
  // Who is reached is decided in decide.ts, with a sentence.
  updater.isUserWithinRollout = () => true;
  // A proxy that asks for a password would be waited for until the program ends.
  updater.on('login', (_authInfo, answer) => (answer as () => void)());
  // Without a listener an error event ends the process; the rejected promise tells the same.
  updater.on('error', () => undefined);
  return {
    async look() {
      const found = await updater.checkForUpdates();
      if (!found) throw new Error('This program is not packaged.');
      const { version, stagingPercentage } = found.updateInfo;
      return { version, ...(stagingPercentage === undefined ? {} : { stagingPercentage }) };
    },
    async download() {
      await updater.downloadUpdate();
    },
    install: () => updater.quitAndInstall(true, true),
  };
}
