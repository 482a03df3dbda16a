import type { BerichtRow, BerichtState, ExchangeOverview } from '../../../shared/api/exchange.ts';
import { berichtState } from '../../../shared/api/exchange.ts';
import { bronState } from '../../../shared/api/leerlingen.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import { fingerprintInUse } from '../certificate/store.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { isAboutAdres } from '../leerlingen/hideAdres.ts';
import { displayName } from '../leerlingen/search.ts';
import { isAdresHidden } from '../leerlingen/visible.ts';
import { readSettings } from '../school/settings.ts';
import { toCompare } from './compareFirst.ts';
import { readHold, type Hold } from './hold.ts';
import { firstDeadline } from './deadline.ts';
import { offerableSql, settledBefore } from './offerAgain.ts';
import { placesOf } from './places.ts';
import { lastExchangeAt, nextPollAt } from './poll.ts';
import { sentenceOfCode } from './reason.ts';
import type { ExchangeRunner } from './runner.ts';
import { questionsWaiting } from './registratieoverzicht.ts';
import type { Schedule } from './schedule.ts';
import { questionsToKnow } from './toKnow.ts';
import type { bronStateOrder } from '../leerlingen/listIndex.ts';

function countsBy<K extends string>(keys: readonly K[], rows: readonly { state: K; n: number }[]): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** Inschrijvingen per BRON state, plus the pupils without one. */
function bronCounts(db: Connection): ExchangeOverview['counts'] {
  const rows = db
    .prepare<[], { state: (typeof bronStateOrder)[number]; n: number }>(
      'SELECT state, count(*) AS n FROM bron_state GROUP BY state',
    )
    .all();
  const without = db
    .prepare<[], { n: number }>(
      'SELECT count(*) AS n FROM leerling l WHERE NOT EXISTS (SELECT 1 FROM inschrijving i WHERE i.leerling_id = l.id)',
    )
    .get();
  return { ...countsBy(bronState.options, rows), 'geen inschrijving': without?.n ?? 0 };
}

const berichtCounts = (db: Connection): ExchangeOverview['berichten'] =>
  countsBy(
    berichtState.options,
    db
      .prepare<[], { state: BerichtState; n: number }>(
        `SELECT b.state, count(*) AS n FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id WHERE b.nr IN (3, 4) GROUP BY b.state`,
      )
      .all(),
  );

function holdOf(administration: Administration, { restoredAt, backupDay }: Hold): ExchangeOverview['hold'] {
  const questions = questionsToKnow(administration);
  const waiting = questionsWaiting(administration, questions).length;
  return {
    restoredAt,
    backupDay,
    daysToKnow: questions.filter(({ leerlingIds }) => !leerlingIds).map(({ peildatum }) => peildatum),
    pupilsToKnow: new Set(questions.flatMap(({ leerlingIds = [] }) => leerlingIds)).size,
    waiting,
    unasked: questions.length - waiting,
  };
}

/** What is where, what is going on, and what happens next. */
export function exchangeOverview(
  administration: Administration,
  runner: ExchangeRunner,
  schedule: Schedule,
): ExchangeOverview {
  const { db, clock } = administration;
  const { exchange } = readSettings(db);
  const oldest = db.prepare<[], { since: string | null }>('SELECT min(since) AS since FROM to_deliver').get()?.since;
  const deliverBy = firstDeadline(db);
  const next = nextPollAt(administration);
  const last = lastExchangeAt(administration);
  const hold = readHold(db);
  const differing = hold ? 0 : toCompare(db);
  const { nextAt: nextTurnAt, problem } = schedule.state;
  return {
    environment: { endpoint: exchange.endpoint, ca: exchange.caPem !== '' },
    certificateInstalled: fingerprintInUse(db, clock) !== undefined,
    counts: bronCounts(db),
    berichten: berichtCounts(db),
    ...placesOf(db, administration.clock),
    ...(hold ? { hold: holdOf(administration, hold) } : {}),
    ...(differing > 0 ? { toCompare: differing } : {}),
    ...(oldest ? { oldestChangeSince: oldest, ...(deliverBy ? { deliverBy } : {}) } : {}),
    ...(last ? { lastExchangeAt: last } : {}),
    ...(nextTurnAt ? { nextTurnAt } : {}),
    paused: problem?.paused ?? false,
    ...(next ? { nextPollAt: next.toISOString() } : {}),
    ...(runner.running ? { running: runner.running } : {}),
    ...(runner.lastResult ? { lastResult: runner.lastResult } : {}),
  };
}

/** Whether nothing of what BRON said to a melding `b` is open any more, in SQL. */
const settledSql = `(b.state = 'geregistreerd met signaal' AND NOT EXISTS (SELECT 1 FROM signaal s WHERE s.bericht_id = b.id AND s.state = 'open'))`;

interface Row {
  id: number;
  berichtidentificatie: string;
  state: BerichtState;
  leerling_id: number | null;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geheim: string | null;
  inschrijving_id: number | null;
  created_at: string;
  sent_at: string | null;
  attempts: number;
  next_attempt_at: string | null;
  last_error: string | null;
  findings: string | null;
  offerable: 0 | 1;
  settled: 0 | 1;
}

function toRow(administration: Administration, row: Row): BerichtRow {
  const findings = JSON.parse(row.findings ?? '[]') as Finding[];
  const adresHidden = isAdresHidden(administration, { geheim: row.geheim ?? undefined });
  const reason = row.last_error ? sentenceOfCode(row.last_error) : undefined;
  return {
    id: row.id,
    berichtidentificatie: row.berichtidentificatie,
    state: row.state,
    createdAt: row.created_at,
    attempts: row.attempts,
    offerable: row.offerable === 1,
    settled: row.settled === 1,
    findings: adresHidden ? findings.filter((finding) => !isAboutAdres(finding)) : findings,
    ...(row.leerling_id !== null
      ? {
          leerlingId: row.leerling_id,
          leerlingNaam: displayName(withoutNulls(row)),
        }
      : {}),
    ...(row.inschrijving_id !== null ? { inschrijvingId: row.inschrijving_id } : {}),
    ...(row.sent_at ? { sentAt: row.sent_at } : {}),
    ...(row.next_attempt_at ? { nextAttemptAt: row.next_attempt_at } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** A page of meldingen, newest first; without what is about an address that is kept from the caller. */
export function listBerichten(
  administration: Administration,
  query: Parsed<'exchange.berichten'>,
): { total: number; rows: BerichtRow[] } {
  const { db, clock } = administration;
  const where = `FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id JOIN leerling l ON l.id = i.leerling_id
    WHERE b.nr IN (3, 4) AND (:state IS NULL OR b.state = :state) AND (:leerling IS NULL OR i.leerling_id = :leerling)`;
  const filter = { state: query.state ?? null, leerling: query.leerlingId ?? null };
  const rows = db
    .prepare<[Record<string, string | number | null>], Row>(
      `SELECT b.*, ${offerableSql} AS offerable, ${settledSql} AS settled, i.leerling_id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geheim ${where} ORDER BY b.id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...filter, settled: settledBefore(clock).toISOString(), limit: query.limit, offset: query.offset });
  const total =
    db.prepare<[Record<string, string | number | null>], { n: number }>(`SELECT count(*) AS n ${where}`).get(filter)
      ?.n ?? 0;
  return { total, rows: rows.map((row) => toRow(administration, row)) };
}
