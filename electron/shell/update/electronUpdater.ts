import type { NsisUpdater } from 'electron-updater';
import type { UpdateSource } from './updates.ts';

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
  // It would write addresses and paths with the person's name into a log of its own.
  updater.logger = null;
  // Who is reached is decided in decide.ts, with a sentence.
  updater.isUserWithinRollout = () => true;
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
