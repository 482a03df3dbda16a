import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { TestLas } from '../support/administration.ts';
import { changed, emptyWorld, importAll, model, odin } from '../support/edexmlImport.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

/** A pupil of whom the retention period is over can be kept on purpose, up to and including a day. */
let world: TestLas;
let hera: number;
let zeus: number;

beforeEach(async () => {
  world = await emptyWorld();
  const left = correctInschrijving({ datumInschrijving: '2003-08-01', datumUitschrijving: '2004-07-31' });
  ({ leerlingId: hera } = await addPupil(world, testPersons.hera, left));
  ({ leerlingId: zeus } = await addPupil(world, testPersons.zeus, left));
});

const due = async () => (await world.call('retention.due', {})).proposed;
const list = async () =>
  (await world.call('retention.list', {})).rows.map(({ leerlingId, keptUntil }) => [leerlingId, keptUntil]);
const keep = (until: string | undefined, ...leerlingIds: number[]) =>
  world.call('retention.keep', { leerlingIds, ...(until === undefined ? {} : { until }) });
const wanted = (...leerlingIds: number[]): Input<'retention.destroy'> => ({ leerlingIds, confirmed: true });

describe('a pupil who is kept on purpose', () => {
  it('is not told of, stands last with the day, and cannot be destroyed', async () => {
    expect([await due(), await list()]).toEqual([
      2,
      [
        [hera, undefined],
        [zeus, undefined],
      ],
    ]);
    await keep('2010-03-01', hera);
    expect([await due(), await list()]).toEqual([
      1,
      [
        [zeus, undefined],
        [hera, '2010-03-01'],
      ],
    ]);
    expect(await world.fail('retention.destroy', wanted(zeus, hera))).toMatchObject({ code: 'not-destroyable' });
    expect(await list()).toHaveLength(2);
    await keep('2010-06-01', hera, zeus);
    expect([await due(), await list()]).toEqual([
      0,
      [
        [hera, '2010-06-01'],
        [zeus, '2010-06-01'],
      ],
    ]);
  });

  it('comes back when the day has passed, and can then be destroyed', async () => {
    await keep('2010-03-01', hera);
    world.clock.set(new Date('2010-03-01T22:00:00Z'));
    expect(await due()).toBe(1);
    world.clock.set(new Date('2010-03-01T23:00:00Z'));
    expect([await due(), await list()]).toEqual([
      2,
      [
        [hera, undefined],
        [zeus, undefined],
      ],
    ]);
    await world.call('retention.destroy', wanted(hera));
    expect(await list()).toEqual([[zeus, undefined]]);
  });

  it('comes back when a beheerder decides so, and both stand in the log', async () => {
    await keep('2010-03-01', hera);
    await keep(undefined, hera);
    expect([await due(), await list()]).toEqual([
      2,
      [
        [hera, undefined],
        [zeus, undefined],
      ],
    ]);
    const { rows } = await world.call('changes.list', { filter: { leerlingId: hera } });
    const said = rows.filter(({ field }) => field === 'keptUntil').map((line) => [line.old, line.new]);
    expect(said).toEqual([
      ['2010-03-01', undefined],
      [undefined, '2010-03-01'],
    ]);
  });

  it('goes with the import that brought the pupil', async () => {
    const elements = { bsn: '', instroomdatum: '2003-08-01', uitstroomdatum: '2004-07-31' };
    const { id } = await importAll(world, model(changed(odin, elements)));
    const [leerlingId] = (await list()).map(([one]) => Number(one)).filter((one) => one !== hera && one !== zeus);
    await keep('2010-03-01', leerlingId ?? 0);
    expect(await world.call('import.undo', { id })).toMatchObject({ result: 'undone', removed: 1 });
    expect([await due(), (await list()).length]).toEqual([2, 2]);
  });

  it('leaves nothing behind when destroyed after all', async () => {
    await keep('2010-03-01', hera);
    await keep(undefined, hera);
    await keep('2010-04-01', zeus);
    world.clock.set(new Date('2010-05-01T12:00:00Z'));
    await world.call('retention.destroy', wanted(hera, zeus));
    expect([await due(), await list()]).toEqual([0, []]);
  });
});

describe('keeping is refused, and changes nothing,', () => {
  it.each(['2009-11-02', '2009-11-01'])('up to %s, which is today or before', async (until) => {
    expect(await world.fail('retention.keep', { leerlingIds: [hera], until })).toMatchObject({
      code: 'keep-until-past',
    });
    expect(await due()).toBe(2);
  });

  it('of one of whom the retention period is not over', async () => {
    const { leerlingId } = await addPupil(world, testPersons.odin, correctInschrijving());
    const input: Input<'retention.keep'> = { leerlingIds: [hera, leerlingId], until: '2010-03-01' };
    expect(await world.fail('retention.keep', input)).toMatchObject({ code: 'keep-not-proposed' });
    expect(await due()).toBe(2);
  });
});
