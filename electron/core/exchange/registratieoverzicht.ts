import type { Output } from '../../../shared/api/contract.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { today } from '../../../shared/domain/clock.ts';
import { canonical } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { verzoekRegistratieoverzicht } from '../../../shared/pve/berichten/requests.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import { readSchool } from '../school/settings.ts';
import { hashOf } from './content.ts';
import { daysToKnow, readHold } from './hold.ts';
import { nextMeldingId } from './identification.ts';
import { envelopeOf, REFUSED_FOR_CONTENT } from './outbox.ts';
import { sentenceOfCode } from './reason.ts';
import type { Registered } from './stand.ts';

/** States in which BRON may still answer a verzoek. */
const UNANSWERED = "('opgesteld', 'verzonden', 'onzeker', 'in behandeling')";
/** How many verzoeken the screen shows. */
const SHOWN = 10;

/** The answer to a verzoek from before a restore may have come to the administration that was lost. */
const isAsked = (db: Connection, peildatum: string): boolean =>
  db
    .prepare<[string, number], { id: number }>(
      `SELECT b.id FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id
       WHERE r.peildatum = ? AND b.id > ? AND b.state IN ${UNANSWERED} LIMIT 1`,
    )
    .get(peildatum, readHold(db)?.lastBericht ?? 0) !== undefined;

/** Whether BRON refused the newest verzoek about a day, for what it asks: it would refuse it again. */
function isRefused(db: Connection, peildatum: string): boolean {
  const newest = db
    .prepare<[string, number], { state: BerichtState; last_error: string | null }>(
      `SELECT b.state, b.last_error FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id
       WHERE r.peildatum = ? AND b.id > ? AND b.state <> 'vervallen' ORDER BY b.id DESC LIMIT 1`,
    )
    .get(peildatum, readHold(db)?.lastBericht ?? 0);
  return newest?.state === 'afgekeurd' || (newest?.state === 'geweigerd' && newest.last_error === REFUSED_FOR_CONTENT);
}

/** Days that must be known before sending may go on, and of which BRON refused to tell: only a person can ask again. */
export const daysRefused = (administration: Administration): string[] =>
  daysToKnow(administration).filter((day) => isRefused(administration.db, day));

/** Days that must be known before sending may go on, and that can be asked without a person. */
export const daysUnasked = (administration: Administration): string[] =>
  daysToKnow(administration).filter((day) => !isAsked(administration.db, day) && !isRefused(administration.db, day));

function draft({ db, clock }: Administration, peildatum: string): void {
  const { brinnummer, aanleverpunt } = readSchool(db);
  const berichtidentificatie = nextMeldingId(db, aanleverpunt);
  const content = canonical(verzoekRegistratieoverzicht, { selectiegegevens: [{ peildatum }] }) as Message<5>;
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO bericht (nr, berichtidentificatie, state, content, content_hash, body, created_at) VALUES (5, ?, 'opgesteld', ?, ?, ?, ?)",
    )
    .run(
      berichtidentificatie,
      JSON.stringify(content),
      hashOf(content),
      envelopeOf(5, berichtidentificatie, content, { brinnummer, aanleverpunt }),
      clock.now().toISOString(),
    );
  db.prepare('INSERT INTO registratieoverzicht (bericht_id, peildatum) VALUES (?, ?)').run(lastInsertRowid, peildatum);
}

/**
 * Drafts a verzoek registratieoverzicht (bericht 5) of all pupils for `peildatum`; without one for the days that are missing while
 * sending is held, else for today. What was asked and not yet answered is not asked again.
 */
export function draftVerzoeken(administration: Administration, peildatum?: string): void {
  const { db, clock } = administration;
  db.transaction(() => {
    const missing = daysToKnow(administration);
    const days = peildatum !== undefined ? [peildatum] : missing.length > 0 ? missing : [today(clock)];
    for (const day of days) if (!isAsked(db, day)) draft(administration, day);
  }).immediate();
}

interface Row {
  id: number;
  peildatum: string;
  state: BerichtState;
  created_at: string;
  received_at: string | null;
  matched: number | null;
  unmatched: number | null;
  missing: number | null;
  last_error: string | null;
}

/** The newest verzoeken and what came of them. */
export function listRegistratieoverzichten(db: Connection): Output<'exchange.registratieoverzichten'> {
  const rows = db
    .prepare<[number], Row>(
      `SELECT b.id, r.peildatum, b.state, b.created_at, r.received_at, r.matched, r.unmatched, r.missing, b.last_error
       FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id ORDER BY b.id DESC LIMIT ?`,
    )
    .all(SHOWN);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      peildatum: row.peildatum,
      state: row.state,
      requestedAt: row.created_at,
      ...(row.last_error ? { reason: sentenceOfCode(row.last_error) } : {}),
      ...(row.received_at
        ? {
            received: {
              at: row.received_at,
              matched: row.matched ?? 0,
              unmatched: row.unmatched ?? 0,
              missing: row.missing ?? 0,
            },
          }
        : {}),
    })),
  };
}

interface UnmatchedRow {
  id: number;
  datum_inschrijving: string;
  datum_uitschrijving: string | null;
  content: string;
}

/** A page of what BRON has registered and matches no inschrijving here, oldest inschrijving first. */
export function listUnmatched(
  db: Connection,
  { offset, limit }: { offset: number; limit: number },
): Output<'exchange.unmatched'> {
  const total = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM unmatched_stand').get()?.n ?? 0;
  const rows = db
    .prepare<[number, number], UnmatchedRow>(
      'SELECT id, datum_inschrijving, datum_uitschrijving, content FROM unmatched_stand ORDER BY datum_inschrijving, id LIMIT ? OFFSET ?',
    )
    .all(limit, offset);
  return {
    total,
    rows: rows.map((row) => {
      const { achternaam, voorvoegsel, voornamen, geboortedatum, meldinggegevens } = JSON.parse(
        row.content,
      ) as Registered;
      const aanleverpunt = meldinggegevens?.[0]?.aanleverpuntnummer;
      return {
        id: row.id,
        naam: displayName({ achternaam, voorvoegsel, voornamen }),
        datumInschrijving: row.datum_inschrijving,
        ...(geboortedatum ? { geboortedatum } : {}),
        ...(row.datum_uitschrijving ? { datumUitschrijving: row.datum_uitschrijving } : {}),
        ...(aanleverpunt ? { aanleverpunt } : {}),
      };
    }),
  };
}
