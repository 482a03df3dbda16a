import { LasError } from '../../../shared/api/errors.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { ComparedRow } from '../../../shared/domain/registratieoverzicht/compare.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { offerAgain } from '../exchange/offerAgain.ts';
import { acceptedFrom, asAntwoord, writeStand } from '../exchange/stand.ts';
import { refreshInschrijving } from '../exchange/state.ts';
import { readInschrijving } from '../leerlingen/repository.ts';
import { putInschrijving } from '../leerlingen/saving.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { forgetDecision } from './decisions.ts';
import { bronOf } from './sides.ts';

const REASON = 'vergeleken met het registratieoverzicht';

const lastMelding = (db: Connection, inschrijvingId: number) =>
  db
    .prepare<[number], { id: number; state: BerichtState }>(
      "SELECT id, state FROM bericht WHERE nr = 3 AND inschrijving_id = ? AND state <> 'vervallen' ORDER BY id DESC LIMIT 1",
    )
    .get(inschrijvingId);

const isToDeliver = (db: Connection, inschrijvingId: number): boolean =>
  db.prepare('SELECT 1 FROM to_deliver WHERE inschrijving_id = ?').get(inschrijvingId) !== undefined;

/** BRON knows the inschrijving under another date: the melding has to say which one it corrects (PvE 5.6.3). */
function nameOriginal(administration: Administration, row: ComparedRow, inschrijvingId: number): void {
  const datumOorspronkelijkeInschrijving = row.bron?.inschrijving['datumInschrijving'];
  const { leerlingId, version, gegevens } = readInschrijving(administration.db, inschrijvingId);
  if (typeof datumOorspronkelijkeInschrijving !== 'string') return;
  asOneChange(administration, leerlingId, () => {
    putInschrijving(
      administration,
      leerlingId,
      { ...gegevens, datumOorspronkelijkeInschrijving },
      { id: inschrijvingId, version },
    );
    return { leerlingId };
  });
}

/**
 * Has an inschrijving go to BRON at the next Versturen, although an earlier melding of it was taken to have done that.
 * @throws LasError overzicht-not-here, overzicht-same-melding, and those of `offerAgain`
 */
export function deliverRowAgain(administration: Administration, row: ComparedRow): void {
  const { db, clock } = administration;
  if (!row.here) throw new LasError('overzicht-not-here');
  const { inschrijvingId } = row.here;
  db.transaction(() => {
    const known = row.bron && bronOf(db, row.bron);
    if (known && row.bron?.unmatchedId === undefined) {
      const { registered } = known;
      writeStand(db, clock, inschrijvingId, asAntwoord(registered), acceptedFrom(db, inschrijvingId, registered));
    } else if (known) nameOriginal(administration, row, inschrijvingId);
    refreshInschrijving(db, clock, inschrijvingId);
    if (!isToDeliver(db, inschrijvingId)) throw new LasError('overzicht-same-melding');
    const last = lastMelding(db, inschrijvingId);
    if (last?.state === 'afgekeurd' || last?.state === 'geweigerd') offerAgain(administration, last.id, REASON);
    forgetDecision(db, row);
  }).immediate();
}
