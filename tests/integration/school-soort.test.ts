import { afterEach, beforeEach, expect, test } from 'vitest';
import type { School } from '../../shared/api/session.ts';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, correctWec, testPersons } from '../support/pupils.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterEach(() => world.close());

async function withSchool(changes: Partial<School>) {
  const settings = await world.call('settings.get', {});
  const { proxy: _, ...exchange } = settings.exchange;
  return { ...settings, exchange, school: { ...settings.school, ...changes } };
}

test('a school can be of every soort, and keeps its cluster', async () => {
  const asked = { soort: 'SO+VSO', cluster: '3', epilepsy: true } as const;
  await world.call('settings.save', await withSchool(asked));
  await world.restart();
  expect((await world.call('settings.get', {})).school).toMatchObject(asked);
});

test('a soort that does not fit the inschrijvingen is refused, also when these are in the bin', async () => {
  const { leerlingId } = await addPupil(world, testPersons.hera);
  const { version } = await world.call('leerlingen.get', { id: leerlingId });
  await world.call('bin.put', { kind: 'leerling', id: leerlingId, version });
  const refused = await world.fail('settings.save', await withSchool({ soort: 'VSO' }));
  expect(refused).toMatchObject({ code: 'school-soort', field: 'school.soort' });
  expect(refused.message).toContain('inschrijvingen WPO: 1.');
  await world.call('settings.save', await withSchool({ soort: 'SBAO' }));
});

test('the voorcontrole judges by the cluster: soort onderwijs is asked in cluster 2 and not in cluster 3', async () => {
  const codesIn = async (cluster: '2' | '3') => {
    await world.call('settings.save', await withSchool({ soort: 'SO', cluster }));
    const gegevens = correctWec({ datumInschrijving: '2014-08-01', soortOnderwijs: [] });
    const { findings } = await world.call('leerlingen.check', { persoon: testPersons.hera, gegevens });
    return findings.filter(({ code, gegevensgroep }) => code === '341' && gegevensgroep === 'soortOnderwijs').length;
  };
  expect([await codesIn('2'), await codesIn('3')]).toEqual([1, 0]);
});
