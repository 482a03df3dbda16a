import { expect } from 'vitest';
import { verifyChain } from '../../../electron/core/database/changeLog.ts';
import { isSound, type Connection } from '../../../electron/core/database/database.ts';
import { contentOfInschrijving, meldingContent } from '../../../electron/core/exchange/content.ts';
import { readInschrijving, readLeerling } from '../../../electron/core/leerlingen/repository.ts';
import { withCorrectedStart } from '../../../shared/domain/enrolment/correct.ts';
import { comeToRest, expectNothingTwice, expectRegistered, type Resting } from '../exchangeModel/rest.ts';

/** What is to be with BRON in the end of an inschrijving as it is saved; `start`: the date to which it is being corrected. */
function contentInTheEnd(db: Connection, { id, start }: { id: number; start: string | null }): unknown {
  if (start === null) return contentOfInschrijving(db, id);
  const { leerlingId, gegevens } = readInschrijving(db, id);
  return meldingContent(readLeerling(db, leerlingId).gegevens, withCorrectedStart(gegevens, start).gegevens);
}

/** The same of every inschrijving that is to stay. */
const savedContent = (db: Connection): unknown[] =>
  db
    .prepare<[], { id: number; start: string | null }>(
      `SELECT i.id, v.new_start AS start FROM inschrijving i LEFT JOIN verwijdering v ON v.inschrijving_id = i.id
       WHERE v.inschrijving_id IS NULL OR v.new_start IS NOT NULL ORDER BY i.id`,
    )
    .all()
    .map((row) => contentInTheEnd(db, row));

const numbers = new Map([
  ['Meldinginschrijvingantwoord', 10],
  ['Verwijdereninschrijvingantwoord', 11],
  ['Terugkoppelingregistratieoverzichtinschrijving', 12],
  ['Terugkoppelingafkeuring', 13],
]);
const terugkoppeling = new RegExp(`<(${[...numbers.keys()].join('|')})>\\s*<berichtidentificatie>([^<]+)<`, 'g');

/** Every terugkoppeling that BRON gave since the last restore is kept, once, and its bundle is processed. */
function expectTerugkoppelingenKept({ administration: { db }, shared: { mock }, restores }: Resting): void {
  const since = restores.at(-1) ?? 0;
  const told = mock
    .messages({ direction: 'out', nr: 7, limit: 100_000 })
    .filter(({ seq }) => seq > since)
    .flatMap(({ xml }) => [...xml.matchAll(terugkoppeling)].map(([, name = '', id]) => `${numbers.get(name)} ${id}`));
  const kept = db.prepare<[], string>("SELECT nr || ' ' || berichtidentificatie FROM terugkoppeling").pluck().all();
  expect(new Set(kept).size).toBe(kept.length);
  expect(kept).toEqual(expect.arrayContaining(told));
  expect(db.prepare("SELECT count(*) FROM bundel WHERE state <> 'verwerkt'").pluck().get()).toBe(0);
}

/**
 * Lets an administration in which something went wrong come to rest: nothing is lost, and BRON has what the administration says, each
 * inschrijving once.
 */
export async function expectWellAtRest(world: Resting): Promise<void> {
  const { db } = world.administration;
  expect(isSound(db)).toBe(true);
  expect(verifyChain(db)).toMatchObject({ ok: true });
  const saved = savedContent(db);
  await comeToRest(world);
  expect(savedContent(world.administration.db)).toEqual(saved);
  expectRegistered(world);
  expectNothingTwice(world);
  expectTerugkoppelingenKept(world);
}
