import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { startConnected } from '../support/administration.ts';
import { lookInto } from '../support/database.ts';
import { anyEdexml } from '../support/edexml.ts';
import { emptyWorld, hera, odin, model, importAll, open, registered } from '../support/edexmlImport.ts';
import { addPupil, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

describe('undoing an import', () => {
  it('restores the administration exactly, however the import was made up', async () => {
    const world = await emptyWorld();
    await fc.assert(
      fc.asyncProperty(anyEdexml(), anyEdexml(), async (first, second) => {
        const empty = await registered(world);
        const earlier = await importAll(world, first);
        const before = await registered(world);
        const later = await importAll(world, second);
        expect((await world.call('import.undo', { id: later.id })).result).toBe('undone');
        expect(await registered(world)).toEqual(before);
        expect(await world.call('import.undo', { id: earlier.id })).toMatchObject({ restored: 0 });
        expect(await registered(world)).toEqual(empty);
      }),
      { numRuns: 12 },
    );
    expect(await lookInto(world, (db) => verifyChain(db))).toMatchObject({ ok: true });
  });

  it('asks first when pupils were changed since, and can be done once', async () => {
    const world = await emptyWorld();
    const { id } = await importAll(world, model(hera, odin));
    const [row] = (await world.call('leerlingen.list', { show: 'alle', search: 'hera' })).rows;
    await changePersoon(world, row?.id ?? 0, { roepnaam: 'Iris' });
    expect(await world.call('import.undo', { id })).toMatchObject({
      result: 'changed',
      leerlingen: [{ naam: 'Jager, Iris de' }],
      total: 1,
    });
    expect(await world.call('import.undo', { id, alsoChanged: true })).toMatchObject({ result: 'undone', removed: 2 });
    expect((await world.fail('import.undo', { id })).code).toBe('import-undone');
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(0);
  });

  it('brings back a verzorger who was taken away since, and takes away one who would belong to nobody', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const add = async (id: number, achternaam: string) => {
      const verzorger = { gegevens: { achternaam } };
      await world.call('gezin.saveVerzorger', { leerlingId: id, verzorger, link: { gegevens: {} } });
    };
    const ofHera = async () => (await world.call('gezin.get', { leerlingId })).verzorgers;
    await add(leerlingId, 'Moeder');
    const elements = { bsn: '999992533', roepnaam: 'Iris', achternaam: 'Jager', voorvoegsel: 'de' };
    const { id } = await importAll(world, model({ ...hera, elements: { ...hera.elements, ...elements } }, odin));
    const [imported] = (await world.call('leerlingen.list', { show: 'alle', search: 'odin' })).rows;
    await add(imported?.id ?? 0, 'Alleen');
    const [{ link }] = (await ofHera()) as [Awaited<ReturnType<typeof ofHera>>[number]];
    await world.call('gezin.unlinkVerzorger', { linkId: link.id, version: link.version });
    await add(leerlingId, 'Later');
    expect(await world.call('import.undo', { id, alsoChanged: true })).toMatchObject({ removed: 1, restored: 1 });
    expect((await ofHera()).map(({ gegevens }) => gegevens)).toEqual([{ achternaam: 'Moeder' }]);
    const names = await lookInto(world, (db) => db.prepare('SELECT achternaam FROM verzorger').pluck().all());
    expect(names).toEqual(['Moeder']);
  });

  it.each([
    ['one after the other', 0],
    ['a hundred others between them', 100],
  ])('brings back what was there before the first of two rows of one pupil, %s', async (_, between) => {
    const world = await emptyWorld();
    await importAll(world, model(hera));
    const before = await registered(world);
    const others = Array.from({ length: between }, (_other, index) => ({
      ...odin,
      key: `3${index}`,
      elements: { ...odin.elements, roepnaam: `Odin ${index}` },
    }));
    await open(world, model({ ...hera, key: '1002' }, ...others, { ...hera, key: '1003' }));
    await world.call('import.choose', { number: between + 2, action: 'bijwerken' });
    const { id, outcome } = await world.call('import.apply', { replacementsSeen: true });
    expect(outcome).toMatchObject({ bijgewerkt: 2, nieuw: between });
    expect(await registered(world)).not.toEqual(before);
    expect(await world.call('import.undo', { id })).toMatchObject({ result: 'undone', restored: 1, removed: between });
    expect(await registered(world)).toEqual(before);
  });

  it('becomes a proposal once a melding of it was sent', async () => {
    const { world, close } = await startConnected();
    onTestFinished(close);
    const { leerlingId } = await addPupil(world, testPersons.zeus, correctInschrijving());
    const { id } = await importAll(
      world,
      model(hera, {
        ...hera,
        key: '1002',
        elements: { bsn: '999992120', roepnaam: 'Zeus', achternaam: 'Jager', uitstroomdatum: '2009-10-30' },
      }),
    );
    await world.call('exchange.send', {});
    expect(await world.call('import.undo', { id })).toMatchObject({
      result: 'proposal',
      messages: [
        { id: leerlingId, nr: 3 },
        { naam: 'Jager, Hera de', nr: 4 },
      ],
      total: 2,
    });
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(2);
  });
});
