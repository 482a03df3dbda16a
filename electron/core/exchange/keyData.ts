import { adresSince } from '../../../shared/domain/adres.ts';
import { keyDataChange, type KeyData } from '../../../shared/domain/proposals/keyData.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { judgeWijziging } from '../../../shared/pve/controles/sleutelgegevens.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readContact, readLeerling } from '../leerlingen/repository.ts';
import { draftAboutLeerling, isLeerlingUnderWay } from './aboutLeerling.ts';
import { hashOf } from './content.ts';
import { isUnderWay, keyDataUnderWaySql, lapseDraftSql } from './known.ts';
import { REFUSED_FOR_CONTENT } from './outbox.ts';
import { blocking, deliveryNow, holdsUnwritable } from './voorcontrole.ts';

/** Whether BRON has a pupil under an onderwijsnummer, in SQL, by its stand `s`. */
const byOnderwijsnummer = "s.content ->> '$.persoon[0].onderwijsnummer' IS NOT NULL";

/** What the wijziging sleutelgegevens of a pupil has to say; undefined when there is nothing to say, or the pupil lies in the bin. */
function keyDataDue(db: Connection, leerlingId: number): KeyData | undefined {
  const content = db
    .prepare<[number], string>(
      `SELECT s.content FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id
       WHERE i.leerling_id = ? AND ${byOnderwijsnummer}
       ORDER BY s.registered_at DESC, s.inschrijving_id DESC LIMIT 1`,
    )
    .pluck()
    .get(leerlingId);
  const [known] = (JSON.parse(content ?? '{}') as Message<10>).persoon ?? [];
  if (!known) return undefined;
  const { gegevens } = readLeerling(db, leerlingId);
  return keyDataChange(known, { ...gegevens, adresSince: adresSince(readContact(db, leerlingId).formerAdres) });
}

/** Whether BRON refused this very change, for what it says: it would refuse it again (793 when there is a BRP relation). */
const isRefused = (db: Connection, leerlingId: number, hash: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM bericht WHERE leerling_id = ? AND nr = 2 AND content_hash = ?
         AND (state = 'afgekeurd' OR (state = 'geweigerd' AND last_error = '${REFUSED_FOR_CONTENT}'))`,
    )
    .get(leerlingId, hash) !== undefined;

/** Whether BRON would refuse it for what the LAS can see itself (PvE 4.2.7): the melding is then held back for the same. */
function isWrong({ db, clock }: Administration, wijziging: KeyData): boolean {
  const findings = judgeWijziging({
    wijziging,
    ...deliveryNow(db, clock),
    oud: { personFound: true, brpRelation: false },
    nieuw: { personFound: true },
  });
  const [situation = {}] = wijziging.situatieNieuw ?? [];
  return holdsUnwritable(situation) || blocking(findings).length > 0;
}

/** A draft that never left must not leave any more when it is not what there is to say now. */
function lapseChanged({ db }: Administration): void {
  const drafts = db
    .prepare<[], { id: number; leerling_id: number; content_hash: string }>(
      "SELECT id, leerling_id, content_hash FROM bericht WHERE nr = 2 AND state = 'opgesteld'",
    )
    .all();
  for (const { id, leerling_id: leerlingId, content_hash: hash } of drafts) {
    const due = keyDataDue(db, leerlingId);
    if (!due || hashOf(due) !== hash) db.prepare(`UPDATE bericht SET ${lapseDraftSql} WHERE id = ?`).run(id);
  }
}

/** Drafts what there is to say of a pupil; false when there is nothing, or BRON does not take it. */
function draftFor(administration: Administration, leerlingId: number, inschrijvingen: readonly number[]): boolean {
  const { db } = administration;
  const due = keyDataDue(db, leerlingId);
  if (!due || isRefused(db, leerlingId, hashOf(due)) || isWrong(administration, due)) return false;
  // The answer to an earlier melding tells how BRON knows the pupil: only then it can be said what changes.
  if (!isLeerlingUnderWay(db, leerlingId) && !inschrijvingen.some((id) => isUnderWay(db, id)))
    draftAboutLeerling(administration, 2, leerlingId, due);
  return true;
}

/**
 * Drafts a wijziging sleutelgegevens (bericht 2) of every pupil of whom something is to be delivered and BRON has other sleutelgegevens:
 * a melding with the new ones would be refused (752, 753), or make a second pupil of this one. Gives the inschrijvingen of which nothing
 * may be drafted until BRON has settled it.
 */
export function draftKeyData(administration: Administration): ReadonlySet<number> {
  const { db } = administration;
  return db
    .transaction(() => {
      lapseChanged(administration);
      const pupils = db
        .prepare<[], number>(
          `SELECT DISTINCT i.leerling_id FROM to_deliver d JOIN inschrijving i ON i.id = d.inschrijving_id
             JOIN inschrijving o ON o.leerling_id = i.leerling_id JOIN bron_stand s ON s.inschrijving_id = o.id
           WHERE ${byOnderwijsnummer} ORDER BY 1`,
        )
        .pluck()
        .all();
      const waiting = pupils.flatMap((leerlingId) => {
        const inschrijvingen = db
          .prepare<[number], number>('SELECT id FROM inschrijving WHERE leerling_id = ?')
          .pluck()
          .all(leerlingId);
        return draftFor(administration, leerlingId, inschrijvingen) ? inschrijvingen : [];
      });
      const underWay = db
        .prepare<[], number>(
          `SELECT inschrijving_id FROM to_deliver d WHERE ${keyDataUnderWaySql('d.inschrijving_id')}`,
        )
        .pluck()
        .all();
      return new Set([...waiting, ...underWay]);
    })
    .immediate();
}
