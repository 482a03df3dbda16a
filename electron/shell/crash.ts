import { dialog, type BrowserWindow } from 'electron';

const MAX_RELOADS = 3;
/** Crashes longer ago than this do not count: it is not the page itself. */
const CRASH_SPAN_MS = 60_000;
const AGAIN = 0;
const WAIT = 0;

/**
 * Brings a page back in its own window: one that crashed is loaded again with the administration locked, and after some crashes
 * in a row the person is asked first; for one that hangs she chooses to wait or to load it again. `title` stands above the questions.
 */
export function recoverPage(window: BrowserWindow, title: string, lock: () => Promise<unknown>): void {
  const { webContents } = window;
  let crashes: number[] = [];
  let asking = false;

  async function loadAgain(): Promise<void> {
    await lock().catch(() => undefined);
    if (!webContents.isDestroyed()) webContents.reload();
  }

  /** Asks one question at a time; gives the number of the button. */
  async function ask(message: string, detail: string, buttons: string[]): Promise<number | undefined> {
    if (asking) return undefined;
    asking = true;
    try {
      return (await dialog.showMessageBox(window, { type: 'warning', title, message, detail, buttons, noLink: true }))
        .response;
    } finally {
      asking = false;
    }
  }

  async function afterMany(): Promise<void> {
    const answer = await ask(
      'Het scherm is een paar keer achter elkaar gestopt.',
      'Wat was opgeslagen, is er nog. Laad het scherm opnieuw, of sluit dit venster en start het programma opnieuw. Blijft het misgaan, neem dan contact op met uw leverancier.',
      ['Opnieuw laden', 'Venster sluiten'],
    );
    if (answer === AGAIN) {
      crashes = [];
      await loadAgain();
    } else if (answer !== undefined) window.destroy();
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < CRASH_SPAN_MS), now];
    void (crashes.length > MAX_RELOADS ? afterMany() : loadAgain());
  });
  window.on('unresponsive', () => {
    void ask(
      'Het scherm reageert niet.',
      'Wacht even, of laad het scherm opnieuw. Wat u typte en niet had opgeslagen, kan dan verloren gaan.',
      ['Wachten', 'Opnieuw laden'],
    ).then(async (answer) => {
      if (answer === undefined || answer === WAIT || webContents.isDestroyed()) return;
      // A page that hangs does not hear that it is to be loaded: its process ends, and that brings it back.
      webContents.forcefullyCrashRenderer();
    });
  });
}
