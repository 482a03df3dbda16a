import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** Who may use the web host: whoever came in with a token that was given out once, and only from our own pages. */
export interface Access {
  /** An address with a new token, good for one visit. */
  newUrl(): string;
  /** Whether the request was sent to the address we listen on, and not by a name that somebody pointed at it. */
  rightHost(request: IncomingMessage): boolean;
  /** Whether it comes from a page of ours, or from no page at all (an address that was typed or opened). */
  ownPage(request: IncomingMessage): boolean;
  /** Uses up the token; gives the cookie to set, or undefined when the token is not (or no longer) good. */
  enter(token: string): string | undefined;
  /** Whether the request carries the cookie. */
  entered(request: IncomingMessage): boolean;
}

/** @param origin where the host listens, for example `http://127.0.0.1:4711` */
export function createAccess(origin: string): Access {
  const { host, port } = new URL(origin);
  const session = secret();
  // Cookies of one address go to all its ports: the name keeps two programs apart.
  const cookieName = `las-${port}`;
  const tokens = new Set<string>();

  return {
    newUrl() {
      const token = secret();
      tokens.add(token);
      return `${origin}/?token=${token}`;
    },
    rightHost: ({ headers }) => headers.host === host,
    ownPage({ headers }) {
      if (headers.origin !== undefined && headers.origin !== origin) return false;
      // Another port of this machine is the "same site": SameSite cookies do not stop it, this does.
      const site = headers['sec-fetch-site'];
      return site === undefined || site === 'same-origin' || site === 'none';
    },
    enter(token) {
      const known = [...tokens].find((candidate) => same(candidate, token));
      if (known === undefined) return undefined;
      tokens.delete(known);
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    entered({ headers }) {
      const cookies = (headers.cookie ?? '').split(/;\s*/);
      return cookies.some((cookie) => cookie.startsWith(`${cookieName}=`) && same(cookie, `${cookieName}=${session}`));
    },
  };
}
