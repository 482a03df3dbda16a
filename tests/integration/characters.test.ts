import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, START, startConnected } from '../support/administration.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

/** What BRON has no character for it keeps as what looks most like it (PvE 5.2): that is no difference. */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START) });
});
afterEach(async () => {
  await line.close();
});

const fetch = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};

it('a groep that BRON writes simpler is sent as it is written, registered, and the same in a registratieoverzicht', async () => {
  const { world, mock } = line;
  const leerjaarGroep = [{ begindatum: '2009-08-01', leerjaar: '3', groep: 'łoś' }];
  const { leerlingId } = await addPupil(world, testPersons.hera, correctInschrijving({ leerjaarGroep }));
  await world.call('exchange.send', {});
  expect(mock.messages({ direction: 'in', nr: 3 })[0]?.xml).toContain('łoś');
  await fetch();
  const stateOf = async () => (await world.call('leerlingen.get', { id: leerlingId })).inschrijvingen[0]?.bronState;
  expect(await stateOf()).toBe('geregistreerd');

  await world.call('exchange.requestRegistratieoverzicht', {});
  await fetch();
  expect(await stateOf()).toBe('geregistreerd');
  expect(await world.call('exchange.send', {})).toMatchObject({ sent: 0 });
  expect((await world.call('registratieoverzicht.compared', { offset: 0, limit: 10 })).rows).toEqual([]);
});
