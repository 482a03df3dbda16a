import { copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { fetchTerugkoppelingen, PASSWORD, startConnected } from '../support/administration.ts';
import { backupsIn, firstPlace, makeSecondPlace, pendingPlaces, searchFor, swept } from '../support/backupPlaces.ts';
import { openBeside } from '../support/database.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** Destroying what the school need not keep any longer: nothing of it is left, in backups neither. */
let line: Awaited<ReturnType<typeof startConnected>>;
let outside: string;
let hera: number;
let zeus: number;

/** What tells of Hera, and nobody else. */
const secrets = ['999992533', 'Hera', 'Zorgzaam', 'Notitie over haar', 'hera@thuis.example', 'Verzinstraat'];

const years = (count: number) =>
  line.world.clock.set(new Date(line.world.clock.now().getTime() + count * 366 * 86_400_000));
const first = () => firstPlace(line.world);
const list = () => line.world.call('retention.list', {});
const destroy = (...leerlingIds: number[]) => line.world.call('retention.destroy', { leerlingIds, confirmed: true });
const search = (folder: string) => searchFor(line.world, folder, secrets);

async function enrolBoth(): Promise<void> {
  const { world } = line;
  const persoon = { ...testPersons.hera, straatnaam: 'Verzinstraat', huisnummer: '7' };
  ({ leerlingId: hera } = await addPupil(world, persoon));
  ({ leerlingId: zeus } = await addPupil(world, testPersons.zeus));
  await world.call('notes.save', { leerlingId: hera, date: '2009-11-02', text: 'Notitie over haar' });
  await world.call('gezin.saveVerzorger', {
    leerlingId: hera,
    verzorger: { gegevens: { achternaam: 'Zorgzaam', email: 'hera@thuis.example' } },
    link: { gegevens: {} },
  });
}

async function exchangeAll(): Promise<void> {
  await line.world.call('exchange.send', {});
  await fetchTerugkoppelingen(line);
}

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  line = await startConnected({ answerTimeoutMs: 2500 });
  await enrolBoth();
});
afterEach(async () => {
  await line.close();
  rmSync(outside, { recursive: true, force: true });
});

async function secondPlace(): Promise<string> {
  const second = join(outside, 'usb');
  await makeSecondPlace(line.world, second);
  return second;
}

async function leave(): Promise<void> {
  await changeInschrijving(line.world, hera, { datumUitschrijving: '2009-10-30' });
  await exchangeAll();
}

describe('a pupil who left', () => {
  it('is proposed when five years are over, and not before; nor one whose uitschrijving BRON has not got', async () => {
    await exchangeAll();
    await changeInschrijving(line.world, hera, { datumUitschrijving: '2009-10-30' });
    line.world.clock.set(new Date('2014-10-29T12:00:00Z'));
    expect((await list()).total).toBe(0);
    line.world.clock.set(new Date('2014-10-30T12:00:00Z'));
    expect(await list()).toMatchObject({
      total: 1,
      rows: [{ leerlingId: hera, naam: 'Jager, Hera de', datumUitschrijving: '2009-10-30', underWay: true }],
      protocol: [],
    });
    expect(await line.world.call('retention.due', {})).toEqual({ proposed: 1 });
    const wanted: Input<'retention.destroy'> = { leerlingIds: [hera], confirmed: true };
    expect(await line.world.fail('retention.destroy', wanted)).toMatchObject({ code: 'not-destroyable' });
    expect((await list()).total).toBe(1);
  });

  it('is never destroyed while still at school', async () => {
    years(6);
    const wanted: Input<'retention.destroy'> = { leerlingIds: [zeus], confirmed: true };
    expect(await line.world.fail('retention.destroy', wanted)).toMatchObject({ code: 'not-destroyable' });
  });
});

