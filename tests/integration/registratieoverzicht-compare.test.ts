import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** The own administration beside what a real mock tells of it (PvE 5.6.5, 5.6.12). */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ clock: createClock(new Date('2009-11-02T08:00:00Z')) });
});
afterEach(async () => {
  await line.close();
});

const fetch = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const compared = async () => {
  const { rows, ...rest } = await line.world.call('registratieoverzicht.compared', {});
  return { ...rest, rows: rows.map(({ group, differences }) => [group, ...differences.map(({ path }) => path)]) };
};

it('is equal once everything is registered, and tells what is changed here since', async () => {
  const { leerlingId } = await addPupil(line.world, testPersons.zeus, correctInschrijving());
  await addPupil(line.world, testPersons.hera, correctInschrijving());
  expect(await compared()).toMatchObject({ total: 0 });
  expect((await compared()).overview).toBeUndefined();
  await line.world.call('exchange.send', {});
  await fetch();
  await line.world.call('exchange.requestRegistratieoverzicht', {});
  await fetch();
  expect(await compared()).toMatchObject({ overview: { peildatum: '2009-11-02' }, total: 0, rows: [] });

  await changeInschrijving(line.world, leerlingId, { datumUitschrijving: '2009-10-30' });
  await addPupil(line.world, testPersons.odin, correctInschrijving());
  const found = await compared();
  expect(found.counts).toMatchObject({ uitgeschreven: 1, onlyHere: 1 });
  expect(found.rows.map(([group]) => group)).toEqual(['onlyHere', 'uitgeschreven']);
  expect(found.rows.at(-1)).toEqual(['uitgeschreven', 'datumUitschrijving']);
});
