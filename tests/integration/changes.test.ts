import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeCursor, ChangeFilter, ChangeLine } from '../../shared/api/changes.ts';
import { appendChange } from '../../electron/core/database/changeLog.ts';
import { openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { dataFolder } from '../../electron/core/database/dataFolder.ts';
import { readKeys } from '../../electron/core/users/keysFile.ts';
import { unlockWithPassword } from '../../electron/core/users/keys.ts';
import { createAdministration, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, changePersoon, testPersons } from '../support/pupils.ts';
import { addUser, signIn, signInAsBeheerder } from '../support/users.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterEach(async () => {
  await world.close();
});

/** Does something to the database while the program is locked, beside the program. */
async function beside(work: (db: Connection) => void): Promise<void> {
  const folder = dataFolder(world.dataDir);
  await world.call('session.lock', {});
  const { key } = await unlockWithPassword(readKeys(folder.keys), PASSWORD, 'secretaresse');
  const db = openDatabase(folder.database, key);
  db.transaction(() => work(db))();
  db.close();
  await signInAsBeheerder(world);
}

/** Removes what protects the log, for good. */
const unprotect = (db: Connection) => {
  for (const name of ['change_log_no_update', 'change_log_no_delete', 'change_log_in_order'])
    db.exec(`DROP TRIGGER ${name}`);
};

async function all(filter: ChangeFilter, limit = 500): Promise<ChangeLine[]> {
  const lines: ChangeLine[] = [];
  for (let after: ChangeCursor | undefined; ;) {
    const page = await world.call('changes.list', { filter, limit, ...(after ? { after } : {}) });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    lines.push(...page.rows);
    if (!page.next) return lines;
    after = page.next;
  }
}

