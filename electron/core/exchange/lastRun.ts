import { emptyRunResult, runResult, type RunResult } from '../../../shared/api/exchange.ts';
import type { Administration } from '../context.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

const UNDER_WAY = 'exchange.underWay';
const LAST = 'exchange.lastRun';

interface UnderWay {
  kind: RunResult['kind'];
  startedAt: string;
}

/** Notes that a run has begun, so that an interruption can be told of. */
export function noteRunBegun({ db, clock }: Administration, kind: RunResult['kind']): void {
  writeSetting(db, UNDER_WAY, { kind, startedAt: clock.now().toISOString() } satisfies UnderWay);
}

/** Notes how a run ended; without result for one that got nowhere. */
export function noteRunEnded({ db }: Administration, result: RunResult | undefined): void {
  db.transaction(() => {
    writeSetting(db, UNDER_WAY, undefined);
    if (result) writeSetting(db, LAST, result);
  }).immediate();
}

/** What came of the last run; undefined when there was none, or one of another version of the program. */
export const readLastRun = ({ db }: Administration): RunResult | undefined =>
  runResult.safeParse(readSetting(db, LAST)).data;

/** Makes of a run that an ended program left a result that says how far it came. Call it before anything else is sent. */
export function noteInterrupted(administration: Administration): void {
  const { db } = administration;
  const begun = readSetting<UnderWay>(db, UNDER_WAY);
  if (!begun) return;
  const count = (sql: string) => db.prepare<[string], number>(sql).pluck().get(begun.startedAt) ?? 0;
  noteRunEnded(administration, {
    ...emptyRunResult(begun.kind),
    at: begun.startedAt,
    interrupted: true,
    sent: count('SELECT count(*) FROM bericht WHERE sent_at >= ?'),
    onzeker: count("SELECT count(*) FROM bericht WHERE sent_at >= ? AND state IN ('verzonden', 'onzeker')"),
    received: count(
      'SELECT count(*) FROM terugkoppeling t JOIN bundel b ON b.id = t.bundel_id WHERE b.received_at >= ?',
    ),
  });
}
