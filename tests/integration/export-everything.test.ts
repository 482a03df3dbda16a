import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { impersonalTables, personalTables } from '../../electron/core/database/personalData.ts';
import { exportTables, leftOut } from '../../electron/core/everything/tables.ts';
import { countRows } from '../../electron/core/database/database.ts';
import { exportLine } from '../../shared/domain/export/everything.ts';
import {
  advance,
  connect,
  createAdministration,
  creation,
  startConnected,
  startTestLas,
  type TestLas,
} from '../support/administration.ts';
import { loggedExports, lookInto } from '../support/database.ts';
import { addPupil, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';
import { temporaryDatabase, temporaryFolder } from '../unit/databaseWorld.ts';

let source: Awaited<ReturnType<typeof startConnected>>;
let file: string;

async function exportFrom(world: TestLas): Promise<string> {
  const path = join(world.dataDir, 'alles.jsonl');
  await world.call('everything.export', { target: world.grant(path, 'write') });
  return path;
}

beforeAll(async () => {
  source = await startConnected();
  const { world } = source;
  const { leerlingId } = await addPupil(world, testPersons.hera);
  await addPupil(world, { ...testPersons.zeus, geslacht: 'V' });
  await addPupil(
    world,
    testPersons.remi,
    correctInschrijving({
      lgfIndicatie: [{ begindatum: '2009-08-01', ambulanteBegeleiding: [{ brinnummer: '99AA' }] }],
    }),
  );
  await world.call('exchange.send', {});
  advance(source, 40);
  await world.call('exchange.requestTerugkoppelingen', {});
  await changePersoon(world, leerlingId, { roepnaam: 'Hera "1"\n\u{1F600}' });
  file = await exportFrom(world);
});
afterAll(() => source.close());

/** An administration in which nobody is registered. */
async function emptyWorld(input = creation): Promise<TestLas> {
  const world = await startTestLas();
  onTestFinished(() => world.close());
  await createAdministration(world, input);
  return world;
}

const inspect = (world: TestLas, path: string) =>
  world.call('everything.inspect', { token: world.grant(path, 'read') });
const inspectFails = (world: TestLas, path: string) =>
  world.fail('everything.inspect', { token: world.grant(path, 'read') });

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A copy of the export with other lines and an end that fits them, as somebody with the documentation would write it. */
function rewritten(change: (lines: Record<string, unknown>[]) => Record<string, unknown>[]): string {
  const lines = change(linesOf(file).slice(0, -1));
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const counts: Record<string, number> = {};
  for (const { table } of lines) if (typeof table === 'string') counts[table] = (counts[table] ?? 0) + 1;
  const end = { kind: 'end', counts, sha256: createHash('sha256').update(body).digest('hex') };
  const path = join(temporaryFolder(), 'rewritten.jsonl');
  writeFileSync(path, `${body}${JSON.stringify(end)}\n`);
  return path;
}

/** Which row stands in a line: its table and key. */
function nameOfRow(line: string): string {
  const { table, row } = JSON.parse(line) as { table: string; row: Record<string, unknown> };
  return `${table} ${String(row['id'] ?? row['key'] ?? row['name'] ?? row['inschrijving_id'])}`;
}

describe('the JSON export of everything', () => {
  it('holds every row but those that are left out, in lines that the documented schema allows', async () => {
    const lines = linesOf(file);
    for (const line of lines) expect(exportLine.safeParse(line).success).toBe(true);
    const counts = lines.at(-1)!['counts'] as Record<string, number>;
    const { stored, tables } = await lookInto(source.world, (db) => ({
      stored: countRows(db),
      tables: exportTables(db),
    }));
    for (const { table, where } of tables) {
      if (where === undefined) expect(counts[table] ?? 0, table).toBe(stored[table]);
    }
    expect(counts).toMatchObject({ leerling: 3, inschrijving: 3, ambulante_begeleiding_wpo: 1, school: 1 });
    expect(counts['bericht']).toBeGreaterThan(2);
    expect(readFileSync(file, 'utf8')).not.toMatch(/PRIVATE KEY|recoveryConfirmed/);
    expect((await loggedExports(source.world)).at(-1)?.new_value).toMatch(/^JSON, \d+ rijen$/);
  });

  it('comes back in a new folder as the same bytes, but for what has to do with sending', async () => {
    const world = await emptyWorld();
    const preview = await inspect(world, file);
    expect(preview.header.administration).toEqual({
      kind: 'oefen',
      brinnummer: '99ZZ',
      aanleverpunt: '00',
      naam: 'Basisschool De Proef',
    });
    expect(preview.counts).toMatchObject({ leerling: 3, inschrijving: 3 });
    expect((await world.call('leerlingen.list', {})).total).toBe(0);
    await world.call('everything.import', { draft: preview.draft });
    expect((await world.call('leerlingen.list', { search: 'hera' })).rows).toMatchObject([
      { bronState: 'geregistreerd' },
    ]);
    const again = await exportFrom(world);
    const rows = (path: string) => readFileSync(path, 'utf8').split('\n').slice(1, -2);
    const [before, after] = [rows(file), rows(again)];
    // Sending is held, so that what was ready to be sent lapsed; a number of bericht 6 is not used twice.
    expect(after.filter((line) => !before.includes(line)).map(nameOfRow)).toEqual([
      'bericht 3',
      'bron_state 3',
      'sequence verzoek.current',
      'setting exchange.hold',
    ]);
    expect(before.filter((line) => !after.includes(line)).map(nameOfRow)).toEqual([
      'bericht 3',
      'bron_state 3',
      'sequence verzoek.current',
    ]);
    expect(readdirSync(world.dataDir).filter((name) => name.includes('.import'))).toEqual([]);
  });

  it('goes on exchanging after a move, with numbers of its own', async () => {
    const world = await emptyWorld();
    const { draft } = await inspect(world, file);
    await world.call('everything.import', { draft });
    const { mock } = source;
    const pupils = (await world.call('leerlingen.list', {})).rows;
    await connect(world, mock);
    // The administration that was exported may have gone on: first BRON has to tell what it holds.
    expect((await world.fail('exchange.send', {})).code).toBe('sending-held');
    world.clock.set(source.world.clock.now());
    await world.call('exchange.requestRegistratieoverzicht', {});
    advance({ world, mock }, 31);
    await world.call('exchange.requestTerugkoppelingen', {});
    expect((await world.call('exchange.overview', {})).hold).toBeUndefined();
    await changePersoon(world, pupils[0]!.id, { postcode: '2517JR' });
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 1, problems: [] });
  });

  it('goes into an empty administration of the same school only, once', async () => {
    expect(await inspectFails(source.world, file)).toMatchObject({ code: 'everything-not-empty' });
    const other = await emptyWorld({ ...creation, school: { ...creation.school, aanleverpunt: '01' } });
    expect(await inspectFails(other, file)).toMatchObject({
      code: 'everything-other-school',
      message: 'Dit bestand is van 99ZZ00; deze administratie is 99ZZ01.',
    });
    const world = await emptyWorld();
    const { draft } = await inspect(world, file);
    await addPupil(world, testPersons.odin);
    expect(await world.fail('everything.import', { draft })).toMatchObject({ code: 'everything-not-empty' });
    await world.call('everything.discard', {});
    expect(await world.fail('everything.import', { draft })).toMatchObject({ code: 'everything-draft-gone' });
  });
});

