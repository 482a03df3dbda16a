import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../../shared/domain/clock.ts';
import type { LoggedIn } from '../../mijnBron/mijnBron.ts';

/** `__Host-`: the browser takes it over TLS only, for this host and every path. */
const COOKIE = '__Host-mijnbron';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const IDLE_MS = 60 * 60_000;

/** Who is logged in, and the token that stands in each form of that person. */
export interface Session {
  user: LoggedIn;
  token: string;
}

export interface Sessions {
  /** Gives the Set-Cookie of a new session. */
  open(user: LoggedIn): string;
  /** The session of a Cookie header; undefined: none, or an hour without a request has passed. */
  find(cookies: string | undefined): Session | undefined;
  /** Ends the session of a Cookie header; gives the Set-Cookie that has the browser forget it. */
  close(cookies: string | undefined): string;
}

const random = () => randomBytes(24).toString('base64url');

const idOf = (cookies = ''): string | undefined =>
  cookies
    .split(';')
    .map((cookie) => cookie.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

/** Sessions of the site, in memory: they end with the mock. */
export function createSessions(clock: Clock): Sessions {
  const sessions = new Map<string, Session & { usedAt: number }>();
  const now = () => clock.now().getTime();
  const forgetIdle = () => {
    for (const [id, { usedAt }] of sessions) if (now() - usedAt > IDLE_MS) sessions.delete(id);
  };
  return {
    open: (user) => {
      const id = random();
      sessions.set(id, { user, token: random(), usedAt: now() });
      return `${COOKIE}=${id}; ${ATTRIBUTES}`;
    },
    find: (cookies) => {
      forgetIdle();
      const session = sessions.get(idOf(cookies) ?? '');
      if (session) session.usedAt = now();
      return session;
    },
    close: (cookies) => {
      sessions.delete(idOf(cookies) ?? '');
      return `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
    },
  };
}

/** Whether a form came from a page of this session. */
export function isFormOf({ token }: Session, given = ''): boolean {
  const [own, other] = [Buffer.from(token), Buffer.from(given)];
  return own.length === other.length && timingSafeEqual(own, other);
}
