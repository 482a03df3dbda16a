import { app } from 'electron';
import type { CoreClient } from '../core/processClient.ts';

/**
 * The program ends when the core has closed: what was saved is on disk, and the data folder is free. That is after the last
 * window closed, so that a window with unsaved work can still say no.
 */
export function quitSafely(core: Pick<CoreClient, 'close'>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
}
