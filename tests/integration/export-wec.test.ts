import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withSituation } from '../../shared/domain/forms/situation.ts';
import { createAdministration, creation, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, correctWec, testPersons } from '../support/pupils.ts';

let world: TestLas;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-wec-'));
  world = await startTestLas();
  await createAdministration(world, { ...creation, school: { ...creation.school, soort: 'SO+VSO', cluster: '3' } });
  const { hera, zeus, remi } = testPersons;
  await addPupil(world, hera, correctWec());
  const begindatum = '2009-08-01';
  await addPupil(world, zeus, correctWec({ schoolsoort: [{ begindatum, schoolsoort: '2' }] }));
  await addPupil(world, remi, withSituation(correctWec(), 'ambulant'));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

test('EDEXML tells SO from VSO, takes no leerjaar for a jaargroep and puts who is guided elsewhere in no groep', async () => {
  const path = join(folder, 'edexml.xml');
  await world.call('export.edexml', { target: world.grant(path, 'write') });
  const xml = readFileSync(path, 'utf8');
  const line = (roepnaam: string) => xml.split('\n').find((text) => text.includes(`<roepnaam>${roepnaam}<`)) ?? '';
  expect(line('Hera')).toContain('<jaargroep>S</jaargroep><groep key="00-Beuk"/>');
  expect(line('Zeus')).toContain('<jaargroep>V</jaargroep><groep key="00-Beuk"/>');
  expect(line('Rémi')).not.toMatch(/jaargroep|groep key/);
  expect(xml).toContain('<groep key="00-Beuk"><naam>Beuk</naam><jaargroep>C</jaargroep></groep>');
});

test('a list has the gegevens of WEC as they hold today', async () => {
  const path = join(folder, 'leerlingen.csv');
  const columns = [
    'leerling.roepnaam',
    'schoolsoort.schoolsoort',
    'soortVerblijf.soortVerblijf',
    'indicatiestelling.onderwijssoortIndicatie',
    'leerjaarGroep.groep',
  ];
  await world.call('export.list', { list: 'leerlingen', columns, format: 'csv', target: world.grant(path, 'write') });
  expect(readFileSync(path, 'utf8')).toMatch(/Hera;1;0;33;Beuk/);
});
