import { LasError, type ErrorParams } from '../../../shared/api/errors.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { momentInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { gegevenSql } from './content.ts';
import { refuseWhileHeld } from './hold.ts';
import { giveUpSql } from './known.ts';
import { covers, selectionOf, type KeptSelection } from './selection.ts';
import { refreshInschrijving } from './state.ts';

/** BRON works off what it received within a day (assumed): what it does not have by then it did not get. */
const SETTLED_MS = 24 * 60 * 60_000;

/** What was offered before this moment has had the time to be settled. */
export const settledBefore = (clock: Clock): Date => new Date(clock.now().getTime() - SETTLED_MS);

const isNewestSql = `NOT EXISTS (SELECT 1 FROM bericht x WHERE x.inschrijving_id = b.inschrijving_id AND x.id > b.id AND x.state <> 'vervallen')`;
const waitingSql = '(SELECT d.content_hash FROM to_deliver d WHERE d.inschrijving_id = b.inschrijving_id)';

/** Whether a melding `b` is one that a person may want to offer again, in SQL. Named parameter `settled`. */
export const offerableSql = `((b.state IN ('afgekeurd', 'geweigerd') AND b.content_hash = ${waitingSql}
  OR b.state IN ('onzeker', 'in behandeling') AND b.created_at <= :settled) AND ${isNewestSql})`;

/** What says in which period an inschrijving is in force, in SQL: the melding itself; of a verwijdering what BRON has. */
const inschrijvingSql = `iif(b.nr = 3, b.content, (SELECT s.content FROM bron_stand s WHERE s.inschrijving_id = b.inschrijving_id))`;

interface Offered {
  id: number;
  inschrijving_id: number;
  state: BerichtState;
  content_hash: string;
  /** The inschrijving that it is about; null when that is not known. */
  content: string | null;
  sent_at: string | null;
  bron_day: string | null;
  datum_inschrijving: string | null;
  datum_uitschrijving: string | null;
  /** Whether it is the newest of its inschrijving. */
  newest: 0 | 1;
  /** Hash of what has to be delivered; null when BRON has it. */
  waiting: string | null;
}

const readOffered = (db: Connection, berichtId: number): Offered | undefined =>
  db
    .prepare<[number], Offered>(
      `SELECT b.id, b.inschrijving_id, b.state, b.content_hash, ${inschrijvingSql} AS content, b.sent_at, b.bron_day,
         ${gegevenSql(inschrijvingSql, 'datumInschrijving')} AS datum_inschrijving,
         ${gegevenSql(inschrijvingSql, 'datumUitschrijving')} AS datum_uitschrijving,
         ${isNewestSql} AS newest, ${waitingSql} AS waiting
       FROM bericht b WHERE b.id = ? AND b.nr IN (3, 4)`,
    )
    .get(berichtId);

/**
 * Whether a registratieoverzicht has shown that BRON did not get a message that is still under way: asked a day after it was last
 * offered by the clock of this computer, and on a later day by BRON's own dates, of a day and a selection in which the inschrijving would be. Had
 * it named the melding, or had it the inschrijving to be removed no longer, the message would be under way no longer.
 */
const isShownMissing = (db: Connection, offered: Offered): boolean =>
  db
    .prepare<[Record<string, string | null>], KeptSelection>(
      `SELECT v.content, r.leerlingen FROM bericht v JOIN registratieoverzicht r ON r.bericht_id = v.id
       WHERE v.nr = 5 AND r.received_at IS NOT NULL AND v.bron_day > :bronDay AND v.sent_at >= :settled
         AND r.peildatum BETWEEN :from AND coalesce(:until, '9999-12-31')`,
    )
    .all({
      bronDay: offered.bron_day,
      settled: settledAt(offered).toISOString(),
      from: offered.datum_inschrijving,
      until: offered.datum_uitschrijving,
    })
    .some((kept) => covers(selectionOf(kept), JSON.parse(offered.content ?? '{}') as MeldingContent));

/** A day (yyyy-mm-dd) on which a registratieoverzicht would show the inschrijving: today, or the nearest day that it is in force. */
function dayToAsk(clock: Clock, { datum_inschrijving: from, datum_uitschrijving: until }: Offered): string {
  const now = today(clock);
  if (until !== null && until < now) return until;
  return from !== null && from > now ? from : now;
}

const settledAt = ({ sent_at: sentAt }: Offered): Date => new Date(Date.parse(sentAt ?? '') + SETTLED_MS);

/** BRON has answered: it did not register the melding. Offering it again only makes sense with the same content. */
const refuseAnswered = (_: Administration, { content_hash: hash, waiting }: Offered): void => {
  if (waiting === null) throw new LasError('offer-again-not-needed');
  if (waiting !== hash) throw new LasError('offer-again-changed');
};

/** BRON may have the melding: nothing new leaves before it is shown that it has not. */
const refuseUncertain = ({ db, clock }: Administration, offered: Offered): void => {
  if (isShownMissing(db, offered)) return;
  const settled = settledAt(offered);
  const params: ErrorParams = {
    moment: momentInNetherlands(settled),
    day: formatDutchDate(dayToAsk(clock, offered)),
  };
  throw new LasError(clock.now() < settled ? 'offer-again-too-early' : 'offer-again-unknown', params);
};

/** What stands in the way, by the state of the melding; a state that is not named cannot be offered again. */
const refusals: Partial<Record<BerichtState, typeof refuseAnswered>> = {
  afgekeurd: refuseAnswered,
  geweigerd: refuseAnswered,
  onzeker: refuseUncertain,
  'in behandeling': refuseUncertain,
};

/**
 * Gives a melding up, so that the next run offers the inschrijving in a new one, under a new berichtidentificatie. Who and why stays in
 * the log of changes. @throws LasError sending-held, and those of `offer-again`
 */
export function offerAgain(administration: Administration, berichtId: number, reason: string): void {
  const { db, clock } = administration;
  db.transaction(() => {
    refuseWhileHeld(db);
    const offered = readOffered(db, berichtId);
    const refuse = offered && refusals[offered.state];
    if (!refuse || offered.newest === 0) throw new LasError('offer-again-not-needed');
    refuse(administration, offered);
    lapse(db, offered);
    noteEvent(administration, { entity: 'bericht', entityId: berichtId }, 'offeredAgain', reason);
    refreshInschrijving(db, clock, offered.inschrijving_id);
  }).immediate();
}

/** The melding, and earlier ones with the same content that BRON did not register, with their signalen. */
function lapse(db: Connection, { id, inschrijving_id: inschrijvingId, content_hash: hash }: Offered): void {
  const lapsed = db
    .prepare<[number, number, string], number>(
      `UPDATE bericht SET ${giveUpSql} WHERE inschrijving_id = ?
         AND (id = ? OR (content_hash = ? AND state IN ('afgekeurd', 'geweigerd'))) RETURNING id`,
    )
    .pluck()
    .all(inschrijvingId, id, hash);
  db.prepare("UPDATE signaal SET state = 'vervallen' WHERE bericht_id IN (SELECT value FROM json_each(?))").run(
    JSON.stringify(lapsed),
  );
}
