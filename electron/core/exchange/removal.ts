import { LasError } from '../../../shared/api/errors.ts';
import { moveRemovedToBin } from '../bin/bin.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { isUnderWay, mayBeKnown } from './known.ts';
import { isRemovalWanted, removalOf } from './removalContent.ts';
import { refreshInschrijving } from './state.ts';

/**
 * Has BRON remove an inschrijving that was registered wrongly: the next run sends bericht 4, and once BRON has carried it out (11) the
 * inschrijving goes to the bin. @throws LasError not-found, removal-asked, removal-unknown, removal-under-way, removal-without-number
 */
export function requestRemoval(administration: Administration, id: number, version: number, reason: string): void {
  const { db, clock, caller } = administration;
  db.transaction(() => {
    const stored = db.prepare<[number], number>('SELECT version FROM inschrijving WHERE id = ?').pluck().get(id);
    if (stored === undefined) throw new LasError('not-found');
    if (stored !== version) throw new LasError('changed-elsewhere');
    if (isRemovalWanted(db, id)) throw new LasError('removal-asked');
    if (!mayBeKnown(db, id)) throw new LasError('removal-unknown');
    if (isUnderWay(db, id)) throw new LasError('removal-under-way');
    if (!removalOf(db, id)) throw new LasError('removal-without-number');
    db.prepare(
      'INSERT INTO verwijdering (inschrijving_id, reason, requested_by, requested_at) VALUES (?, ?, ?, ?)',
    ).run(id, reason, caller.userId, clock.now().toISOString());
    noteEvent(administration, { entity: 'inschrijving', entityId: id }, 'removalAsked', reason);
    refreshInschrijving(db, clock, id);
  }).immediate();
}

/** Takes back that BRON is to remove an inschrijving, as long as BRON cannot have it. @throws LasError removal-not-asked, removal-sent */
export function withdrawRemoval(administration: Administration, id: number): void {
  const { db, clock } = administration;
  db.transaction(() => {
    if (!isRemovalWanted(db, id)) throw new LasError('removal-not-asked');
    if (isUnderWay(db, id)) throw new LasError('removal-sent');
    db.prepare('DELETE FROM verwijdering WHERE inschrijving_id = ?').run(id);
    // What BRON said of a verwijdering that it refused asks nothing any more.
    db.prepare(
      "UPDATE signaal SET state = 'vervallen' WHERE bericht_id IN (SELECT id FROM bericht WHERE inschrijving_id = ? AND nr = 4)",
    ).run(id);
    noteEvent(administration, { entity: 'inschrijving', entityId: id }, 'removalWithdrawn', 'true');
    refreshInschrijving(db, clock, id);
  }).immediate();
}

const isThere = (db: Connection, id: number): boolean =>
  db.prepare('SELECT 1 FROM inschrijving WHERE id = ?').get(id) !== undefined;

/**
 * Settles that BRON has an inschrijving no longer: one that a person had it remove goes to the bin, any other is to be delivered anew.
 * Call it in the transaction that learns it.
 */
export function takeGone(administration: Administration, id: number): void {
  const { db, clock } = administration;
  db.prepare('DELETE FROM bron_stand WHERE inschrijving_id = ?').run(id);
  const { changes } = db.prepare('DELETE FROM verwijdering WHERE inschrijving_id = ?').run(id);
  if (changes > 0 && isThere(db, id)) moveRemovedToBin(administration, id);
  refreshInschrijving(db, clock, id);
}

/** The same of one that BRON says it has removed: what it had said of it asks nothing any more. */
export function takeRemoved(administration: Administration, id: number): void {
  administration.db
    .prepare("UPDATE signaal SET state = 'vervallen' WHERE inschrijving_id = ? AND state <> 'vervallen'")
    .run(id);
  takeGone(administration, id);
}
