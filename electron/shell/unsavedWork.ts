import { dialog, type BrowserWindow } from 'electron';

const STAY = 0;

/** Asks before a window closes on a page that has unsaved work (its `beforeunload`); Electron by itself stays without a word. */
export function askBeforeClosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: 'Niet opgeslagen',
      message: 'Er zijn wijzigingen die niet zijn opgeslagen.',
      detail: 'Als u sluit, gaan ze verloren.',
      buttons: ['Terug naar het scherm', 'Sluiten zonder opslaan'],
      defaultId: STAY,
      cancelId: STAY,
      noLink: true,
    });
    // Preventing this event is what lets the window go.
    if (choice !== STAY) event.preventDefault();
  });
}