it('of a destroyed pupil no byte is left in the data folder or the backups of either place, before encryption', async () => {
  const { world } = line;
  await exchangeAll();
  await world.call('backup.make', {});
  await world.call('exchange.requestRegistratieoverzicht', { peildatum: '2009-11-02' });
  await fetchTerugkoppelingen(line);
  await leave();
  await world.call('backup.make', {});
  const second = await secondPlace();
  years(6);
  // Everything that was searched for stands in the database and in all six backups.
  const before = await search(world.dataDir);
  for (const secret of secrets) expect(before.found.filter((one) => one.endsWith(secret)).length).toBeGreaterThan(2);
  expect((await search(second)).found).toHaveLength(3 * secrets.length);

  await destroy(hera);
  await swept(line.world);
  const after = await search(world.dataDir);
  expect(after.found).toEqual([]);
  expect(after.files).toBeGreaterThan(4);
  expect(await search(second)).toEqual({ files: 3, found: [] });
  expect((await list()).protocol).toMatchObject([
    {
      decidedBy: 'Secretaresse',
      leerlingen: 1,
      leftIn: '2009',
      before: '2016-01-02',
      places: [
        { place: 'database', there: true },
        { place: 'first', rewritten: 3, removed: 0 },
        { place: 'second', folder: second, rewritten: 3, removed: 0 },
      ],
    },
  ]);

  // The log knows that it happened, and its chain still holds.
  const db = await openBeside(world);
  const lines = db.prepare(
    "SELECT field FROM change_log WHERE entity = 'leerling' AND entity_id = ? ORDER BY seq DESC",
  );
  expect(lines.pluck().get(hera)).toBe('destroyed');
  db.close();
  expect(await world.call('changes.verify', {})).toMatchObject({ intact: true });

  // The others are as they were, and a rewritten backup can be restored.
  expect(await world.call('leerlingen.list', { show: 'alle' })).toMatchObject({ total: 1 });
  const { backups } = await world.call('backup.list', {});
  expect(backups.map(({ leerlingen }) => leerlingen)).toEqual([1, 1, 1, 1, 1, 1]);
  const oldest = backups.at(-1);
  const { draft } = await world.call('restore.inspect', { name: oldest?.name ?? '', place: oldest?.place ?? 'first' });
  const secret = { password: PASSWORD };
  await world.call('restore.preview', { draft, secret });
  await world.call('restore.commit', { draft, secret });
  expect((await world.call('leerlingen.list', { show: 'alle' })).rows.map(({ naam }) => naam)).toEqual([
    'Jager, Zeus de',
  ]);
});

it('a place that is away is listed, and done when it is back', async () => {
  const { world } = line;
  await exchangeAll();
  await leave();
  await world.call('backup.make', {});
  const second = await secondPlace();
  renameSync(second, `${second}-away`);
  years(6);
  await destroy(hera);
  await swept(line.world, 1);
  expect(await pendingPlaces(line.world)).toMatchObject([{ place: 'second', folder: second, there: false }]);
  expect(await world.call('retention.due', {})).toEqual({ proposed: 0, before: '2016-01-02' });
  renameSync(`${second}-away`, second);
  expect((await search(second)).found).not.toEqual([]);
  await world.call('backup.setSecondPlace', { folder: world.grant(second, 'folder') });
  await swept(line.world);
  expect((await search(second)).found).toEqual([]);
  expect(await world.call('retention.due', {})).toEqual({ proposed: 0 });
});

it('a place that does not come back is ticked off by name, for later destructions too, and done all the same if it does', async () => {
  const { world } = line;
  await exchangeAll();
  await leave();
  const second = await secondPlace();
  years(6);
  const gone: Input<'retention.placeGone'> = { folder: second, as: 'lost', confirmed: true };
  expect(await world.fail('retention.placeGone', gone)).toMatchObject({ code: 'place-is-there' });
  renameSync(second, `${second}-away`);
  expect(await world.fail('retention.placeGone', gone)).toMatchObject({ code: 'not-found' });
  await destroy(hera);
  await swept(world, 1);
  await world.call('retention.placeGone', gone);
  const tickedOff = { place: 'second', there: false, gone: { as: 'lost', by: 'Secretaresse' } };
  expect(await pendingPlaces(world)).toMatchObject([tickedOff]);
  expect(await world.call('retention.due', {})).toEqual({ proposed: 0 });
  const [told] = (await world.call('changes.list', { filter: {} })).rows;
  expect(told).toMatchObject({ kind: 'destruction', field: 'placeLost', new: second });
  expect(await world.fail('retention.placeGone', gone)).toMatchObject({ code: 'not-found' });

  await changeInschrijving(world, zeus, { datumUitschrijving: '2015-10-30' });
  await exchangeAll();
  years(6);
  await destroy(zeus);
  await swept(world, 2);
  expect(await pendingPlaces(world)).toMatchObject([tickedOff, tickedOff]);

  renameSync(`${second}-away`, second);
  expect((await search(second)).found).not.toEqual([]);
  await world.call('backup.setSecondPlace', { folder: world.grant(second, 'folder') });
  await swept(world);
  expect((await search(second)).found).toEqual([]);
});

it('a backup under a former key and a half one are removed; one that cannot hold the pupil stays as it is', async () => {
  const { world } = line;
  await exchangeAll();
  await leave();
  await world.call('backup.make', {});
  await world.call('users.rekey', {});
  const [old = ''] = backupsIn(first());
  copyFileSync(join(first(), old), join(first(), old.replace('.reserve', '-half.reserve')));
  truncateSync(join(first(), old.replace('.reserve', '-half.reserve')), 9000);
  const { leerlingId: later } = await addPupil(
    world,
    testPersons.odin,
    correctInschrijving({ datumUitschrijving: '2009-10-30' }),
  );
  years(6);
  await destroy(later);
  await swept(line.world);
  expect(backupsIn(first())).toEqual([old]);
  await destroy(hera);
  await swept(line.world);
  expect(backupsIn(first())).toEqual([]);
  expect((await list()).protocol.map(({ places }) => places[1])).toMatchObject([
    { rewritten: 0, removed: 1 },
    { rewritten: 0, removed: 1 },
  ]);
});