describe('a JSON export that is not right', () => {
  it('is refused when cut off, at whatever byte, and leaves nothing', async () => {
    const world = await emptyWorld();
    const whole = readFileSync(file);
    for (const length of [whole.length - 1, whole.length - 40, whole.length >> 1, 300]) {
      const cut = join(temporaryFolder(), 'cut.jsonl');
      writeFileSync(cut, whole);
      truncateSync(cut, length);
      // Without its last line feed the last line is still whole.
      if (length === whole.length - 1) await inspect(world, cut);
      else expect((await inspectFails(world, cut)).code, String(length)).toBe('everything-damaged');
    }
    await world.call('everything.discard', {});
    expect(readdirSync(world.dataDir).filter((name) => name.includes('.import'))).toEqual([]);
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(0);
  });

  it('is refused when a byte was changed', async () => {
    const world = await emptyWorld();
    const changed = join(temporaryFolder(), 'changed.jsonl');
    writeFileSync(changed, readFileSync(file, 'utf8').replace('"achternaam":"Jager"', '"achternaam":"Jagen"'));
    expect(await inspectFails(world, changed)).toMatchObject({
      code: 'everything-damaged',
      message: 'Dit bestand is niet volledig of is gewijzigd (de inhoud is gewijzigd); er is niets geïmporteerd.',
    });
  });

  const header = (change: object) => rewritten(([first, ...rest]) => [{ ...first, ...change }, ...rest]);
  const extra = (line: Record<string, unknown>) => rewritten((lines) => [...lines, line]);

  it.each([
    ['of a newer format', () => header({ version: 2 }), 'everything-newer', ''],
    ['of a newer schema', () => header({ schema: 9_000 }), 'everything-newer', ''],
    ['of another program', () => header({ format: 'something' }), 'everything-not-ours', ''],
    [
      'with an unknown table',
      () => extra({ kind: 'row', table: 'magic', row: { id: 1 } }),
      'everything-damaged',
      'tabel magic is onbekend',
    ],
    [
      'with a table that stays out',
      () => extra({ kind: 'row', table: 'user_account', row: { id: 'x' } }),
      'everything-damaged',
      'user_account',
    ],
    [
      'with an unknown column',
      () => extra({ kind: 'row', table: 'leerling', row: { id: 99, 'a"b': 1 } }),
      'everything-damaged',
      'kolom a?b is onbekend',
    ],
    ['with a row twice', () => rewritten((lines) => [...lines, lines.at(-1)!]), 'everything-damaged', 'regel'],
    [
      'with a text for a number',
      () =>
        extra({
          kind: 'row',
          table: 'inschrijving',
          row: { id: 'x', version: 1, leerling_id: 1, kind: 'WPO', created_at: 'x', changed_at: 'x' },
        }),
      'everything-damaged',
      'regel',
    ],
    [
      'with a reference to nobody',
      () =>
        extra({
          kind: 'row',
          table: 'inschrijving',
          row: { id: 99, version: 1, leerling_id: 98, kind: 'WPO', created_at: 'x', changed_at: 'x' },
        }),
      'everything-damaged',
      'verwijzing',
    ],
  ])('is refused %s', async (_what, make, code, detail) => {
    const world = await emptyWorld();
    const failure = await inspectFails(world, make());
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(detail);
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(0);
  });

  it('is told apart from files that are none at all', async () => {
    const world = await emptyWorld();
    for (const text of ['', '{}', 'leerlingnummer;naam\n1;x', '<EDEX/>', '\u0000\u0001']) {
      const path = join(temporaryFolder(), 'other');
      writeFileSync(path, text);
      expect((await inspectFails(world, path)).code, text).toBe('everything-not-ours');
    }
  });
});

describe('the tables of the JSON export', () => {
  it('are all tables but those left out with a reason', () => {
    const { db } = temporaryDatabase();
    const tables = [...exportTables(db).map(({ table }) => table), ...Object.keys(leftOut)];
    expect(tables.toSorted()).toEqual([...personalTables.map(({ table }) => table), ...impersonalTables].toSorted());
    expect(tables.toSorted()).toEqual(Object.keys(countRows(db)).toSorted());
    expect(Object.values(leftOut)).not.toContain('');
  });
});
