import type { Session } from 'electron';

const local = new Set(['las:', 'data:', 'blob:', 'devtools:', 'chrome-extension:']);

/** Pages load nothing from a network: BRON is the core's business. Also keeps Chromium from fetching dictionaries. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !URL.canParse(url) || !local.has(new URL(url).protocol) });
  });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
}
