import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Connection } from '../../electron/core/database/database.ts';
import { temporaryFolder } from '../unit/databaseWorld.ts';
import { createAdministration, startTestLas, type TestLas } from './administration.ts';
import { lookInto } from './database.ts';
import { contentOf } from './direct.ts';
import { edexmlText, type FileLeerling, type FileModel } from './edexml.ts';

/** An administration without pupils; it goes when the test ends. */
export async function emptyWorld(): Promise<TestLas> {
  const world = await startTestLas();
  onTestFinished(() => world.close());
  await createAdministration(world);
  return world;
}

/** A pupil as a file has her, with all that is needed. */
export const hera: FileLeerling = {
  key: '1001',
  elements: {
    achternaam: 'Jager',
    voorvoegsel: 'de',
    roepnaam: 'Hera',
    geboortedatum: '2001-12-31',
    geslacht: '2',
    bsn: '999992533',
    gewicht_nieuw: '0,3',
    postcodenl: '2548AE',
    instroomdatum: '2006-01-09',
  },
  groep: 'g3',
  toevoegingen: [],
};
/** A pupil of whom the file lacks something. */
export const odin: FileLeerling = {
  key: '1004',
  elements: { achternaam: 'Noord', roepnaam: 'Odin', geboortedatum: '2002-12-20', geslacht: '9', jaargroep: 'S' },
  toevoegingen: ['Bril'],
};
/** A file of version 2.1 with one groep. */
export const model = (...leerlingen: FileLeerling[]): FileModel => ({
  version: '2.1',
  school: { schooljaar: '2009-2010', peildatum: '2009-10-01', brincode: '99ZZ', aanmaakdatum: '2009-10-02T12:00:00' },
  vestigingen: [],
  groepen: [{ key: 'g3', naam: '3a', jaargroep: '3' }],
  leerlingen,
});
/** A pupil of a file with other elements. */
export const changed = (leerling: FileLeerling, elements: Record<string, string>): FileLeerling => ({
  ...leerling,
  elements: { ...leerling.elements, ...elements },
});

export const fileOf = (content: string | FileModel): string => {
  const path = join(temporaryFolder(), 'edexml.xml');
  writeFileSync(path, typeof content === 'string' ? content : edexmlText(content));
  return path;
};
/** What a chosen file is to the operation that reads it. */
export const grantOf = (world: TestLas, content: string | FileModel) => ({
  token: world.grant(fileOf(content), 'read'),
  fileName: 'edexml.xml',
});
/** Opens an import of a file. */
export const open = (world: TestLas, content: string | FileModel) =>
  world.call('import.openEdexml', grantOf(world, content));
/** Imports a file as it is proposed. */
export async function importAll(world: TestLas, content: string | FileModel) {
  await open(world, content);
  return world.call('import.apply', { replacementsSeen: true });
}

/** All that is registered; imports that were done are part of the log. */
export const registered = (world: TestLas) =>
  lookInto(world, (db: Connection) => {
    const { import_batch: _done, ...content } = contentOf({ db });
    return content;
  });
