import { LasError } from '../../../shared/api/errors.ts';
import { today } from '../../../shared/domain/clock.ts';
import { judgeIdentificatieverzoek } from '../../../shared/pve/controles/identificatieverzoek.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { draftAboutLeerling, isLeerlingUnderWay } from './aboutLeerling.ts';
import { confirmedSql } from './confirmed.ts';
import { hashOf, identificationContent } from './content.ts';
import { lapseDraftSql } from './known.ts';
import { REFUSED_FOR_CONTENT } from './outbox.ts';
import { blocking, deliveryNow, holdsUnwritable } from './voorcontrole.ts';

/** The pupils whose number BRON has not confirmed, with an inschrijving that runs or lies ahead (PvE 5.6.1). */
const unconfirmed = ({ db, clock }: Administration): number[] =>
  db
    .prepare<[string], number>(
      `SELECT l.id FROM leerling l WHERE NOT ${confirmedSql} AND EXISTS (SELECT 1 FROM inschrijving i
         WHERE i.leerling_id = l.id AND coalesce(i.datum_uitschrijving, '9999-12-31') >= ?) ORDER BY l.id`,
    )
    .pluck()
    .all(today(clock));

/** A question that never left must not leave any more once the gegevens have changed. */
const lapseChanged = (db: Connection, leerlingId: number, hash: string): void => {
  db.prepare(
    `UPDATE bericht SET ${lapseDraftSql} WHERE leerling_id = ? AND nr = 1 AND state = 'opgesteld' AND content_hash <> ?`,
  ).run(leerlingId, hash);
};

/** Whether BRON has answered this very question: it would answer the same. */
const isAnswered = (db: Connection, leerlingId: number, hash: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM bericht WHERE leerling_id = ? AND nr = 1 AND content_hash = ?
         AND (state IN ('geregistreerd', 'geregistreerd met signaal', 'afgekeurd')
           OR (state = 'geweigerd' AND last_error = '${REFUSED_FOR_CONTENT}'))`,
    )
    .get(leerlingId, hash) !== undefined;

/** Whether BRON would refuse it for what the LAS can see itself (PvE 4.2). */
function isIncomplete({ db, clock }: Administration, content: MeldingContent): boolean {
  const [persoon = {}] = content.persoonMetPgn ?? content.persoonZonderPgn ?? [];
  const findings = judgeIdentificatieverzoek({ content, ...deliveryNow(db, clock) });
  return holdsUnwritable(persoon) || blocking(findings).length > 0;
}

/**
 * Drafts an identificatieverzoek (bericht 1, PvE 5.6.1) of each of these pupils, without them of all whose number BRON has not
 * confirmed. Of all of them a question that was answered is not asked again, and one that BRON would refuse is left out.
 * @throws LasError identify-nobody, identify-incomplete, identify-under-way
 */
export function draftIdentifications(administration: Administration, leerlingIds?: readonly number[]): void {
  const { db } = administration;
  db.transaction(() => {
    let drafted = 0;
    let incomplete = 0;
    let underWay = 0;
    for (const id of leerlingIds ?? unconfirmed(administration)) {
      const content = identificationContent(readLeerling(db, id).gegevens);
      lapseChanged(db, id, hashOf(content));
      if (isLeerlingUnderWay(db, id)) {
        underWay += 1;
        continue;
      }
      if (leerlingIds === undefined && isAnswered(db, id, hashOf(content))) continue;
      if (isIncomplete(administration, content)) {
        incomplete += 1;
        continue;
      }
      draftAboutLeerling(administration, 1, id, content);
      drafted += 1;
    }
    // What an earlier run drafted and could not send goes along.
    const waiting = db.prepare("SELECT 1 FROM bericht WHERE nr = 1 AND state = 'opgesteld'").get() !== undefined;
    if (drafted > 0 || waiting) return;
    throw new LasError(
      incomplete > 0 ? 'identify-incomplete' : underWay > 0 ? 'identify-under-way' : 'identify-nobody',
    );
  }).immediate();
}
