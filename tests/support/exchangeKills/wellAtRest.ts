import { expect } from 'vitest';
import { verifyChain } from '../../../electron/core/database/changeLog.ts';
import { isSound, type Connection } from '../../../electron/core/database/database.ts';
import { contentOfInschrijving } from '../../../electron/core/exchange/content.ts';
import { comeToRest, expectNothingTwice, expectRegistered, type Resting } from '../exchangeModel/rest.ts';

/** What is delivered of every inschrijving that is to stay, as it is saved. */
const savedContent = (db: Connection): unknown[] =>
  db
    .prepare<[], number>(
      'SELECT id FROM inschrijving WHERE id NOT IN (SELECT inschrijving_id FROM verwijdering) ORDER BY id',
    )
    .pluck()
    .all()
    .map((id) => contentOfInschrijving(db, id));

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
