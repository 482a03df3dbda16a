import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';
import { firstPlace, makeSecondPlace, searchFor, swept } from '../support/backupPlaces.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

/** Destroying what lay in the bin: nothing of it is left, in backups neither. */
let world: TestLas;
let outside: string;

/** What tells of Hera, and nobody else. */
const secrets = ['999992533', 'Hera', 'Verzinstraat'];
const search = (folder: string) => searchFor(world, folder, secrets);
const persoon = { ...testPersons.hera, straatnaam: 'Verzinstraat', huisnummer: '7' };

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  world = await startTestLas();
  await createAdministration(world);
  await addPupil(world, testPersons.zeus);
});
afterEach(async () => {
  await world.close();
  rmSync(outside, { recursive: true, force: true });
});

/** A second place with backups that hold what there is now. */
async function backUp(): Promise<string> {
  const second = join(outside, 'usb');
  await world.call('backup.make', {});
  await makeSecondPlace(world, second);
  return second;
}

async function destroy(kind: 'leerling' | 'inschrijving', id: number): Promise<void> {
  await world.call('bin.put', { kind, id, version: 1 });
  await world.call('bin.destroy', { kind, id, confirmed: true });
}

it('of a pupil no byte is left in the data folder or the backups of either place, before encryption', async () => {
  const { leerlingId } = await addPupil(world, persoon);
  const second = await backUp();
  const before = await search(world.dataDir);
  for (const secret of secrets) expect(before.found.filter((one) => one.endsWith(secret)).length).toBeGreaterThan(2);
  expect((await search(second)).found).toHaveLength(2 * secrets.length);
  await destroy('leerling', leerlingId);
  await swept(world);
  expect((await search(world.dataDir)).found).toEqual([]);
  expect(await search(second)).toEqual({ files: 2, found: [] });
  expect((await world.call('retention.list', {})).protocol).toMatchObject([
    {
      reason: 'bin',
      leerlingen: 1,
      inschrijvingen: 0,
      places: [{ place: 'database' }, { place: 'first', rewritten: 2 }, { place: 'second', rewritten: 2 }],
    },
  ]);
  expect(await world.call('changes.verify', {})).toMatchObject({ intact: true });
  const { backups } = await world.call('backup.list', {});
  expect(backups.map(({ leerlingen }) => leerlingen)).toEqual([1, 1, 1, 1]);
});

it('of an inschrijving nothing is left, and its pupil stays', async () => {
  const gegevens = correctInschrijving({
    leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep: 'Draak' }],
  });
  const { inschrijvingId } = await addPupil(world, persoon, gegevens);
  const second = await backUp();
  await destroy('inschrijving', inschrijvingId);
  await swept(world);
  for (const folder of [firstPlace(world), second]) {
    expect((await searchFor(world, folder, ['Draak'])).found).toEqual([]);
    expect((await searchFor(world, folder, ['Verzinstraat'])).found).toHaveLength(2);
  }
  expect((await world.call('retention.list', {})).protocol).toMatchObject([{ leerlingen: 0, inschrijvingen: 1 }]);
});
