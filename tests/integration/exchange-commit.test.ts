import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../electron/core/database/database.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, START, startConnected } from '../support/administration.ts';
import { catchConnections, type CaughtConnections } from '../support/caughtConnections.ts';
import { addPupil } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';

/** The disk refuses what came of meldingen while the run that sends them is under way. */
const PUPILS = 9;
const CONNECTIONS = 4;

let caught: CaughtConnections;
let line: Awaited<ReturnType<typeof startConnected>>;
let beat: () => Promise<void>;
let db: Connection;

beforeEach(async () => {
  caught = catchConnections();
  const heartbeat = (given: () => Promise<void>) => {
    beat = given;
  };
  line = await startConnected({ clock: createFixedClock(START), heartbeat });
  db = caught.administration();
  for (const persoon of schoolPersons(PUPILS)) await addPupil(line.world, persoon);
  // Longer than what is committed together.
  line.mock.setLoad({ answerMs: { from: 200, to: 200 } });
});
afterEach(async () => {
  caught.stop();
  await line.close();
});

const berichten = async () => (await line.world.call('exchange.berichten', {})).rows;
const received = () => line.mock.messages({ direction: 'in', nr: 3 }).length;
const inState = async (state: string) => (await berichten()).filter((row) => row.state === state).length;

/** Refuses to note what came of a melding, the first so many times; gives the refusing up. */
function refuse(times: number): () => void {
  let refused = 0;
  db.function('refuse', () => {
    refused += 1;
    if (refused <= times) throw new Error('refused');
    return null;
  });
  db.exec(
    "CREATE TEMP TRIGGER refusing BEFORE UPDATE ON main.bericht WHEN OLD.state = 'verzonden' BEGIN SELECT refuse(); END",
  );
  return () => db.exec('DROP TRIGGER refusing');
}

it('a commit that fails once ends the run; what had left is noted after all, and the rest is as it was', async () => {
  refuse(1);
  const result = await line.world.call('exchange.send', {});
  expect(result).toMatchObject({ sent: CONNECTIONS, onzeker: 0, problems: [{ code: 'internal' }] });
  expect((await line.world.call('exchange.overview', {})).lastResult).toEqual(result);
  expect(received()).toBe(CONNECTIONS);
  expect(await inState('in behandeling')).toBe(CONNECTIONS);
  expect(await inState('opgesteld')).toBe(PUPILS - CONNECTIONS);
});

it('what can not be noted at all counts as uncertain, and goes on by itself', async () => {
  const stopRefusing = refuse(Infinity);
  expect(await line.world.call('exchange.send', {})).toMatchObject({
    sent: PUPILS,
    onzeker: PUPILS,
    problems: [{ code: 'internal' }],
  });
  expect(await inState('verzonden')).toBe(PUPILS);
  stopRefusing();
  await beat();
  advance(line, 2);
  await beat();
  expect(await inState('in behandeling')).toBe(PUPILS);
  expect(new Set(line.mock.messages({ direction: 'in', nr: 3 }).map(({ xml }) => xml)).size).toBe(PUPILS);
});
