import type { WebContents } from 'electron';

/** Shows the print dialog for the page; false when the person cancelled or there is no printer. */
export const printPage = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve) => {
    contents.print({ printBackground: false }, (success) => resolve(success));
  });
