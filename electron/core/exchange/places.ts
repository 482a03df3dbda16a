import type { CountedReason, ExchangeOverview } from '../../../shared/api/exchange.ts';
import { momentInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { readSettings } from '../school/settings.ts';
import { settledBefore } from './offerAgain.ts';
import { causeOfCode, sentenceOfCode } from './reason.ts';
import { hostOf } from './transport.ts';

/** After so many attempts without an answer somebody has to be asked; or after a day. */
const ATTEMPTS_BEFORE_ASKING = 5;

interface Reason {
  code: string;
  n: number;
  /** When it was offered last. */
  at: string;
}

/** Why the inschrijvingen in a state are there, the reason of most first. */
function reasonsOf(db: Connection, state: 'onzeker' | 'geweigerd'): CountedReason[] {
  const { endpoint } = readSettings(db).exchange;
  const host = endpoint ? hostOf(endpoint) : '';
  return db
    .prepare<[string], Reason>(
      `SELECT b.last_error AS code, count(*) AS n, max(b.sent_at) AS at FROM bron_state t JOIN bericht b ON b.id =
         (SELECT max(x.id) FROM bericht x WHERE x.inschrijving_id = t.inschrijving_id AND x.state <> 'vervallen')
       WHERE t.state = ? AND b.last_error IS NOT NULL GROUP BY b.last_error ORDER BY n DESC, code`,
    )
    .all(state)
    .map(({ code, n, at }) => {
      const failure = causeOfCode(code, { host, moment: momentInNetherlands(new Date(at)) });
      return { count: n, text: sentenceOfCode(code), ...(failure ? { failure } : {}) };
    });
}

interface Uncertain {
  since: string | null;
  attempts: number;
  next: string | null;
}

function uncertainOf(db: Connection, clock: Clock): ExchangeOverview['uncertain'] {
  const row = db
    .prepare<[], Uncertain>(
      "SELECT min(created_at) AS since, max(attempts) AS attempts, min(next_attempt_at) AS next FROM bericht WHERE nr IN (3, 4) AND state = 'onzeker'",
    )
    .get();
  if (!row?.since) return undefined;
  return {
    since: row.since,
    attempts: row.attempts,
    stuck: row.attempts >= ATTEMPTS_BEFORE_ASKING || row.since <= settledBefore(clock).toISOString(),
    reasons: reasonsOf(db, 'onzeker'),
    ...(row.next ? { nextAttemptAt: row.next } : {}),
  };
}

/** What there is to say of the states besides how many inschrijvingen are in each. */
export function placesOf(
  db: Connection,
  clock: Clock,
): Pick<ExchangeOverview, 'waitingSince' | 'uncertain' | 'refused' | 'settled'> {
  const waitingSince = db
    .prepare<[], string | null>("SELECT min(sent_at) FROM bericht WHERE nr IN (3, 4) AND state = 'in behandeling'")
    .pluck()
    .get();
  const uncertain = uncertainOf(db, clock);
  const settled = db
    .prepare<[], number>(
      `SELECT count(*) FROM bron_state t WHERE t.state = 'geregistreerd'
         AND EXISTS (SELECT 1 FROM signaal s WHERE s.inschrijving_id = t.inschrijving_id AND s.state = 'afgevinkt')`,
    )
    .pluck()
    .get();
  return {
    ...(waitingSince ? { waitingSince } : {}),
    ...(uncertain ? { uncertain } : {}),
    refused: reasonsOf(db, 'geweigerd'),
    settled: settled ?? 0,
  };
}
