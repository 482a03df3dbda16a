import type { WebContents } from 'electron';
import { isOwnPage } from './origin.ts';

const inFrames = ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const;

/** A window shows our own pages only: no navigation elsewhere, no other windows, no webviews. */
export function guardNavigation(contents: WebContents): void {
  for (const name of inFrames) {
    // The three events have the same shape, but one overload each.
    contents.on(name as 'will-frame-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
