import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, correctInschrijving } from '../support/pupils.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas({ clock: createFixedClock(new Date('2009-12-02T08:00:00Z')) });
});
afterEach(() => world.close());

const persoon = (index: number) => ({
  achternaam: `Proef ${String(index)}`,
  roepnaam: 'P.',
  geboortedatum: '2002-05-01',
  geslacht: 'M' as const,
  postcode: '2548AE',
});
const from = (datumInschrijving: string) => correctInschrijving({ datumInschrijving });
const year = (schooljaar?: string) => world.call('funding.year', schooljaar ? { schooljaar } : {});
const part = async (key: string) => (await year()).parts.find((one) => one.key === key)!;

it('counts growth from the own administration, on the dates that are past', async () => {
  await createAdministration(world);
  for (let index = 0; index < 2; index += 1) await addPupil(world, persoon(index), from('2008-08-01'));
  for (let index = 2; index < 15; index += 1) await addPupil(world, persoon(index), from('2009-10-12'));
  const regular = await part('regular');
  // 103% of 2 is 2,06, so 2; 2 + 13 = 15 on 1 November.
  expect(regular.lines.map(({ date, count, outcome, result }) => [date, count, outcome, result])).toEqual([
    ['2009-08-03', 2, 'none', undefined],
    ['2009-09-01', 2, 'none', undefined],
    ['2009-10-01', 2, 'none', undefined],
    ['2009-11-01', 15, 'awarded', 13],
    ['2009-12-01', 15, 'none', undefined],
  ]);
  expect(regular.next).toEqual({ date: '2010-01-01', needed: 28 });
  expect(regular.assumptions.join(' ')).toContain('Het programma kent alleen deze school');
  expect(regular.assumptions.join(' ')).toContain('De eerste schooldag van het schooljaar is niet ingevuld');

  await world.call('schoolYears.save', {
    schooljaar: '2009-2010',
    firstDay: '2009-08-17',
    holidays: [],
  });
  expect((await part('regular')).lines[0]?.date).toBe('2009-08-17');
  expect((await part('regular')).assumptions.join(' ')).not.toContain('De eerste schooldag');
  expect((await part('groups')).lines).toMatchObject([{ date: '2009-10-01', count: 2, outcome: 'value' }]);
  expect((await part('march')).next).toEqual({ date: '2010-03-01', needed: 15 });
  expect((await year('2010-2011')).parts.map(({ lines }) => lines)).toEqual([[], [], [], []]);
});

it('an instelling for visually handicapped pupils has no growth', async () => {
  await createAdministration(world, { ...creation, school: { ...creation.school, soort: 'VGK' } });
  expect((await part('october')).lines).toMatchObject([
    { outcome: 'none', explanation: 'Voor een instelling geldt deze regeling niet.' },
  ]);
});
