import type { Output } from '../../../shared/api/contract.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { today } from '../../../shared/domain/clock.ts';
import { canonical } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { verzoekRegistratieoverzicht } from '../../../shared/pve/berichten/requests.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { readSchool } from '../school/settings.ts';
import { hashOf } from './content.ts';
import type { Question } from './gone.ts';
import { readHold } from './hold.ts';
import { nextMeldingId } from './identification.ts';
import { envelopeOf, wouldRefuseAgain } from './outbox.ts';
import { sentenceOfCode } from './reason.ts';
import { askedPerson } from './selection.ts';
import type { Registered } from './stand.ts';
import { questionsToKnow } from './toKnow.ts';

/** States in which BRON may still answer a verzoek. */
const UNANSWERED = "('opgesteld', 'verzonden', 'onzeker', 'in behandeling')";
/** Those in which it left. */
const WITH_BRON = "('verzonden', 'onzeker', 'in behandeling')";
/** How many verzoeken the screen shows. */
const SHOWN = 10;

/** What a verzoek says, without its berichtidentificatie (PvE 5.6.5). */
type Content = Omit<Message<5>, 'berichtidentificatie'>;

/** What is asked, as the message says it. @throws LasError not-found, overzicht-without-number */
function contentOfQuestion(db: Connection, { leerlingIds, ...selectie }: Question): Content {
  const persoon = leerlingIds?.map((id) => askedPerson(db, id));
  return canonical(verzoekRegistratieoverzicht, {
    selectiegegevens: [{ ...selectie, ...(persoon ? { persoon } : {}) }],
  });
}

/** The answer to a verzoek from before a restore may have come to the administration that was lost. */
const isAsked = (db: Connection, hash: string, states = UNANSWERED): boolean =>
  db
    .prepare<[string, number], { id: number }>(
      `SELECT id FROM bericht WHERE nr = 5 AND content_hash = ? AND id > ? AND state IN ${states} LIMIT 1`,
    )
    .get(hash, readHold(db)?.lastBericht ?? 0) !== undefined;

/** Whether BRON refused the newest verzoek that asked the same, for what it asks: it would refuse it again. */
function isRefused(db: Connection, hash: string): boolean {
  const newest = db
    .prepare<[string, number], { state: BerichtState; last_error: string | null }>(
      `SELECT state, last_error FROM bericht
       WHERE nr = 5 AND content_hash = ? AND id > ? AND state <> 'vervallen' ORDER BY id DESC LIMIT 1`,
    )
    .get(hash, readHold(db)?.lastBericht ?? 0);
  return newest !== undefined && wouldRefuseAgain(newest);
}

const hashOfQuestion = (db: Connection, question: Question): string => hashOf(contentOfQuestion(db, question));

/** What must be known before sending may go on, and of which BRON refused to tell: only a person can ask again. */
export const questionsRefused = (administration: Administration): Question[] =>
  questionsToKnow(administration).filter((question) =>
    isRefused(administration.db, hashOfQuestion(administration.db, question)),
  );

/** What must be known before sending may go on, and can be asked without a person. */
export const questionsUnasked = (administration: Administration): Question[] =>
  questionsToKnow(administration).filter((question) => {
    const hash = hashOfQuestion(administration.db, question);
    return !isAsked(administration.db, hash) && !isRefused(administration.db, hash);
  });

/** Of these questions those that BRON has yet to answer. */
export const questionsWaiting = ({ db }: Pick<Administration, 'db'>, questions: readonly Question[]): Question[] =>
  questions.filter((question) => isAsked(db, hashOfQuestion(db, question), WITH_BRON));

function draft({ db, clock }: Administration, content: Content, leerlingIds: readonly number[] | undefined): void {
  const { brinnummer, aanleverpunt } = readSchool(db);
  const berichtidentificatie = nextMeldingId(db, aanleverpunt);
  const { peildatum, vestigingsvolgnummer = null } = content.selectiegegevens?.[0] ?? {};
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
  db.prepare(
    'INSERT INTO registratieoverzicht (bericht_id, peildatum, vestigingsvolgnummer, leerlingen) VALUES (?, ?, ?, ?)',
  ).run(lastInsertRowid, peildatum, vestigingsvolgnummer, leerlingIds?.length ?? null);
  const name = db.prepare('INSERT INTO registratieoverzicht_leerling (bericht_id, leerling_id) VALUES (?, ?)');
  for (const id of leerlingIds ?? []) name.run(lastInsertRowid, id);
}

