import type { Output } from '../../../shared/api/contract.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { hashOf } from './content.ts';
import { isConfirmed } from './confirmed.ts';
import { nextMeldingId } from './identification.ts';
import { envelopeOf } from './outbox.ts';
import { sentenceOfCode } from './reason.ts';

/** States in which a message about a pupil is drafted, or with BRON. */
const UNDER_WAY = "('opgesteld', 'tegengehouden', 'verzonden', 'onzeker', 'in behandeling')";

/** Whether an identificatieverzoek or wijziging sleutelgegevens of a pupil is drafted, or may be with BRON, and not settled yet. */
export const isLeerlingUnderWay = (db: Connection, leerlingId: number): boolean =>
  db.prepare(`SELECT 1 FROM bericht WHERE leerling_id = ? AND state IN ${UNDER_WAY}`).get(leerlingId) !== undefined;

/**
 * Drafts a message about a pupil (bericht 1, PvE 5.6.1; 2, PvE 5.6.2): immutable bytes under a new berichtidentificatie. Gives its id;
 * undefined when one is under way. Call it in a transaction.
 */
export function draftAboutLeerling<N extends 1 | 2>(
  { db, clock }: Administration,
  nr: N,
  leerlingId: number,
  content: Omit<Message<N>, 'berichtidentificatie'>,
): number | undefined {
  if (isLeerlingUnderWay(db, leerlingId)) return undefined;
  const { brinnummer, aanleverpunt } = readSchool(db);
  const berichtidentificatie = nextMeldingId(db, aanleverpunt);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, leerling_id, state, content, content_hash, body, created_at)
       VALUES (?, ?, ?, 'opgesteld', ?, ?, ?, ?)`,
    )
    .run(
      nr,
      berichtidentificatie,
      leerlingId,
      JSON.stringify(content),
      hashOf(content),
      envelopeOf(nr, berichtidentificatie, content, { brinnummer, aanleverpunt }),
      clock.now().toISOString(),
    );
  return Number(lastInsertRowid);
}

interface Last {
  nr: 1 | 2;
  state: BerichtState;
  at: string;
  last_error: string | null;
}

/** What BRON was asked last about a pupil, and whether it has confirmed the number. */
export function aboutLeerling(db: Connection, leerlingId: number): Output<'exchange.aboutLeerling'> {
  const last = db
    .prepare<[number], Last>(
      `SELECT nr, state, coalesce(answered_at, sent_at, created_at) AS at, last_error FROM bericht
       WHERE leerling_id = ? AND state <> 'vervallen' ORDER BY id DESC LIMIT 1`,
    )
    .get(leerlingId);
  const confirmed = isConfirmed(db, leerlingId);
  if (!last) return { confirmed };
  const { nr, state, at, last_error: error } = last;
  return { confirmed, last: { nr, state, at, ...(error ? { reason: sentenceOfCode(error) } : {}) } };
}