describe('the log of changes', () => {
  it('shows who, when, what, whom, and the old and new value', async () => {
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await addUser(world, 'jan', 'administratie', 'Jan Bakker');
    await signIn(world, 'jan');
    world.clock.set(new Date('2009-11-03T10:15:00Z'));
    await changePersoon(world, leerlingId, { achternaam: 'Boer' });
    await signInAsBeheerder(world);
    const [line] = await all({ leerlingId, search: 'boer jager' });
    expect(line).toMatchObject({
      userName: 'Jan Bakker',
      kind: 'leerling',
      subject: 'Boer, Hera de',
      leerlingId,
      field: 'achternaam',
      old: 'Jager',
      new: 'Boer',
      destroyed: false,
    });
    expect(line?.at.slice(0, 16)).toBe('2009-11-03T10:15');
    expect(await world.call('changes.facets', {})).toEqual({
      users: [
        expect.objectContaining({ naam: 'Jan Bakker' }),
        expect.objectContaining({ naam: 'Secretaresse' }),
      ] as unknown,
      kinds: ['inschrijving', 'leerling', 'login', 'user_account', 'view'],
    });
  });

  it('says who was shown a number in what would be undone', async () => {
    const { id: leerlingId } = await world.call('leerlingen.save', { persoon: testPersons.hera });
    await world.call('undo.preview', { leerlingId });
    expect(await all({ kind: 'view', leerlingId })).toMatchObject([{ new: 'burgerservicenummer' }]);
  });

  it('gives by any filter, page after page, exactly the lines that fit it, latest first', async () => {
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const { leerlingId: other } = await addPupil(world, testPersons.zeus);
    const userId = await addUser(world, 'jan', 'administratie');
    await beside((db) => {
      // More than a few slices, with moments that repeat and go back: an oefenklok can be set back.
      for (let index = 0; index < 4200; index += 1) {
        appendChange(db, {
          at: new Date(Date.parse('2009-09-01T00:00:00Z') + ((index * 7919) % 90) * 86_400_000).toISOString(),
          userId: index % 3 === 0 ? userId : null,
          entity: ['leerling', 'inschrijving', 'setting'][index % 4] ?? 'view',
          entityId: index % 5 === 0 ? leerlingId : other,
          changes: [
            { field: 'note', old: null, new: index % 700 === 0 ? `zeldzaam Ëxtra ${index}` : `waarde ${index}` },
          ],
        });
      }
    });
    const everything = await all({});
    expect(new Set(everything.map(({ seq }) => seq)).size).toBe(everything.length);
    expect(everything.length).toBeGreaterThan(4200);
    const sorted = everything.toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1));
    expect(everything.map(({ seq }) => seq)).toEqual(sorted.map(({ seq }) => seq));

    const inPeriod = ({ at }: ChangeLine) => at >= '2009-09-30T22:00' && at < '2009-10-31T23:00';
    const filters: [ChangeFilter, (line: ChangeLine) => boolean][] = [
      [{ from: '2009-10-01', to: '2009-10-31' }, inPeriod],
      [{ userId }, ({ userName }) => userName === 'Naam jan'],
      [{ kind: 'setting' }, ({ kind }) => kind === 'setting'],
      [{ leerlingId }, (line) => line.leerlingId === leerlingId],
      [
        { userId, kind: 'view', from: '2009-10-01', to: '2009-10-31' },
        (line) => line.userName === 'Naam jan' && line.kind === 'view' && inPeriod(line),
      ],
      [
        { leerlingId: other, kind: 'leerling', userId },
        (line) => line.leerlingId === other && line.kind === 'leerling' && line.userName === 'Naam jan',
      ],
      [{ search: 'EXTRA zeldz' }, (line) => line.new?.startsWith('zeldzaam') === true],
      [
        { search: 'waarde 42', kind: 'inschrijving' },
        (line) => line.kind === 'inschrijving' && /^waarde .*42/.test(line.new ?? ''),
      ],
      [{ search: 'komt niet voor' }, () => false],
    ];
    for (const [filter, fits] of filters) {
      const expected = everything.filter(fits).map(({ seq }) => seq);
      for (const limit of [500, 37])
        expect(
          (await all(filter, limit)).map(({ seq }) => seq),
          JSON.stringify({ filter, limit }),
        ).toEqual(expected);
    }
  });

  it('goes to CSV that no spreadsheet takes for formulas; that is itself in the log', async () => {
    const { leerlingId } = await addPupil(world, { ...testPersons.hera, roepnaam: '=HYPERLINK("x";"y")' });
    const target = join(world.dataDir, 'logboek.csv');
    const filter = { leerlingId, kind: 'leerling' };
    const expected = await all(filter);
    expect(await world.call('changes.export', { filter, target: world.grant(target, 'write') })).toEqual({
      lines: expected.length,
      stopped: false,
    });
    const text = readFileSync(target, 'utf8');
    expect(text.startsWith('\ufeffregel;')).toBe(true);
    const rows = parse<Record<string, string>>(text, { bom: true, delimiter: ';', columns: true });
    expect(rows.map((row) => Number(row['regel']))).toEqual(expected.map(({ seq }) => seq));
    const roepnaam = rows.find((row) => row['gegeven'] === 'roepnaam');
    expect(['soort', 'gebruiker', 'nieuw'].map((column) => roepnaam?.[column])).toEqual([
      'Leerling',
      'Secretaresse',
      '\'=HYPERLINK("x";"y")',
    ]);
    expect((await all({ kind: 'export' }))[0]).toMatchObject({
      field: 'logboek',
      new: `CSV, ${expected.length} regels (gekozen op: leerlingId, kind)`,
    });
    const readOnly = world.grant(target, 'read');
    expect(await world.fail('changes.export', { filter, target: readOnly })).toMatchObject({ code: 'file-gone' });
    for (const place of [join(world.dataDir, 'weg', 'x.csv'), join(target, 'x.csv'), join(world.dataDir, 'log')])
      expect(await world.fail('changes.export', { filter, target: world.grant(place, 'write') })).toMatchObject({
        code: 'target-not-writable',
      });
  });

  it('stops verifying when asked, and when the administration is locked', async () => {
    await beside((db) => {
      for (let index = 0; index < 3000; index += 1)
        appendChange(db, {
          at: '2009-11-02T08:00:00.000Z',
          userId: null,
          entity: 'setting',
          entityId: null,
          changes: [{ field: 'x', old: null, new: String(index) }],
        });
    });
    const first = world.call('changes.verify', {});
    expect(await world.fail('changes.verify', {})).toMatchObject({ code: 'log-busy' });
    await world.call('changes.stop', {});
    expect(await first).toMatchObject({ intact: true, stopped: true });
    const second = world.call('changes.verify', {});
    await new Promise(setImmediate);
    await world.call('session.lock', {});
    expect(await second).toMatchObject({ stopped: true });
    await signInAsBeheerder(world);
    expect(await world.call('changes.verify', {})).toMatchObject({ intact: true, stopped: false });
    const progress = world.events.filter(({ event }) => event === 'changes.progress');
    expect(progress.at(-1)?.payload).toMatchObject({
      done: expect.any(Number) as number,
      total: expect.any(Number) as number,
    });
  });

  it('says what is wrong and until when it was right', async () => {
    await addPupil(world, testPersons.hera);
    const lines = await all({});
    const target = lines.find(({ field, kind }) => kind === 'leerling' && field === 'achternaam');
    const seq = target?.seq ?? 0;
    await beside((db) => {
      unprotect(db);
      db.prepare("UPDATE change_value SET new_value = 'Ander' WHERE seq = ?").run(seq);
    });
    expect(await world.call('changes.verify', {})).toMatchObject({
      intact: false,
      lines: seq - 1,
      problem: { reason: 'value', seq, rightUntil: lines.find((line) => line.seq === seq - 1)?.at },
    });
    await beside((db) => {
      db.prepare('DELETE FROM change_value WHERE seq = ?').run(seq);
      db.prepare('DELETE FROM change_log WHERE seq = ?').run(seq);
    });
    expect(await world.call('changes.verify', {})).toMatchObject({ intact: false, problem: { reason: 'line', seq } });
  });
});

describe('lines cut off at the end', () => {
  const cut = async (count: number) => {
    await beside((db) => {
      unprotect(db);
      const last = db.prepare('SELECT max(seq) FROM change_log').pluck().get() as number;
      db.prepare('DELETE FROM change_value WHERE seq > ?').run(last - count);
      db.prepare('DELETE FROM change_log WHERE seq > ?').run(last - count);
    });
  };

  it('are missed at the next unlocking, until a beheerder takes note of it', async () => {
    await addPupil(world, testPersons.hera);
    await addUser(world, 'jan', 'lezer');
    expect(await world.call('session.status', {})).not.toHaveProperty('logCut');
    await cut(3);
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open', logCut: true });
    expect(await world.call('changes.verify', {})).toMatchObject({ intact: false, problem: { reason: 'head' } });
    await signIn(world, 'jan');
    expect(await world.call('session.status', {})).not.toHaveProperty('logCut');
    await signInAsBeheerder(world);
    await world.call('changes.acceptHead', {});
    expect(await world.call('session.status', {})).not.toHaveProperty('logCut');
    expect((await all({ kind: 'log' }))[0]?.new).toMatch(/^na regel \d+ ontbreekt tot en met regel \d+$/);
    await world.restart();
    expect(await world.call('session.status', {})).not.toHaveProperty('logCut');
  });

  it('are not missed where no head was kept', async () => {
    await addPupil(world, testPersons.hera);
    await world.las.close();
    rmSync(join(world.dataDir, 'chain-head'));
    await world.restart();
    expect(await world.call('session.status', {})).not.toHaveProperty('logCut');
  });
});
