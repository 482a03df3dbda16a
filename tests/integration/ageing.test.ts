import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, changePersoon, testPersons } from '../support/pupils.ts';

let line: Awaited<ReturnType<typeof startConnected>>;

beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(new Date('2009-12-15T09:00:00Z')) });
});
afterEach(async () => {
  await line.close();
});

const DAY = 24 * 60;
const summary = () => line.world.call('ageing.summary', {});
const list = (input = {}) => line.world.call('ageing.list', input);

it('C-09: every change that BRON does not have grows older, over New Year, until BRON has registered it', async () => {
  const { world } = line;
  const { leerlingId } = await addPupil(world, testPersons.hera);
  expect(await summary()).toMatchObject({ day: '2009-12-15', total: 1, registered: 0, joining: false });
  expect((await summary()).waiting).toEqual([
    { kind: 'dates', since: '2009-12-15', deliverBy: '2009-12-29', ageing: 'onTime', place: 'toSend', count: 1 },
  ]);
  advance(line, 14 * DAY);
  expect((await summary()).counts).toEqual({ onTime: 0, soon: 1, late: 0 });
  advance(line, DAY);
  expect((await summary()).counts).toEqual({ onTime: 0, soon: 0, late: 1 });

  await world.call('exchange.send', {});
  expect((await summary()).waiting).toMatchObject([{ place: 'atBron', ageing: 'late' }]);
  await fetchTerugkoppelingen(line);
  expect(await summary()).toMatchObject({ registered: 1, counts: { onTime: 0, soon: 0, late: 0 }, waiting: [] });
  expect(await list()).toMatchObject({ total: 0, rows: [] });

  await changePersoon(world, leerlingId, { postcode: '2517JR' });
  const [row] = (await list()).rows;
  expect(row).toMatchObject({ kind: 'other', since: '2009-12-30', deliverBy: '2010-01-13', ageing: 'onTime' });
  for (const [days, ageing] of [
    [13, 'soon'],
    [1, 'soon'],
    [1, 'late'],
  ] as const) {
    advance(line, days * DAY);
    expect((await list()).rows[0]).toMatchObject({ deliverBy: '2010-01-13', ageing });
  }
});

it('C-09: from 1-8-2013 an in- or uitschrijving has seven days, in the summer holiday too', async () => {
  const { world } = line;
  world.clock.set(new Date('2013-07-31T09:00:00Z'));
  await addPupil(world, testPersons.zeus);
  advance(line, DAY);
  await addPupil(world, testPersons.hera);
  advance(line, 7 * DAY);
  const judged = async () => (await list()).rows.map(({ deliverBy, ageing }) => [deliverBy, ageing]);
  expect(await judged()).toEqual([
    ['2013-08-08', 'soon'],
    ['2013-08-14', 'soon'],
  ]);
  advance(line, DAY);
  expect((await judged())[0]).toEqual(['2013-08-08', 'late']);
  expect((await list()).rows[0]?.leerlingNaam).toBe('Jager, Hera de');
});

it('C-09: the first to be with BRON comes first, one page after another, and the numbers hold no names', async () => {
  const { world } = line;
  await addPupil(world, testPersons.zeus);
  advance(line, 10 * DAY);
  await addPupil(world, testPersons.hera);
  await addPupil(world, testPersons.remi);
  const all = await list();
  expect(all.counts).toEqual({ onTime: 2, soon: 1, late: 0 });
  expect(all.rows.map(({ leerlingNaam }) => leerlingNaam)).toEqual([
    'Jager, Zeus de',
    'Jager, Hera de',
    'Proefpersoon, Rémi',
  ]);
  expect((await list({ offset: 1, limit: 1 })).rows).toEqual(all.rows.slice(1, 2));
  expect(await list({ ageing: 'soon' })).toMatchObject({ total: 1, rows: all.rows.slice(0, 1) });
  expect(JSON.stringify(await summary())).not.toMatch(/Jager|9999/);
});

it('C-09: during the aansluiting the summary says that the terms begin afterwards', async () => {
  const note = (document: { kind: 'brochure' | 'afronding'; ending?: 'gekwalificeerd' }) =>
    line.world.call('aansluiting.noteDocument', { ...document, receivedOn: '2009-12-15' });
  await note({ kind: 'brochure' });
  expect((await summary()).joining).toBe(true);
  await note({ kind: 'afronding', ending: 'gekwalificeerd' });
  expect((await summary()).joining).toBe(false);
});
