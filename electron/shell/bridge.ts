import { BrowserWindow, dialog } from 'electron';
import { channels } from '../../shared/api/channels.ts';
import { failure, type Result } from '../../shared/api/errors.ts';
import type { CoreClient } from '../core/processClient.ts';
import { chooseFile, chooseFolder, chooseTarget } from './chooseFiles.ts';
import { answer } from './ipc.ts';
import { openLink } from './links.ts';
import { isOwnPage } from './origin.ts';
import { printPage } from './print.ts';
import { saveFile } from './saveFile.ts';

const failed = (code: 'not-allowed' | 'internal'): Result<unknown> => ({ ok: false, error: failure(code) });
const no = { refused: false, failed: false };

/** Joins the windows to the core: calls go in, results come back, events go to every window that shows a page of ours. */
export function bridge(core: Pick<CoreClient, 'invoke' | 'subscribe' | 'grant'>): void {
  answer(channels.invoke, { refused: failed('not-allowed'), failed: failed('internal') }, async (_event, name, input) =>
    core.invoke(String(name), input),
  );
  answer(channels.openLink, no, async (_event, url) => openLink(url));
  answer(channels.print, no, async ({ sender }) => printPage(sender));
  answer(channels.saveFile, no, async ({ sender }, file) => {
    const window = BrowserWindow.fromWebContents(sender);
    if (!window) return false;
    try {
      return await saveFile(window, file);
    } catch {
      dialog.showErrorBox(
        'Opslaan is niet gelukt',
        'Het bestand kon daar niet worden opgeslagen. Kies een andere map.',
      );
      return false;
    }
  });
  const choices = { chooseFile, chooseTarget, chooseFolder };
  for (const [name, choose] of Object.entries(choices) as [keyof typeof choices, typeof chooseFile][]) {
    answer<unknown>(channels[name], no, async ({ sender }, input) => {
      const window = BrowserWindow.fromWebContents(sender);
      return window ? await choose(window, core, input) : undefined;
    });
  }
  // The operation wrote to the place that the person chose: there is nothing to hand over.
  answer(channels.fileWritten, no, async () => true);
  core.subscribe((event, payload) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (!webContents.isDestroyed() && isOwnPage(webContents.getURL()))
        webContents.send(channels.event, event, payload);
    }
  });
}
