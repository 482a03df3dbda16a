import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** A registratieoverzicht that BRON made before it carried out a verwijdering, and that is processed after it (PvE 5.6.11, 5.6.12). */
type Line = Awaited<ReturnType<typeof startConnected>>;
let line: Line;
beforeEach(async () => {
  line = await startConnected({ clock: createClock(new Date('2016-05-30T08:00:00Z')) });
});
afterEach(async () => {
  await line.world.close();
  await line.close();
});

async function fetch() {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
}

/** A pupil whom BRON has. */
async function addRegistered() {
  const { world } = line;
  const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
  await world.call('exchange.send', {});
  await fetch();
  const { version = 0 } = (await world.call('leerlingen.get', { id: leerlingId })).inschrijvingen[0] ?? {};
  return { inschrijvingId, version };
}

/** The overview is asked of a pupil whom BRON has, and a verwijdering goes out before its answer is fetched. */
async function removeAfterAsking(ask: (pupil: { inschrijvingId: number; version: number }) => Promise<unknown>) {
  const { world } = line;
  const pupil = await addRegistered();
  await world.call('exchange.requestRegistratieoverzicht', {});
  await ask(pupil);
  await world.call('exchange.send', {});
  await fetch();
}

const compared = async () => (await line.world.call('registratieoverzicht.compared', {})).rows;
const dates = () => line.mock.register('99ZZ').map(({ datumInschrijving }) => datumInschrijving);

it('what BRON has removed since is not told as something that only BRON has', async () => {
  await removeAfterAsking((pupil) => line.world.call('exchange.remove', { ...pupil, reason: 'Verkeerd kind.' }));
  expect(dates()).toEqual([]);
  expect(await compared()).toEqual([]);
});

it('nor is an inschrijving under the date that is corrected', async () => {
  await removeAfterAsking((pupil) =>
    line.world.call('enrolment.correctStart', { ...pupil, datumInschrijving: '2009-08-03', atBron: true }),
  );
  await line.world.call('exchange.send', {});
  await fetch();
  expect(dates()).toEqual(['2009-08-03']);
  expect(await compared()).toEqual([]);
});

it('nor is what a verwijdering took away that was made before the verzoek, and did not reach BRON until after it', async () => {
  const { world, mock } = line;
  const pupil = await addRegistered();
  mock.setFault({ kind: 'break-before', nr: 4, times: 1 });
  await world.call('exchange.remove', { ...pupil, reason: 'Verkeerd kind.' });
  await world.call('exchange.send', {});
  await world.call('exchange.requestRegistratieoverzicht', {});
  advance(line, 2);
  await world.call('exchange.send', {});
  await fetch();
  expect(mock.messages({ limit: 100 }).filter(({ nr }) => nr === 4)).toHaveLength(2);
  expect(dates()).toEqual([]);
  expect(await compared()).toEqual([]);
});

it('what BRON has registered anew after a verwijdering is told', async () => {
  const { world } = line;
  await removeAfterAsking((pupil) => world.call('exchange.remove', { ...pupil, reason: 'Toch niet.' }));
  const [row] = (await world.call('bin.list', {})).rows;
  if (!row) throw new Error('nothing in the bin');
  await world.call('bin.restore', { kind: row.kind, id: row.id });
  await world.call('exchange.send', {});
  await fetch();
  await world.call('exchange.requestRegistratieoverzicht', {});
  await fetch();
  expect(dates()).toEqual(['2009-08-01']);
  const [overview] = (await world.call('exchange.registratieoverzichten', {})).rows;
  expect(overview).toMatchObject({ received: { matched: 1, unmatched: 0, missing: 0 } });
});
