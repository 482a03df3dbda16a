import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gtb as gtbSchema } from '../../shared/mijnBron/gtb.ts';
import { createPathWorld, type PathWorld } from '../mock-bron/testing/aansluiting.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';

let world: PathWorld;
let school: TestSchool;

beforeAll(async () => {
  world = await createPathWorld();
  school = await world.school();
});
beforeEach(async () => {
  world.begin('2009-10-05');
  await delay(3);
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const delay = (werkdagen: number) => world.call('PUT', '/gtb-delay', { werkdagen });
const start = (brinnummer = '99ZZ') =>
  world.plan({ brinnummer, plannedWeek: '2009-11-16', start: '2009-11-16', akkoordverklaring: '2009-10-05' });

const gtbs = (volgnummer = '00') =>
  world.mock.mijnBron.gtbs('99ZZ').filter(({ vestigingsvolgnummer }) => vestigingsvolgnummer === volgnummer);
const gtbOn = (peildatum: string, volgnummer = '00') => {
  const line = gtbs(volgnummer).find((one) => one.peildatum === peildatum);
  return line && world.mock.mijnBron.gtb('99ZZ', line.kenmerk);
};

describe('when a GTB appears', () => {
  it.each([
    // Exchange on Tuesday 1 December.
    [1, '2009-12-01', '2009-12-02'],
    [3, '2009-12-03', '2009-12-04'],
    [7, '2009-12-09', '2009-12-10'],
  ])(
    'C-56: with a delay of %i werkdagen after Tuesday 1 December: not on %s, but on %s',
    async (werkdagen, before, on) => {
      await start();
      await delay(werkdagen);
      await world.goTo('2009-12-01');
      await school.meld(correctMelding('G1', pupils.hera));
      await world.goTo(before);
      expect(gtbs()).toEqual([]);
      await world.goTo(on);
      expect(gtbOn('2009-10-01')).toMatchObject({ madeOn: on, processedUntil: '2009-12-01' });
    },
  );

  it.each([
    // Wednesday 23 December; Christmas, New Year and weekends are no werkdagen.
    ['2009-12-23', '2010-01-04', '2010-01-05'],
    ['2009-07-08', '2009-07-16', '2009-07-17'],
  ])(
    'C-56: seven werkdagen after %s: not on %s, but on %s, whatever school holidays there are',
    async (exchanged, before, on) => {
      world.begin('2009-05-04');
      await start();
      await delay(7);
      await world.goTo(exchanged);
      await school.meld(correctMelding('G1', pupils.hera, { datumInschrijving: '2008-08-01' }));
      await world.goTo(before);
      expect(gtbs()).toEqual([]);
      await world.goTo(on);
      expect(gtbOn('2008-10-01')).toMatchObject({ madeOn: on });
    },
  );

  it('C-56: with no delay it is there at once, and a delay of more than seven werkdagen cannot be asked for', async () => {
    await start();
    expect((await delay(8)).status).toBe(400);
    await delay(0);
    await school.meld(correctMelding('G1', pupils.hera));
    expect(gtbOn('2009-10-01')?.aantallen.totaal).toBe(1);
    await school.meld(correctMelding('G2', pupils.zeus));
    expect(gtbOn('2009-10-01')?.aantallen.totaal).toBe(2);
  });

  it('C-61: after a correction there is a new one, and those that say the same keep their kenmerk', async () => {
    await start();
    await world.goTo('2009-12-01');
    await school.meld(correctMelding('G1', pupils.hera));
    await world.goTo('2009-12-05');
    const [october, august] = [gtbOn('2009-10-01')!, gtbOn('2008-08-01')!];
    await world.goTo('2009-12-07');
    await school.meld(correctMelding('G2', pupils.zeus));
    await world.goTo('2009-12-10');
    expect(gtbOn('2009-10-01')).toMatchObject({ kenmerk: '99ZZ00-20091001-2', aantallen: { totaal: 2 } });
    expect(gtbOn('2008-08-01')).toEqual({ ...august, processedUntil: '2009-12-07' });
    // What was there before can still be opened.
    expect(world.mock.mijnBron.gtb('99ZZ', october.kenmerk)).toEqual(october);
  });

  it('C-61: a clock that is set back makes nothing twice', async () => {
    await start();
    await world.goTo('2009-12-01');
    await school.meld(correctMelding('G1', pupils.hera));
    await world.goTo('2009-12-08');
    const before = world.mock.mijnBron.gtbs('99ZZ');
    await world.goTo('2009-11-01');
    await world.goTo('2009-12-08');
    expect(world.mock.mijnBron.gtbs('99ZZ')).toEqual(before);
  });
});

describe('which GTBs there are', () => {
  it('C-58: WPO: 1 August, 1 October and 1 March always, the first school day and other firsts of a month when numbers change', async () => {
    await start();
    await delay(0);
    await world.goTo('2010-01-12');
    await school.meld(correctMelding('G1', pupils.hera, { datumInschrijving: '2008-08-01' }));
    await school.meld(correctMelding('G2', pupils.zeus, { datumInschrijving: '2009-08-20' }));
    await school.meld(
      correctMelding('G3', pupils.remi, { datumInschrijving: '2009-08-01', datumUitschrijving: '2009-12-31' }),
    );
    expect(gtbs().map(({ peildatum, totaal }) => [peildatum, totaal])).toEqual([
      ['2010-03-01', 2],
      // Remi left.
      ['2010-01-01', 2],
      ['2009-10-01', 3],
      // The first school day of midden: Zeus came.
      ['2009-08-24', 3],
      ['2009-08-01', 2],
      ['2009-03-01', 1],
      ['2008-10-01', 1],
      ['2008-08-01', 1],
    ]);
  });

  it('C-58: WEC: the first school day, 1 October and 1 March always, 16 January when numbers change', async () => {
    await start('98AE');
    await delay(0);
    await world.goTo('2010-01-12');
    const wec = await world.school('98AE');
    const begindatum = '2009-11-02';
    await wec.send(3, {
      berichtidentificatie: 'W1',
      persoonMetPgn: [pupils.hera],
      inschrijvingWec: [
        {
          datumInschrijving: begindatum,
          aanduidingNnca: '1',
          vestiging: [{ begindatum, vestigingsvolgnummer: '00' }],
          indicatieBekostiging: [{ begindatum, indicatieBekostiging: 'true' }],
          soortOnderwijs: [{ begindatum, soortOnderwijs: '31' }],
          leerjaarGroep: [{ begindatum, leerjaar: '1', groep: 'A' }],
          schoolsoort: [{ begindatum, schoolsoort: '1' }],
          soortVerblijf: [{ begindatum, soortVerblijf: '0' }],
          indicatiestelling: [
            { begindatum, onderwijssoortIndicatie: '31', brinnummerRec: '98RC', cviNummer: '3-01-2009-0002' },
          ],
        },
      ],
    });
    const lines = world.mock.mijnBron.gtbs('98AE').map(({ peildatum, totaal }) => [peildatum, totaal]);
    expect(lines).toEqual([
      ['2010-03-01', 1],
      ['2010-01-16', 1],
      ['2009-10-01', 0],
      ['2009-08-24', 0],
      ['2009-03-01', 0],
      ['2008-10-01', 0],
      ['2008-08-01', 0],
    ]);
  });

  it('C-58: each vestiging has its own, also one without pupils, and one that is closed only until then', async () => {
    await start();
    await delay(0);
    await school.meld(correctMelding('G1', pupils.hera));
    expect(gtbOn('2009-10-01', '01')).toMatchObject({ aantallen: { totaal: 0 }, notCounted: [] });
    expect(gtbs('02').map(({ peildatum }) => peildatum)).toEqual(['2009-03-01', '2008-10-01', '2008-08-01']);
    expect(gtbs('90')).toEqual([]);
  });

  it('C-58: up to and including the present school year; those of the next one come with its beginning', async () => {
    await start();
    await world.goTo('2010-06-01');
    await school.meld(correctMelding('G1', pupils.hera));
    // Three werkdagen after Sunday 1 August.
    await world.goTo('2010-08-03');
    expect(gtbs()[0]?.peildatum).toBe('2010-03-01');
    await world.goTo('2010-08-04');
    expect(gtbs()[0]?.peildatum).toBe('2011-03-01');
  });

  it('C-60: the teldata after the exchange are among them, so that there is one to judge', async () => {
    await start();
    await world.goTo('2009-12-01');
    await school.meld(correctMelding('G1', pupils.hera));
    await world.goTo('2009-12-04');
    expect(gtbs()[0]).toMatchObject({ peildatum: '2010-03-01', totaal: 1 });
  });
});

describe('what stands on a GTB', () => {
  it('C-55: the numbers of the vestiging, and who is not counted with the reason (C-59: apart from who looks odd)', async () => {
    await start();
    await delay(0);
    await school.meld(correctMelding('G1', pupils.hera));
    await school.meld(
      correctMelding('G2', pupils.zeus, {
        indicatieBekostiging: [{ begindatum: '2009-08-01', indicatieBekostiging: 'false' }],
      }),
    );
    const gtb = gtbOn('2009-10-01')!;
    expect(gtbSchema.parse(gtb)).toEqual(gtb);
    expect(gtb).toMatchObject({
      brinnummer: '99ZZ',
      vestigingsvolgnummer: '00',
      naam: 'Basisschool De Oefenboom',
      soort: 'BAO',
      aantallen: { totaal: 1 },
    });
    const { burgerservicenummer: pgn, geboortedatum } = pupils.zeus;
    expect(gtb.notCounted).toEqual([{ pgn, geboortedatum, datumInschrijving: '2009-08-01', signalen: ['G01'] }]);
    expect(gtb.attention).toEqual([]);
  });

  it('C-55: a pupil who is enrolled at two schools counts at neither, and who died by the BRP does not count', async () => {
    await start();
    await delay(0);
    const other = await world.school('98AA');
    await other.meld(correctMelding('O1', pupils.hera));
    world.mock.brp.change(pupils.zeus.burgerservicenummer, { datumOverlijden: '2009-09-15' });
    await school.meld(correctMelding('G1', pupils.hera));
    await school.meld(correctMelding('G2', pupils.zeus));
    expect(gtbOn('2009-10-01')?.notCounted.map(({ pgn, signalen }) => [pgn, signalen])).toEqual([
      [pupils.hera.burgerservicenummer, ['G05']],
      [pupils.zeus.burgerservicenummer, ['G13']],
    ]);
  });
});
