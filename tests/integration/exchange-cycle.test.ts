import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cycleProgress, stationCounts, stationOf } from '../../renderer/screens/aansluiting/cycle.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, fetchTerugkoppelingen, START, startConnected } from '../support/administration.ts';
import { addPupil, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

type Line = Awaited<ReturnType<typeof startConnected>>;
let line: Line;

beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START), answerTimeoutMs: 5_000 });
});
afterEach(() => line.close());

const overview = () => line.world.call('exchange.overview', {});
const station = async () => stationOf(await overview(), line.world.clock.now().toISOString());
const counts = async () => stationCounts(await overview());
const progress = async () => (await line.world.call('aansluiting.get', {})).exchange;
const send = () => line.world.call('exchange.send', {});

describe('the cycle of step 10', () => {
  it('C-47 C-48 C-49: goes round until everything is right, and says at each moment where the school is', async () => {
    expect(await station()).toBe('before');
    await addPupil(line.world, testPersons.hera);
    // The BRP has a boy of this number: BRON rejects the girl.
    const { leerlingId } = await addPupil(line.world, { ...testPersons.zeus, geslacht: 'V' });
    expect([await station(), (await counts()).deliver]).toEqual(['deliver', '2 meldingen te versturen']);
    await send();

    // BRON is ready at once, and yet nothing comes until it is asked for.
    advance(line, 24 * 60);
    expect([await station(), (await counts()).receive]).toEqual(['receive', '2 meldingen wachten op antwoord']);
    await fetchTerugkoppelingen(line);

    // The two outcomes of the control.
    expect((await counts()).check).toBe('1 correct, 1 (nog) niet correct');
    expect([await station(), (await counts()).change]).toEqual(['change', '1 inschrijving te verbeteren']);
    const rejected = await line.world.call('leerlingen.get', { id: leerlingId });
    expect(rejected.inschrijvingen[0]?.signalen.map(({ code }) => code)).toContain('753');
    expect(cycleProgress(await progress())[0]).toContain('zijn er 2 aangeleverd en 1 correct geregistreerd');

    await changePersoon(line.world, leerlingId, { geslacht: 'M' });
    expect(await station()).toBe('deliver');
    await send();
    await fetchTerugkoppelingen(line);
    expect([await station(), (await counts()).check]).toEqual(['done', '2 correct, 0 (nog) niet correct']);
    const { plan } = await line.world.call('aansluiting.get', {});
    expect(plan.steps[9]?.parts.every(({ doneOn }) => doneOn !== undefined)).toBe(true);
  });

  it('C-47: a school without pupils is told so', async () => {
    expect(cycleProgress(await progress())).toEqual(['Er zijn nog geen inschrijvingen vanaf 1 augustus 2008.']);
  });
});

describe('what goes to BRON', () => {
  const left = (datumUitschrijving: string) =>
    correctInschrijving({ datumInschrijving: '2007-08-01', datumUitschrijving });

  it('C-43: everything that is here, at once: nothing counts as delivered because it went to PGNPO', async () => {
    await addPupil(line.world, testPersons.hera);
    await addPupil(line.world, testPersons.zeus, left('2009-07-31'));
    await addPupil(line.world, testPersons.remi, left('2008-09-01'));
    expect(await progress()).toMatchObject({ total: 3, delivered: 0 });
    expect(await send()).toMatchObject({ sent: 3 });
    expect(await progress()).toMatchObject({ total: 3, delivered: 3 });
  });

  it.each([
    ['2008-07-31', 0],
    ['2008-08-01', 1],
    ['2008-08-02', 1],
  ])('C-44: who left on %s is one of %i that must be in BRON', async (day, total) => {
    await addPupil(line.world, testPersons.hera, left(day));
    expect((await progress()).total).toBe(total);
  });

  it('C-44: who was ambulant begeleid after 1-8-2008 is one of them', async () => {
    const guided = correctInschrijving({
      lgfIndicatie: [
        {
          ...{ begindatum: '2009-08-01', onderwijssoortIndicatie: '31', brinnummerRec: '98RC' },
          cviNummer: '3-01-2009-0001',
          ambulanteBegeleiding: [{ begindatum: '2009-09-01', brinnummer: '98AE' }],
        },
      ],
    });
    await addPupil(line.world, testPersons.hera, guided);
    expect((await progress()).total).toBe(1);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it.each([
    ['2008-07-31', 'geregistreerd'],
    ['2008-08-01', 'tegengehouden'],
    ['2008-08-02', 'tegengehouden'],
  ])('C-45: a leerjaar that does not exist at this school, from %s on, is %s', async (begindatum, state) => {
    const later = { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' };
    const { leerlingId } = await addPupil(
      line.world,
      testPersons.hera,
      correctInschrijving({
        datumInschrijving: '2008-07-31',
        leerjaarGroep: [
          ...(begindatum === '2008-07-31' ? [] : [{ begindatum: '2008-07-31', leerjaar: '2', groep: '2a' }]),
          { begindatum, leerjaar: '0', groep: '0a' },
          later,
        ],
      }),
    );
    await send();
    await fetchTerugkoppelingen(line);
    expect((await line.world.call('leerlingen.get', { id: leerlingId })).bronState).toBe(state);
  });
});
