import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { encodeEnvelope } from '../../../shared/pve/berichten/soap.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { contentOfInschrijving } from './content.ts';
import { nextMeldingId } from './identification.ts';
import { lapseDraftSql } from './known.ts';
import { awaitedStart } from './precedence.ts';
import { removalDue, type RemovalContent } from './removalContent.ts';
import { refreshInschrijving } from './state.ts';
import { blocking, findingsOf, type Delivery } from './voorcontrole.ts';

/** A message of this inschrijving that was drafted but has never left, and the last one that has. */
interface Earlier {
  id: number;
  state: string;
  content_hash: string;
  last_error: string | null;
  override_reason: string | null;
}

const hashToDeliver = (db: Connection, inschrijvingId: number): string | undefined =>
  db
    .prepare<[number], { content_hash: string }>('SELECT content_hash FROM to_deliver WHERE inschrijving_id = ?')
    .get(inschrijvingId)?.content_hash;

const newest = (db: Connection, inschrijvingId: number): Earlier | undefined =>
  db
    .prepare<[number], Earlier>(
      "SELECT id, state, content_hash, last_error, override_reason FROM bericht WHERE inschrijving_id = ? AND state <> 'vervallen' ORDER BY id DESC LIMIT 1",
    )
    .get(inschrijvingId);

/** Refused for its form: the same content would be refused again. The other refusals (certificate, envelope) are not about the content. */
export const REFUSED_FOR_CONTENT = '359';

/** Whether BRON refused a message for what it says, so that it would refuse the same again. */
export const wouldRefuseAgain = (bericht: { state: BerichtState; last_error: string | null }): boolean =>
  bericht.state === 'afgekeurd' || (bericht.state === 'geweigerd' && bericht.last_error === REFUSED_FOR_CONTENT);

/** Whether a new message has to be drafted, given the newest one. One that may be with BRON is left alone. */
function mustDraft(earlier: Earlier | undefined, hash: string): boolean {
  if (!earlier) return true;
  const same = earlier.content_hash === hash;
  switch (earlier.state) {
    case 'verzonden':
    case 'onzeker':
    case 'in behandeling':
      return false;
    case 'opgesteld':
      return !same;
    case 'tegengehouden':
      // Held back anew each time: what is wrong may depend on the date of delivery.
      return true;
    case 'afgekeurd':
      return !same;
    case 'geweigerd':
      return !same || earlier.last_error !== REFUSED_FOR_CONTENT;
    default:
      return true;
  }
}

interface Draft {
  nr: 3 | 4;
  content: MeldingContent | RemovalContent;
  findings: Finding[];
}

const neverLeft = (state: string) => state === 'opgesteld' || state === 'tegengehouden';

/** Whether a run would draft a melding, other than to judge anew what was held back as it is here. */
export const hasNews = (db: Connection): boolean =>
  toDeliver(db).some((id) => {
    if (awaitedStart(db, id) !== undefined) return false;
    const hash = hashToDeliver(db, id) ?? '';
    const earlier = newest(db, id);
    return !(earlier?.state === 'tegengehouden' && earlier.content_hash === hash) && mustDraft(earlier, hash);
  });

/** A draft that never left must not leave any more once BRON has what is kept here: the change it held was undone. */
export function lapseUndone({ db, clock }: Administration): void {
  db.transaction(() => {
    const rows = db
      .prepare<[], { inschrijving_id: number }>(
        `UPDATE bericht SET ${lapseDraftSql} WHERE nr IN (3, 4) AND state IN ('opgesteld', 'tegengehouden')
           AND NOT EXISTS (SELECT 1 FROM to_deliver d WHERE d.inschrijving_id = bericht.inschrijving_id) RETURNING inschrijving_id`,
      )
      .all();
    for (const { inschrijving_id: id } of rows) refreshInschrijving(db, clock, id);
  }).immediate();
}

/** What has to be delivered of an inschrijving now: a verwijdering goes before anything else. */
function contentDue(db: Connection, id: number, delivery: Delivery): Draft {
  const removal = removalDue(db, id);
  if (removal) return { nr: 4, content: removal, findings: [] };
  const content = contentOfInschrijving(db, id);
  return { nr: 3, content, findings: findingsOf(delivery, content) };
}

/**
 * Drafts the message of one inschrijving: immutable bytes under a new berichtidentificatie, held back when a hard controle
 * fails that the LAS can decide. Gives its state, `waiting` when BRON must settle another one first, or undefined when there is nothing
 * to draft.
 * @param delivery `deliveryNow`, read in the same transaction
 */
export function draftBericht(
  administration: Administration,
  id: number,
  round: number,
  delivery: Delivery,
): 'opgesteld' | 'tegengehouden' | 'waiting' | undefined {
  const { db, clock } = administration;
  return db
    .transaction(() => {
      // Read here: a person may have changed the inschrijving since the run began.
      const hash = hashToDeliver(db, id);
      const earlier = newest(db, id);
      if (hash === undefined || !mustDraft(earlier, hash)) return undefined;
      if (awaitedStart(db, id) !== undefined) return 'waiting';
      const { nr, content, findings } = contentDue(db, id, delivery);
      if (earlier?.state === 'tegengehouden' && earlier.content_hash === hash && blocking(findings).length > 0) {
        db.prepare('UPDATE bericht SET findings = ?, round = ? WHERE id = ?').run(
          JSON.stringify(findings),
          round,
          earlier.id,
        );
        return 'tegengehouden';
      }
      if (earlier && neverLeft(earlier.state))
        db.prepare(`UPDATE bericht SET ${lapseDraftSql} WHERE id = ?`).run(earlier.id);
      const state = blocking(findings).length > 0 ? 'tegengehouden' : 'opgesteld';
      const { brinnummer, aanleverpunt } = readSchool(db);
      const berichtidentificatie = nextMeldingId(db, aanleverpunt);
      // A held-back content may hold what XML cannot carry; its bytes are made when it is let through.
      const body =
        state === 'opgesteld' ? envelopeOf(nr, berichtidentificatie, content, { brinnummer, aanleverpunt }) : null;
      db.prepare(
        `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, body, findings, created_at, round)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        nr,
        berichtidentificatie,
        id,
        state,
        JSON.stringify(content),
        hash,
        body,
        JSON.stringify(findings),
        clock.now().toISOString(),
        round,
      );
      refreshInschrijving(db, clock, id);
      return state;
    })
    .immediate();
}

/** The bytes of a message. */
export const envelopeOf = (
  nr: 1 | 2 | 3 | 4 | 5,
  berichtidentificatie: string,
  content: object,
  school: { brinnummer: string; aanleverpunt: string },
): Buffer =>
  Buffer.from(
    encodeEnvelope(
      nr,
      { berichtidentificatie, ...content },
      { brinnummer: school.brinnummer, aanleverpuntnummer: school.aanleverpunt },
    ),
    'utf8',
  );

/** The inschrijvingen that BRON does not have as they are here, oldest change first. */
export const toDeliver = (db: Connection): number[] =>
  db
    .prepare<[], { inschrijving_id: number }>('SELECT inschrijving_id FROM to_deliver ORDER BY since, inschrijving_id')
    .all()
    .map(({ inschrijving_id: id }) => id);
