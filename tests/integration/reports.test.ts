import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import {
  createAdministration,
  creation,
  fetchTerugkoppelingen,
  START,
  startConnected,
  startTestLas,
} from '../support/administration.ts';
import { addPupil, correctInschrijving, correctWec, testPersons } from '../support/pupils.ts';

let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START) });
});
afterEach(() => line.close());

const call: (typeof line)['world']['call'] = (name, input) => line.world.call(name, input);
const { hera, zeus, remi } = testPersons;
const second = correctInschrijving({ vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '01' }] });
const october = () => call('reports.day', { report: 'october', peildatum: '2009-10-01' });
const row = async (code: string) => (await october()).rows.find((one) => one.code === code);

describe('C-11: control lists from the own administration', () => {
  it('C-11: count per vestiging and together, beside what BRON has, without a name or number', async () => {
    await addPupil(line.world, hera);
    await addPupil(line.world, zeus);
    await addPupil(line.world, remi, second);
    expect(await october()).toMatchObject({
      title: 'Telling op 1 oktober',
      replaces: 'Leerlingtelling 1 oktober voor BO, (V)SO en SBO (EFS of telformulier)',
      signed: false,
      bronKnown: false,
      vestigingen: [
        { volgnummer: '00', naam: 'Hoofdvestiging' },
        { volgnummer: '01', naam: 'Nevenvestiging' },
      ],
      notCounted: 0,
    });
    // Hera was born on 31-12-2001 and Rémi on 2-2-2002: both are 7; Zeus is 5.
    expect(await row('totaal')).toMatchObject({ own: [2, 1], total: 3, bron: 0 });
    expect(await row('4-7')).toMatchObject({ own: [2, 1], total: 3 });
    expect(await row('8+')).toMatchObject({ own: [0, 0], total: 0 });
    expect(JSON.stringify(await october())).not.toMatch(/Jager|9999/);

    await call('exchange.send', {});
    await fetchTerugkoppelingen(line);
    expect(await row('totaal')).toMatchObject({ total: 3, bron: 3 });
  });

  it('a vestiging without pupils stands on it with zeros', async () => {
    await addPupil(line.world, hera);
    expect(await row('totaal')).toMatchObject({ own: [1, 0], total: 1 });
  });

  it('C-11: the overview counts every date of the school year that is past', async () => {
    await addPupil(line.world, hera);
    await addPupil(line.world, zeus, correctInschrijving({ datumInschrijving: '2009-10-05' }));
    const { dates } = await call('reports.year', { report: 'overview', schooljaar: '2009-2010' });
    expect(dates.map(({ peildatum, total }) => [peildatum, total])).toEqual([
      ['2009-08-01', 1],
      // The first weekday: the school entered no school year.
      ['2009-08-03', 1],
      ['2009-09-01', 1],
      ['2009-10-01', 1],
      ['2009-11-01', 2],
    ]);
    expect((await call('reports.year', { report: 'overview', schooljaar: '2010-2011' })).dates).toEqual([]);
  });

  it('C-11: the maandopgave is signed and says by when', async () => {
    expect(await call('reports.day', { report: 'monthly', peildatum: '2009-11-01' })).toMatchObject({
      title: 'Maandopgave (noodprocedure)',
      handInBy: '2009-11-14',
      signed: true,
    });
  });

  it('offers the sheets of the school, and refuses one of another soort', async () => {
    const { reports, schooljaar } = await call('reports.list', {});
    expect(schooljaar).toBe('2009-2010');
    expect(reports.find(({ key }) => key === 'monthly')?.dates[0]).toBe('2009-08-01');
    expect(reports.map(({ key }) => key)).not.toContain('january');
    expect((await line.world.fail('reports.day', { report: 'january', peildatum: '2010-01-16' })).code).toBe(
      'not-found',
    );
  });
});

it('C-11: a school for SO has 16 January, by soort onderwijs', async () => {
  const world = await startTestLas({ clock: createFixedClock(new Date('2010-02-01T08:00:00Z')) });
  try {
    await createAdministration(world, {
      ...creation,
      school: { ...creation.school, soort: 'SO', cluster: '3' } as never,
    });
    await addPupil(world, hera, correctWec());
    const { rows } = await world.call('reports.day', { report: 'january', peildatum: '2010-01-16' });
    expect(rows.find(({ code }) => code === 'so:33:8+')).toMatchObject({ total: 1 });
  } finally {
    await world.close();
  }
});
