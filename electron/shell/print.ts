import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type WebContents } from 'electron';
import { bareName } from './saveFile.ts';

/** Shows the print dialog for the page; false when the person cancelled or there is no printer. */
export const printPage = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve) => {
    contents.print({ printBackground: false }, (success) => resolve(success));
  });

/**
 * Saves the page, as it would be printed, as a PDF where the person chooses. The bytes go from memory to that place: there is no
 * file in between to be left behind. False when the person cancelled or it could not be written, which is told.
 */
export async function savePdf(window: BrowserWindow): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Opslaan als PDF',
    // The title of a page names a screen and the school, never a pupil.
    defaultPath: join(app.getPath('documents'), `${bareName(window.getTitle()) || 'afdruk'}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return false;
  try {
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: false,
      preferCSSPageSize: true,
    });
    await writeFile(filePath, pdf);
    return true;
  } catch {
    dialog.showErrorBox('Opslaan is niet gelukt', 'De PDF kon daar niet worden opgeslagen. Kies een andere map.');
    return false;
  }
}
