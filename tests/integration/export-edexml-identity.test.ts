import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, START, startTestLas, type TestLas } from '../support/administration.ts';
import { anyEdexml, edexmlText } from '../support/edexml.ts';
import { registeredFromFile } from '../support/edexmlState.ts';

let first: TestLas;
let second: TestLas;

/** An administration with the vestigingen that the files know. */
async function emptyWorld(): Promise<TestLas> {
  const world = await startTestLas({ clock: createFixedClock(START) });
  await createAdministration(world, creation);
  return world;
}

beforeAll(async () => {
  first = await emptyWorld();
  second = await emptyWorld();
});
afterAll(async () => {
  await first.close();
  await second.close();
});

/** Imports a file and gives what is registered, the export of it, and the way back to an empty administration. */
async function imported(world: TestLas, xml: string) {
  const path = join(world.dataDir, 'in.xml');
  writeFileSync(path, xml);
  await world.call('import.openEdexml', { token: world.grant(path, 'read'), fileName: 'in.xml' });
  const { id } = await world.call('import.apply', { replacementsSeen: true });
  const target = join(world.dataDir, 'out.xml');
  await world.call('export.edexml', {
    target: world.grant(target, 'write'),
    show: 'alle',
    withNumbers: true,
    withSecretAddresses: true,
  });
  return {
    registered: await registeredFromFile(world),
    xml: readFileSync(target, 'utf8'),
    undo: () => world.call('import.undo', { id }),
  };
}

it('import, export, import is the identity on what EDEXML holds, whatever a valid file of any version says', async () => {
  await fc.assert(
    fc.asyncProperty(anyEdexml(), async (model) => {
      // In the schooljaar of the file: what is assumed from it is assumed alike when it comes back.
      for (const { clock } of [first, second]) clock.set(new Date(model.school['aanmaakdatum']!));
      const once = await imported(first, edexmlText(model));
      const twice = await imported(second, once.xml);
      await once.undo();
      await twice.undo();
      expect(twice.registered).toEqual(once.registered);
      expect(twice.xml).toBe(once.xml);
    }),
    { numRuns: 20 },
  );
});
