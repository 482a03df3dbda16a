import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnownPersonIn } from '../mock-bron/control/registerSchemas.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

const { hera, zeus, remi, odin } = pupils;
type Pupil = (typeof pupils)[keyof typeof pupils];

const NONE = { messages: 0, terugkoppelingen: 0, persons: 0, inschrijvingen: 0 };

let world: MockWorld;

beforeEach(async () => {
  world = await createMockWorld();
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

/** Has BRON know a pupil who left on this day. */
function known({ postcode: _, ...person }: Pupil, datumUitschrijving?: string, rest = {}): KnownPersonIn {
  const content = { datumInschrijving: '2004-08-01', ...(datumUitschrijving ? { datumUitschrijving } : {}) };
  const inschrijving = {
    brinnummer: '99ZZ',
    aanleverpunt: '00',
    deliveredOn: '2004-08-01',
    kind: 'inschrijvingWpo' as const,
  };
  const berichtidentificatie = `O${person.burgerservicenummer}`;
  return { ...person, inschrijvingen: [{ ...inschrijving, berichtidentificatie, content, ...rest }] };
}
const registered = () => world.mock.register('99ZZ').map(({ burgerservicenummer }) => burgerservicenummer);

describe('cleaning (PvE 3.8)', () => {
  it('removes a pupil without an active inschrijving since longer than the bewaartermijn, with all of him', async () => {
    world.mock.knowPerson(known(hera, '2006-11-01'));
    world.mock.knowPerson(known(zeus, '2006-11-02'));
    world.mock.knowPerson(known(remi));
    expect(world.mock.clean(3)).toEqual({ ...NONE, persons: 1, inschrijvingen: 1, messages: 1 });
    expect(registered()).toEqual([zeus.burgerservicenummer, remi.burgerservicenummer]);
    expect(world.mock.clean(3)).toEqual(NONE);
  });

  it('spares who follows vervolgonderwijs', () => {
    world.mock.knowPerson({ ...known(hera, '2005-07-31'), vervolgonderwijs: true });
    expect(world.mock.clean(3)).toEqual(NONE);
    world.mock.knowPerson({ ...known(hera), inschrijvingen: [], vervolgonderwijs: false });
    expect(world.mock.clean(3)).toMatchObject({ persons: 1 });
  });

  it('takes a deleted inschrijving by the day of its message', () => {
    world.mock.knowPerson(known(hera, undefined, { deleted: true }));
    expect(world.mock.clean(6)).toEqual(NONE);
    expect(world.mock.clean(5)).toMatchObject({ persons: 1, inschrijvingen: 1 });
  });

  it('removes who has been dead for longer, also with an inschrijving that runs', () => {
    world.mock.knowPerson(known(odin));
    world.mock.brp.change(odin.burgerservicenummer, { datumOverlijden: '2007-01-00' });
    expect(world.mock.clean(3)).toMatchObject({ persons: 0 });
    expect(world.mock.clean(2)).toMatchObject({ persons: 1, inschrijvingen: 1 });
  });

  it('removes old messages and terugkoppelingen, not what the present stand rests on', async () => {
    const school = await world.school();
    for (const id of ['M1', 'M2']) await school.meld(correctMelding(id, hera));
    await school.meld(correctMelding('M3', { ...zeus, geslacht: 'V' }));
    world.mock.advanceClock(6 * 366 * 86_400);
    expect(world.mock.clean()).toEqual({ ...NONE, messages: 2, terugkoppelingen: 3 });
    expect(world.mock.register('99ZZ')).toMatchObject([{ berichtidentificatie: 'M2', version: 2 }]);
    expect(await school.poll('1')).not.toHaveProperty('meldingInschrijvingAntwoord');
  });

  it('comes by itself, after so many days', async () => {
    world.mock.knowPerson(known(hera, '2006-11-01'));
    await world.restart({ periodDays: 30, retentionYears: 3 });
    expect(registered()).toHaveLength(1);
    world.mock.advanceClock(30 * 86_400);
    expect(registered()).toEqual([]);
  });
});

describe('the edition that judges', () => {
  it('can be one for all, and another for a school or an aanleverpunt', async () => {
    const verplichteEindtoets = [
      {
        codeVerplichteEindtoets: '0011',
        niveauEindtoets: 'B',
        datumAfname: '2016-04-19',
        score: '535',
        toetsonderdeel: [
          {
            codeToetsonderdeel: '8000',
            toetsdomein: [
              { codeToetsdomein: '8050', referentieniveauToetsdomein: '02' },
              { codeToetsdomein: '8051', referentieniveauToetsdomein: '02' },
            ],
          },
          { codeToetsonderdeel: '8001', referentieniveauToetsonderdeel: '03' },
        ],
      },
    ];
    const melding = (id: string) => ({ ...correctMelding(id, hera), verplichteEindtoets });
    await world.restart({ edition: '2014-12', editions: { '99ZZ01': '2015-11' } });
    const [one, other] = [await world.school('99ZZ', '00'), await world.school('99ZZ', '01')];
    const codeOf = async (school: typeof one, id: string) => {
      await school.meld(melding(id));
      return world.mock.messages({ direction: 'out', nr: 17 }).at(-1)?.note ?? '';
    };
    expect(await codeOf(one, 'M1')).toContain('the edition does not have');
    expect(await codeOf(other, 'M2')).not.toContain('the edition does not have');
    world.mock.editions.set({ every: '2015-11' });
    expect(await codeOf(one, 'M3')).not.toContain('the edition does not have');
  });
});
