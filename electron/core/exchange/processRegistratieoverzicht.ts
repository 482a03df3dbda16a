import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import { gegevenSql } from './content.ts';
import { noteGone } from './hold.ts';
import { matchOf, type Match } from './match.ts';
import { takeGone } from './removal.ts';
import { covers, isWhole, selectionOf, type KeptSelection, type Selection } from './selection.ts';
import { acceptedFrom, asAntwoord, meldingOf, writeStand, type Registered } from './stand.ts';
import { refreshInschrijving } from './state.ts';
import { endHoldWhenKnown } from './toKnow.ts';

/** The verzoek (bericht 5) that a bericht 12 or 13 answers. */
export interface Verzoek extends KeptSelection {
  id: number;
  state: string;
  sent_at: string;
}

const PERSONS_PER_SLICE = 10;
const STANDS_PER_SLICE = 300;
const WAITING = "('verzonden', 'onzeker', 'in behandeling')";

/** The verzoek with this berichtidentificatie. */
export const findVerzoek = (db: Connection, berichtidentificatie: string | undefined): Verzoek | undefined =>
  db
    .prepare<[string], Verzoek>(
      `SELECT b.id, b.state, coalesce(b.sent_at, b.created_at) AS sent_at, b.content, r.leerlingen
       FROM bericht b JOIN registratieoverzicht r ON r.bericht_id = b.id WHERE b.nr = 5 AND b.berichtidentificatie = ?`,
    )
    .get(berichtidentificatie ?? '');

/** Whether what is kept of an inschrijving came after the verzoek was sent, by another melding: then it is newer than the overview. */
function isNewer(db: Connection, inschrijvingId: number, verzoek: Verzoek, registered: Registered): boolean {
  const stand = db
    .prepare<[number], { berichtidentificatie: string | null; registered_at: string | null }>(
      'SELECT berichtidentificatie, registered_at FROM bron_stand WHERE inschrijving_id = ?',
    )
    .get(inschrijvingId);
  if (!stand || (stand.registered_at ?? '') <= verzoek.sent_at) return false;
  const known = meldingOf(registered);
  return stand.berichtidentificatie !== known && byId(db, stand.berichtidentificatie) > byId(db, known);
}

/** The place of a melding in the order in which they were made; 0 when it is none of ours. */
const byId = (db: Connection, berichtidentificatie: string | null | undefined): number =>
  db
    .prepare<[string], { id: number }>('SELECT id FROM bericht WHERE berichtidentificatie = ?')
    .get(berichtidentificatie ?? '')?.id ?? 0;

/**
 * Whether BRON has removed what this says since it was asked: it came of a melding of ours that was made before a verwijdering which was
 * carried out. The answer to a verzoek can come after that to a verwijdering that left later; in one bundle it does (PvE 5.6.7).
 */
const isOver = (db: Connection, registered: Registered, { id, sent_at: sentAt }: Verzoek): boolean =>
  db
    .prepare(
      `SELECT 1 FROM bericht m JOIN bericht v ON v.inschrijving_id = m.inschrijving_id AND v.id > m.id
       WHERE m.nr = 3 AND m.berichtidentificatie = ? AND v.nr = 4 AND v.state = 'verwijderd' AND (v.id > ? OR v.answered_at >= ?) LIMIT 1`,
    )
    .get(meldingOf(registered) ?? '', id, sentAt) !== undefined;

function keepMatched({ db, clock }: Administration, registered: Registered, match: Match, verzoek: Verzoek): void {
  const { inschrijvingId, melding } = match;
  if (isNewer(db, inschrijvingId, verzoek, registered)) return;
  const accepted = melding?.accepted ?? acceptedFrom(db, inschrijvingId, registered);
  writeStand(db, clock, inschrijvingId, asAntwoord(registered), accepted);
  if (melding) {
    // Its terugkoppeling may have come before the restore; with it went the signalen.
    db.prepare(`UPDATE bericht SET state = 'geregistreerd', answered_at = ? WHERE id = ? AND state IN ${WAITING}`).run(
      clock.now().toISOString(),
      melding.id,
    );
  }
  refreshInschrijving(db, clock, inschrijvingId);
}

function keepUnmatched(db: Connection, registered: Registered, verzoek: Verzoek): void {
  const found = inschrijvingIn(registered);
  db.prepare(
    `INSERT INTO unmatched_stand (bericht_id, pgn, kind, datum_inschrijving, datum_uitschrijving, content) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (pgn, kind, datum_inschrijving) DO UPDATE SET bericht_id = excluded.bericht_id,
       datum_uitschrijving = excluded.datum_uitschrijving, content = excluded.content`,
  ).run(
    verzoek.id,
    registered.burgerservicenummer ?? registered.onderwijsnummer ?? '',
    found?.kind ?? '',
    found?.inschrijving.datumInschrijving ?? '',
    found?.inschrijving.datumUitschrijving ?? null,
    JSON.stringify(registered),
  );
}

/** Whether BRON may have registered something else since: another vestiging, or other sleutelgegevens. */
const isChanging = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare(
      `SELECT 1 FROM inschrijving i JOIN bericht b ON (b.nr = 3 AND b.inschrijving_id = i.id) OR (b.nr = 2 AND b.leerling_id = i.leerling_id)
       WHERE i.id = ? AND b.state IN ${WAITING} LIMIT 1`,
    )
    .get(inschrijvingId) !== undefined;