/** What a person asks for; left out: a day that suits, every vestiging, all pupils. */
export interface Asked {
  peildatum?: string | undefined;
  vestigingsvolgnummer?: string | undefined;
  leerlingIds?: readonly number[] | undefined;
}

/** What to ask; without a day of all pupils what is missing while sending is held, else today. */
function questionsOf(administration: Administration, asked: Asked): Question[] {
  const { peildatum, vestigingsvolgnummer, leerlingIds } = asked;
  const ofAll = peildatum === undefined && vestigingsvolgnummer === undefined && leerlingIds === undefined;
  const missing = ofAll ? questionsToKnow(administration) : [];
  if (missing.length > 0) return missing;
  return [
    {
      peildatum: peildatum ?? today(administration.clock),
      ...(vestigingsvolgnummer === undefined ? {} : { vestigingsvolgnummer }),
      ...(leerlingIds === undefined ? {} : { leerlingIds: [...new Set(leerlingIds)].sort((a, b) => a - b) }),
    },
  ];
}

/**
 * Drafts verzoeken registratieoverzicht (bericht 5) of all pupils, of a vestiging or of these pupils. What was asked and not yet
 * answered is not asked again. @throws LasError not-found, overzicht-without-number
 */
export function draftVerzoeken(administration: Administration, asked: Asked): void {
  const { db } = administration;
  db.transaction(() => {
    for (const question of questionsOf(administration, asked)) {
      const content = contentOfQuestion(db, question);
      if (!isAsked(db, hashOf(content))) draft(administration, content, question.leerlingIds);
    }
  }).immediate();
}

interface Row {
  id: number;
  peildatum: string;
  vestigingsvolgnummer: string | null;
  leerlingen: number | null;
  leerling_id: number | null;
  state: BerichtState;
  created_at: string;
  received_at: string | null;
  matched: number | null;
  unmatched: number | null;
  missing: number | null;
  last_error: string | null;
}

/** The name of the pupil of whom a verzoek was asked, when that is one who is here. */
function nameIn(db: Connection, { leerlingen, leerling_id: id }: Row): { naam?: string } {
  const isHere = leerlingen === 1 && id !== null && db.prepare('SELECT 1 FROM leerling WHERE id = ?').get(id);
  return isHere ? { naam: displayName(readLeerling(db, id).gegevens) } : {};
}

/** The newest verzoeken and what came of them; of those that ask for a pupil, or of all. */
export function listRegistratieoverzichten(
  db: Connection,
  { leerlingId }: { leerlingId?: number | undefined },
): Output<'exchange.registratieoverzichten'> {
  const rows = db
    .prepare<{ leerlingId: number | null; limit: number }, Row>(
      `SELECT b.id, r.peildatum, r.vestigingsvolgnummer, r.leerlingen, b.state, b.created_at, r.received_at, r.matched, r.unmatched,
         r.missing, b.last_error,
         (SELECT l.leerling_id FROM registratieoverzicht_leerling l WHERE l.bericht_id = b.id LIMIT 1) AS leerling_id
       FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id
       WHERE :leerlingId IS NULL OR b.id IN (SELECT bericht_id FROM registratieoverzicht_leerling WHERE leerling_id = :leerlingId)
       ORDER BY b.id DESC LIMIT :limit`,
    )
    .all({ leerlingId: leerlingId ?? null, limit: SHOWN });
  return {
    rows: rows.map((row) => ({
      id: row.id,
      peildatum: row.peildatum,
      ...(row.vestigingsvolgnummer === null ? {} : { vestigingsvolgnummer: row.vestigingsvolgnummer }),
      ...(row.leerlingen === null ? {} : { leerlingen: row.leerlingen, ...nameIn(db, row) }),
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
