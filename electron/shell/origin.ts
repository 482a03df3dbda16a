/** Scheme and host of the program's own pages. Not file:, which Chromium gives rights of its own. */
export const SCHEME = 'las';
export const HOST = 'app';
export const START_PAGE = `${SCHEME}://${HOST}/`;

/** Whether an address is one of our own pages; judged as parsed, never as text. */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}
