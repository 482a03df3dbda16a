import { LasError } from '../../../shared/api/errors.ts';
import { withCorrectedStart } from '../../../shared/domain/enrolment/correct.ts';
import { moveRemovedToBin } from '../bin/bin.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readInschrijving, writeInschrijving } from '../leerlingen/repository.ts';
import { isUnderWay, mayBeKnown } from './known.ts';
import { isRemovalWanted, removalAsked, removalOf, type RemovalAsked } from './removalContent.ts';
import { refreshInschrijving } from './state.ts';

/** Why BRON is to remove an inschrijving; `newStart`: the datum inschrijving under which it is to be registered anew. */
export interface Wanted {
  reason: string;
  newStart?: string;
}

/**
 * Has BRON remove an inschrijving that was registered wrongly, or under a wrong date: the next run sends bericht 4. Once BRON has carried
 * it out (11) the inschrijving goes to the bin, or gets its new date and is delivered anew.
 * @throws LasError not-found, changed-elsewhere, removal-asked, removal-unknown, removal-under-way, removal-without-number
 */
export function requestRemoval(administration: Administration, id: number, version: number, wanted: Wanted): void {
  const { db, clock, caller } = administration;
  const { reason, newStart } = wanted;
  db.transaction(() => {
    const stored = db.prepare<[number], number>('SELECT version FROM inschrijving WHERE id = ?').pluck().get(id);
    if (stored === undefined) throw new LasError('not-found');
    if (stored !== version) throw new LasError('changed-elsewhere');
    if (isRemovalWanted(db, id)) throw new LasError('removal-asked');
    if (!mayBeKnown(db, id)) throw new LasError('removal-unknown');
    if (isUnderWay(db, id)) throw new LasError('removal-under-way');
    if (!removalOf(db, id)) throw new LasError('removal-without-number');
    db.prepare(
      'INSERT INTO verwijdering (inschrijving_id, reason, requested_by, requested_at, new_start) VALUES (?, ?, ?, ?, ?)',
    ).run(id, reason, caller.userId, clock.now().toISOString(), newStart ?? null);
    const about = { entity: 'inschrijving', entityId: id };
    if (newStart === undefined) noteEvent(administration, about, 'removalAsked', reason);
    else noteEvent(administration, about, 'startCorrectionAsked', newStart);
    refreshInschrijving(db, clock, id);
  }).immediate();
}

/**
 * Takes back that BRON is to remove an inschrijving, as long as BRON cannot have it: nothing has changed here. `only`: to be taken back is
 * the correction of its date. @throws LasError removal-not-asked, removal-sent
 */
export function withdrawRemoval(administration: Administration, id: number, only?: 'correction'): void {
  const { db, clock } = administration;
  db.transaction(() => {
    const asked = removalAsked(db, id);
    if (!asked || (only && asked.newStart === undefined)) throw new LasError('removal-not-asked');
    if (isUnderWay(db, id)) throw new LasError('removal-sent');
    db.prepare('DELETE FROM verwijdering WHERE inschrijving_id = ?').run(id);
    // What BRON said of a verwijdering that it refused asks nothing any more.
    db.prepare(
      "UPDATE signaal SET state = 'vervallen' WHERE bericht_id IN (SELECT id FROM bericht WHERE inschrijving_id = ? AND nr = 4)",
    ).run(id);
    const event = asked.newStart === undefined ? 'removalWithdrawn' : 'startCorrectionWithdrawn';
    noteEvent(administration, { entity: 'inschrijving', entityId: id }, event, 'true');
    refreshInschrijving(db, clock, id);
  }).immediate();
}

const isThere = (db: Connection, id: number): boolean =>
  db.prepare('SELECT 1 FROM inschrijving WHERE id = ?').get(id) !== undefined;

/** Gives an inschrijving that BRON has no longer the datum inschrijving under which it is to be registered anew. */
function takeNewStart(administration: Administration, id: number, newStart: string): void {
  const { leerlingId, version, gegevens } = readInschrijving(administration.db, id);
  writeInschrijving(administration, leerlingId, withCorrectedStart(gegevens, newStart).gegevens, id, version);
}

/**
 * Settles that BRON has an inschrijving no longer: one that a person had it remove goes to the bin, one of which the date is corrected
 * gets it, and that one and any other is to be delivered anew. Gives how BRON was asked to remove it. Call it in the transaction that
 * learns it.
 */
export function takeGone(administration: Administration, id: number): RemovalAsked | undefined {
  const { db, clock } = administration;
  const asked = removalAsked(db, id);
  db.prepare('DELETE FROM bron_stand WHERE inschrijving_id = ?').run(id);
  db.prepare('DELETE FROM verwijdering WHERE inschrijving_id = ?').run(id);
  if (asked && isThere(db, id)) {
    if (asked.newStart === undefined) moveRemovedToBin(administration, id);
    else takeNewStart(administration, id, asked.newStart);
  }
  refreshInschrijving(db, clock, id);
  return asked;
}

/** The same of one that BRON says it has removed: what it had said of it asks nothing any more. */
export function takeRemoved(administration: Administration, id: number): RemovalAsked | undefined {
  administration.db
    .prepare("UPDATE signaal SET state = 'vervallen' WHERE inschrijving_id = ? AND state <> 'vervallen'")
    .run(id);
  return takeGone(administration, id);
}
