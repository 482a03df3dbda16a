import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersoonMetPgn } from '../../shared/pve/berichten/content.ts';
import { begeleid, createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';

let world: PathWorld;
let school: TestSchool;

beforeAll(async () => {
  world = await createPathWorld();
  school = await world.school();
});
beforeEach(() => {
  world.begin('2009-05-04');
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const start = (day: string, more: Record<string, unknown> = {}) =>
  world.plan({ plannedWeek: day, start: day, akkoordverklaring: '2009-05-04', ...more });

let melding = 0;
const meld = (persoon: PersoonMetPgn, changes = {}) => {
  melding += 1;
  return school.meld(correctMelding(`W${melding}`, persoon, changes));
};

/** Start, region, week, the last day of that week: over the summer holiday, over New Year, and over neither. */
const weeks = [
  ['2009-06-22', 'midden', 3, '2009-07-10'],
  ['2009-06-22', 'midden', 6, '2009-09-11'],
  ['2009-06-22', 'noord', 3, '2009-08-21'],
  ['2009-11-16', 'midden', 3, '2009-12-04'],
  ['2009-11-16', 'midden', 6, '2010-01-08'],
] as const;

const shift = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('voortgangsmails', () => {
  it.each(weeks)(
    'C-50: from %s in %s one comes at the end of week %i: on %s',
    async (day, vakantieregio, week, last) => {
      await start(day, { vakantieregio });
      const before = week === 3 ? 0 : 1;
      for (const [date, count] of [
        [shift(last, -1), before],
        [last, before + 1],
        [shift(last, 1), before + 1],
      ] as const) {
        await world.goTo(date);
        expect(await world.post('voortgangsmail'), date).toHaveLength(count);
      }
      const [mail] = await world.post('voortgangsmail');
      expect(mail).toMatchObject({ sentOn: last, by: 'mail', to: 'gemachtigde', email: 'directie@99zz.example' });
      expect((await world.read(mail!)).toString('utf8')).toContain(`Resterende werkweken</th><td>${10 - week}<`);
    },
  );

  it('C-50: they go to the address that Mijn BRON has by then', async () => {
    await start('2009-11-16');
    const { mijnBron } = world.mock;
    const contact = mijnBron.contact('99ZZ');
    contact.hoofdvestiging.gemachtigde.email = 'nieuw@99zz.example';
    mijnBron.saveContact(gemachtigde, contact);
    await world.goTo('2009-12-04');
    const [mail] = await world.post('voortgangsmail');
    expect((await world.read(mail!, 'eml')).toString('utf8')).toContain('To: nieuw@99zz.example');
  });

  it('C-51: they tell both scores, whether those are on schedule, the weeks left, and to look at GTB and vergelijkingsoverzicht', async () => {
    await start('2009-11-16');
    world.mock.mijnBron.reportAantallen(gemachtigde, { leerlingen: 4, ambulant: 2 });
    await world.goTo('2009-12-02');
    await meld(pupils.hera);
    await meld(pupils.zeus, begeleid);
    await world.goTo('2010-01-08');
    const page = (await world.read((await world.post('voortgangsmail'))[0]!)).toString('utf8');
    // At the end of week 6 half of the norm is expected.
    for (const text of [
      'Score leerlingen</th><td>2 van 4 (50%)',
      'Voortgang leerlingen</th><td>volgens verwachting',
      'Score ambulant begeleide leerlingen</th><td>1 van 2 (50%)',
      'Voortgang ambulant begeleide leerlingen</th><td>volgens verwachting',
      'Resterende werkweken</th><td>4',
      '(GTB)',
      'vergelijkingsoverzicht',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('C-52: the score is what is registered against the normaantal, also above it', async () => {
    await start('2009-11-16');
    world.mock.mijnBron.reportAantallen(gemachtigde, { leerlingen: 1, ambulant: 0 });
    await world.goTo('2009-12-01');
    await meld(pupils.hera);
    await meld(pupils.zeus);
    await world.goTo('2009-12-04');
    const page = (await world.read((await world.post('voortgangsmail'))[0]!)).toString('utf8');
    expect(page).toContain('Score leerlingen</th><td>2 van 1 (200%)');
    expect(page).toContain('Score ambulant begeleide leerlingen</th><td>0 van 0');
  });
});

describe('progress in Mijn BRON', () => {
  it('C-53: is always to be seen, week by week, also of weeks that the clock passed over', async () => {
    await start('2009-11-16');
    const { mijnBron } = world.mock;
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 2, ambulant: 0 });
    expect(mijnBron.voortgang('99ZZ')).toMatchObject({ state: 'voorbereiding', perWeek: [] });
    await world.goTo('2009-11-30');
    await meld(pupils.hera);
    await world.goTo('2009-12-08');
    await meld(pupils.zeus);
    await world.goTo('2009-12-13');
    const { leerlingen, perWeek, weeksLeft } = mijnBron.voortgang('99ZZ');
    expect(leerlingen).toEqual({ registered: 2, onSchedule: true });
    expect(perWeek.map(({ week, until, leerlingen: count }) => [week, until, count])).toEqual([
      [1, '2009-11-20', 0],
      [2, '2009-11-27', 0],
      [3, '2009-12-04', 1],
      [4, '2009-12-11', 2],
    ]);
    expect(weeksLeft).toBe(6);
  });

  it('C-53: falls behind when too few are registered', async () => {
    await start('2009-11-16');
    const { mijnBron } = world.mock;
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 8, ambulant: 0 });
    await world.goTo('2009-12-01');
    await meld(pupils.hera);
    await world.goTo('2009-12-04');
    expect(mijnBron.voortgang('99ZZ').leerlingen).toEqual({ registered: 1, onSchedule: true });
    await world.goTo('2009-12-11');
    expect(mijnBron.voortgang('99ZZ').leerlingen).toEqual({ registered: 1, onSchedule: false });
  });

  it('C-46: only who is enrolled now counts', async () => {
    await start('2009-11-16');
    await world.goTo('2009-12-01');
    await meld(pupils.hera, { datumUitschrijving: '2009-12-02' });
    await meld(pupils.zeus);
    const count = () => world.mock.mijnBron.voortgang('99ZZ').leerlingen.registered;
    await world.goTo('2009-12-02');
    expect(count()).toBe(2);
    await world.goTo('2009-12-03');
    expect(count()).toBe(1);
  });
});

describe('the calendar', () => {
  it('sends the same on the same days, whether the clock goes day by day or jumps, and nothing twice when it is set back', async () => {
    const sent = async () => (await world.post()).map(({ kind, sentOn, aanleverpunt }) => [kind, sentOn, aanleverpunt]);
    await start('2009-06-22');
    for (let date = '2009-05-05'; date <= '2009-10-20'; date = shift(date, 1)) await world.goTo(date);
    const daily = await sent();
    await world.goTo('2009-05-04');
    await world.goTo('2009-10-20');
    expect(await sent()).toEqual(daily);
    world.begin('2009-05-04');
    await start('2009-06-22');
    await world.goTo('2009-10-20');
    expect((await sent()).toSorted()).toEqual(daily.toSorted());
    expect(daily.map(([kind]) => kind)).toHaveLength(13);
  });
});