/** Whether an inschrijving that BRON had as this stand says would be in the answer, if BRON still had it. */
const isExpected = (db: Connection, selection: Selection, { inschrijving_id: id, content }: StandRow): boolean =>
  isWhole(selection) || (covers(selection, JSON.parse(content) as Message<10>) && !isChanging(db, id));

interface StandRow {
  inschrijving_id: number;
  content: string;
  /** Whether it was known before the verzoek, and is in force on the peildatum. */
  due: 0 | 1;
}

/** What was kept as registered on the peildatum before the verzoek, was asked for and is not in the answer: BRON has it no longer. */
async function forgetMissing(
  administration: Administration,
  verzoek: Verzoek,
  seen: ReadonlySet<number>,
): Promise<number> {
  const { db, clock } = administration;
  const { sent_at: sentAt } = verzoek;
  const selection = selectionOf(verzoek);
  const { peildatum } = selection;
  let missing = 0;
  let last = 0;
  const slice = db.prepare<[Record<string, string | number>], StandRow>(
    `SELECT inschrijving_id, content, registered_at <= :sentAt
       AND ${gegevenSql('content', 'datumInschrijving')} <= :peildatum
       AND coalesce(${gegevenSql('content', 'datumUitschrijving')}, '9999-12-31') >= :peildatum AS due
     FROM bron_stand WHERE inschrijving_id > :last ORDER BY inschrijving_id LIMIT :limit`,
  );
  for (;;) {
    const rows = slice.all({ sentAt, peildatum, last, limit: STANDS_PER_SLICE });
    const end = rows.at(-1);
    if (!end) return missing;
    last = end.inschrijving_id;
    const gone = rows.filter(
      (row) => row.due === 1 && !seen.has(row.inschrijving_id) && isExpected(db, selection, row),
    );
    missing += gone.length;
    db.transaction(() => {
      for (const { inschrijving_id: id } of gone) {
        db.prepare(
          `UPDATE bericht SET state = 'verwijderd', answered_at = ?, next_attempt_at = NULL
           WHERE inschrijving_id = ? AND nr = 4 AND state IN ${WAITING}`,
        ).run(clock.now().toISOString(), id);
        takeGone(administration, id);
      }
      noteGone(
        db,
        gone.map(({ inschrijving_id: id }) => id),
      );
    }).immediate();
    await giveWay();
  }
}

/**
 * Processes a registratieoverzicht (bericht 12), of all pupils or of some: what BRON has of an inschrijving becomes its stand, what matches nothing
 * is kept apart. In slices; an interrupted program does it again from the start, which gives the same. `finish` runs in the last
 * transaction.
 */
export async function processRegistratieoverzicht(
  administration: Administration,
  message: Message<12>,
  verzoek: Verzoek,
  finish: () => void,
): Promise<void> {
  const { db, clock } = administration;
  const persons = message.persoon ?? [];
  const seen = new Set<number>();
  let [matched, unmatched] = [0, 0];
  for (let start = 0; start < persons.length; start += PERSONS_PER_SLICE) {
    db.transaction(() => {
      for (const registered of persons.slice(start, start + PERSONS_PER_SLICE)) {
        if (isOver(db, registered, verzoek)) continue;
        const match = matchOf(db, registered);
        if (match) {
          matched += 1;
          seen.add(match.inschrijvingId);
          keepMatched(administration, registered, match, verzoek);
        } else {
          unmatched += 1;
          keepUnmatched(db, registered, verzoek);
        }
      }
    }).immediate();
    await giveWay();
  }
  const missing = await forgetMissing(administration, verzoek, seen);
  db.transaction(() => {
    forgetResolved(db, verzoek);
    const at = clock.now().toISOString();
    db.prepare(
      'UPDATE registratieoverzicht SET received_at = ?, matched = ?, unmatched = ?, missing = ? WHERE bericht_id = ?',
    ).run(at, matched, unmatched, missing, verzoek.id);
    db.prepare("UPDATE bericht SET state = 'geregistreerd', answered_at = ?, next_attempt_at = NULL WHERE id = ?").run(
      at,
      verzoek.id,
    );
    finish();
    endHoldWhenKnown(administration);
  }).immediate();
}

/** What an earlier overview had for the peildatum and this one has not though it was asked for, or what has found its inschrijving since. */
function forgetResolved(db: Connection, verzoek: Verzoek): void {
  const selection = selectionOf(verzoek);
  const { peildatum } = selection;
  const earlier = db
    .prepare<[number, string, string], { id: number; content: string }>(
      `SELECT id, content FROM unmatched_stand
       WHERE bericht_id <> ? AND datum_inschrijving <= ? AND coalesce(datum_uitschrijving, '9999-12-31') >= ?`,
    )
    .all(verzoek.id, peildatum, peildatum);
  const forget = db.prepare('DELETE FROM unmatched_stand WHERE id = ?');
  for (const { id, content } of earlier)
    if (covers(selection, asAntwoord(JSON.parse(content) as Registered))) forget.run(id);
}
