import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, PASSWORD, START, startConnected } from '../support/administration.ts';
import { catchConnections, type CaughtConnections } from '../support/caughtConnections.ts';
import { addPupil } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';

/** More than one slice of what the program processes at a time. */
const PUPILS = 60;

let caught: CaughtConnections;
let line: Awaited<ReturnType<typeof startConnected>>;

/** A bundle lies there that was fetched and could not be processed; the program is locked. */
beforeEach(async () => {
  caught = catchConnections();
  line = await startConnected({ clock: createFixedClock(START) });
  for (const persoon of schoolPersons(PUPILS)) await addPupil(line.world, persoon);
  await line.world.call('exchange.send', {});
  const db = caught.administration();
  db.exec("CREATE TEMP TRIGGER refusing BEFORE UPDATE ON main.bericht BEGIN SELECT RAISE(ABORT, 'refused'); END");
  advance(line, 1);
  await line.world.call('exchange.requestTerugkoppelingen', {});
  db.exec('DROP TRIGGER refusing');
  await line.world.call('session.lock', {});
});
afterEach(async () => {
  caught.stop();
  await line.close();
});

it('a button pressed right after unlocking waits for what the program takes up by itself', async () => {
  await line.world.call('session.unlock', { password: PASSWORD });
  expect(await line.world.call('exchange.send', {})).toMatchObject({ stopped: false, problems: [] });
});

it('a button that waits does not begin after the program was locked again', async () => {
  await line.world.call('session.unlock', { password: PASSWORD });
  const pressed = line.world.call('exchange.send', {});
  await line.world.call('session.lock', {});
  expect(await pressed).toMatchObject({ stopped: true, sent: 0 });
});
