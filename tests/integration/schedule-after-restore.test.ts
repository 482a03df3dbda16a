import { beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, START } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, testPersons } from '../support/pupils.ts';
import { restoring } from '../support/restoring.ts';

/** What the timer of the program does every so often. */
let beat: () => Promise<void>;
const { line, makeBackup, restore, fetchAll, exchange, held, state, sentIds } = restoring(() => ({
  clock: createFixedClock(START),
  heartbeat: (given) => {
    beat = given;
  },
}));

/** Goes on by so many minutes, in steps of one, with the heartbeat at each. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    advance(line(), 1);
    await beat();
  }
}

const schedule = () => line().world.call('schedule.get', {});
const received = () => line().mock.messages({ direction: 'in' });
const toCompare = async () => (await line().world.call('exchange.overview', {})).toCompare;

beforeEach(async () => {
  await line().world.call('schedule.set', { everyMinutes: 30 });
  await beat();
});

/** Puts back a backup, and goes on until it is known what BRON has. */
async function putBack() {
  await restore();
  // Its turn may have come, so that it begins at once.
  await expect.poll(async () => (await line().world.call('exchange.overview', {})).running).toBeUndefined();
  await pass(91);
  expect(await held()).toBeUndefined();
}

describe('after a restore', () => {
  it('the schedule asks what BRON has, and goes on when that is known', async () => {
    const { leerlingId } = await addPupil(line().world, testPersons.hera);
    await makeBackup();
    await restore();
    const before = received().length;
    await pass(30);
    expect(
      received()
        .slice(before)
        .map(({ nr }) => nr),
    ).toEqual([5, 6, 6]);
    expect([await held(), await toCompare()]).toEqual([undefined, undefined]);
    await pass(30);
    expect(await state(leerlingId)).toBe('geregistreerd');
  });

  it('it asks once, says that a person is needed when BRON refuses, and waits', async () => {
    const { world, mock } = line();
    await addPupil(world, testPersons.hera);
    await makeBackup();
    await restore();
    mock.setFault({ kind: 'signaal-359', nr: 5, times: 1 });
    await pass(31);
    expect(await schedule()).toMatchObject({ holdNeedsPerson: true });
    const before = received().length;
    await pass(120);
    expect(received()).toHaveLength(before);
    await world.call('exchange.requestRegistratieoverzicht', {});
    expect(await schedule()).toMatchObject({ holdNeedsPerson: false });
    await pass(60);
    expect(await held()).toBeUndefined();
  });
});

describe('what BRON was told after the backup', () => {
  let hera: number;

  /** BRON has a later uitschrijving than the backup that was put back, and the program has been told. */
  beforeEach(async () => {
    const { world } = line();
    hera = (await addPupil(world, testPersons.hera)).leerlingId;
    await exchange();
    await makeBackup();
    await changeInschrijving(world, hera, { datumUitschrijving: '2009-10-30' });
    await exchange();
    await putBack();
    expect(await toCompare()).toBe(1);
  });

  const atBron = () =>
    line()
      .mock.register('99ZZ')
      .map(({ content }) => (content as { datumUitschrijving?: string }).datumUitschrijving);

  it('is not overwritten by the program by itself; a person who sends does so, and then it goes on by itself', async () => {
    const { world } = line();
    const before = sentIds(3).length;
    await addPupil(world, testPersons.remi);
    await pass(26 * 60);
    expect([sentIds(3).length, atBron()]).toEqual([before, ['2009-10-30']]);
    expect(await world.call('session.status', {})).toMatchObject({ sendingHeld: false, comparesFirst: true });
    expect(await state(hera)).toBe('aan te leveren');
    await world.call('exchange.send', {});
    expect(sentIds(3)).toHaveLength(before + 2);
    expect(await toCompare()).toBeUndefined();
    expect(await world.call('session.status', {})).toMatchObject({ comparesFirst: false });
    await fetchAll();
    await changePersoon(world, hera, { postcode: '2517JR' });
    await pass(31);
    expect(sentIds(3)).toHaveLength(before + 3);
  });

  it('is let stand, and then the program goes on by itself, also with what is changed later', async () => {
    const { world } = line();
    const [row] = (await world.call('registratieoverzicht.compared', {})).rows;
    await world.call('registratieoverzicht.letStand', { key: row?.key ?? '', reason: 'Zij is er nog.' });
    expect(await toCompare()).toBeUndefined();
    await changeInschrijving(world, hera, { aanduidingNnca: '2' });
    expect(await toCompare()).toBeUndefined();
    await pass(61);
    expect([await state(hera), atBron()]).toEqual(['geregistreerd', [undefined]]);
  });

  it('is taken over, and then the program goes on by itself', async () => {
    const { world } = line();
    const { rows } = await world.call('registratieoverzicht.compared', {});
    await world.call('registratieoverzicht.takeOver', { keys: rows.map(({ key }) => key) });
    expect(await toCompare()).toBeUndefined();
    await pass(31);
    const { leerlingId } = await addPupil(world, testPersons.remi);
    await pass(61);
    expect([await state(hera), await state(leerlingId)]).toEqual(['geregistreerd', 'geregistreerd']);
    expect(atBron()).toContain('2009-10-30');
  });
});

describe('the program delivers by itself', () => {
  it('what was changed before the backup: BRON has nothing newer', async () => {
    const { world } = line();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await exchange();
    await changeInschrijving(world, leerlingId, { aanduidingNnca: '2' });
    await makeBackup();
    await putBack();
    expect(await toCompare()).toBeUndefined();
    await pass(61);
    expect(await state(leerlingId)).toBe('geregistreerd');
  });

  it('not while BRON has a pupil who is not here', async () => {
    const { world } = line();
    await makeBackup();
    await addPupil(world, testPersons.hera);
    await exchange();
    await putBack();
    expect(await toCompare()).toBe(1);
    const before = sentIds(3).length;
    await addPupil(world, testPersons.remi);
    await pass(61);
    expect(sentIds(3)).toHaveLength(before);
    const { rows } = await world.call('registratieoverzicht.compared', {});
    const keys = rows.flatMap(({ key, bron }) => (bron ? [key] : []));
    await world.call('registratieoverzicht.takeOver', { keys });
    expect(await toCompare()).toBeUndefined();
    await pass(61);
    expect(sentIds(3)).toHaveLength(before + 1);
  });

  it('not what BRON has removed after the backup, though only an overview had told of it', async () => {
    const { world, mock } = line();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await makeBackup();
    await exchange();
    await putBack();
    expect(await state(leerlingId)).toBe('geregistreerd');
    await makeBackup();
    mock.reset();
    await putBack();
    expect([await toCompare(), mock.register('99ZZ')]).toEqual([1, []]);
    await pass(61);
    expect(mock.register('99ZZ')).toEqual([]);
  });

  it('not what it hears late of a melding that was lost, until a person has compared that', async () => {
    const { world, mock } = line();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await exchange();
    await makeBackup();
    await changeInschrijving(world, leerlingId, { datumUitschrijving: '2009-10-30' });
    mock.setFault({ kind: 'late', nr: 3, seconds: 4 * 3600, times: 1 });
    await world.call('exchange.send', {});
    await putBack();
    expect([await toCompare(), await state(leerlingId)]).toEqual([undefined, 'geregistreerd']);
    await pass(26 * 60);
    expect([await toCompare(), await state(leerlingId)]).toEqual([1, 'aan te leveren']);
    expect(mock.register('99ZZ')).toMatchObject([{ content: { datumUitschrijving: '2009-10-30' } }]);
  });
});
