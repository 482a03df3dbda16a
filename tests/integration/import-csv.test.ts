import { createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CsvPreview } from '../../shared/api/csv.ts';
import { standardColumns } from '../../shared/domain/export/columns.ts';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';
import { numberWithZero } from '../support/numbers.ts';
import { addPupil, testPersons } from '../support/pupils.ts';
import { temporaryFolder } from '../unit/databaseWorld.ts';

async function emptyWorld(): Promise<TestLas> {
  const world = await startTestLas();
  onTestFinished(() => world.close());
  await createAdministration(world);
  return world;
}

function fileOf(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'leerlingen.csv');
  writeFileSync(path, content);
  return path;
}

const inspect = (world: TestLas, path: string): Promise<CsvPreview> =>
  world.call('csv.inspect', { token: world.grant(path, 'read'), fileName: 'leerlingen.csv' });

const open = (world: TestLas, { draft, encoding, delimiter, mapping, repairs }: CsvPreview) =>
  world.call('csv.open', { draft, encoding, delimiter, mapping, repairs });

const allRepairs = { zeros: true, serialDates: true, shortYears: true, americanDates: true };
const table = 'Leerlingnummer;Roepnaam;Achternaam;Geboortedatum\r\n1;Zoë;Noord;1-9-2002\r\n2;Rémi;Zuid;2-9-2002\r\n';
const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');

describe('a CSV file', () => {
  it('that is gone, or is none, is said to be unreadable: when it is chosen and later on', async () => {
    const world = await emptyWorld();
    const path = fileOf(table);
    const preview = await inspect(world, path);
    rmSync(path);
    const { draft, encoding, delimiter, mapping, repairs } = preview;
    const unreadable = { code: 'file-unreadable' };
    expect(await world.fail('csv.reread', { draft, encoding, delimiter })).toMatchObject(unreadable);
    expect(await world.fail('csv.open', { draft, encoding, delimiter, mapping, repairs })).toMatchObject(unreadable);
    for (const chosen of [path, join(fileOf(table), 'x'), temporaryFolder()]) {
      const token = world.grant(chosen, 'read');
      expect(await world.fail('csv.inspect', { token, fileName: 'leerlingen.csv' })).toMatchObject(unreadable);
    }
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`), 'utf-8', ';'],
    ['UTF-8', Buffer.from(table), 'utf-8', ';'],
    ['Windows-1252', Buffer.from(table, 'latin1'), 'windows-1252', ';'],
    ['UTF-16 with a mark', utf16(table, true), 'utf-16le', ';'],
    ['UTF-16', utf16(table, false), 'utf-16le', ';'],
    ['UTF-16 the other way round', utf16(table, true).swap16(), 'utf-16be', ';'],
    ['commas', Buffer.from(table.replaceAll(';', ',')), 'utf-8', ','],
    ['tabs and bare line feeds', Buffer.from(table.replaceAll(';', '\t').replaceAll('\r', '')), 'utf-8', '\t'],
    ['bars', Buffer.from(table.replaceAll(';', '|')), 'utf-8', '|'],
  ])('in %s is read by itself', async (_what, bytes, encoding, delimiter) => {
    const world = await emptyWorld();
    const preview = await inspect(world, fileOf(bytes));
    expect(preview).toMatchObject({ encoding, delimiter, rowCount: 2, mixedRows: 0, remembered: false });
    expect(preview.headers).toEqual(['Leerlingnummer', 'Roepnaam', 'Achternaam', 'Geboortedatum']);
    expect(preview.rows[0]).toEqual({ number: 2, cells: ['1', 'Zoë', 'Noord', '1-9-2002'] });
    const opened = await open(world, preview);
    expect(opened.counts).toMatchObject({ total: 2, nieuw: 2, problemen: 0 });
  });

  it('is read again with what the person chooses, and its columns are remembered by their headers', async () => {
    const world = await emptyWorld();
    const path = fileOf(table);
    const preview = await inspect(world, path);
    const again = await world.call('csv.reread', { draft: preview.draft, encoding: 'windows-1252', delimiter: ',' });
    expect(again.headers).toHaveLength(1);
    const mapping = ['note', 'persoon.roepnaam', 'persoon.achternaam', null];
    await world.call('csv.open', {
      draft: preview.draft,
      encoding: 'utf-8',
      delimiter: ';',
      mapping,
      repairs: allRepairs,
    });
    expect(await world.call('import.candidate', { number: 1 })).toMatchObject({
      persoon: { roepnaam: 'Zoë', achternaam: 'Noord' },
      notes: ['Leerlingnummer: 1'],
    });
    expect(await inspect(world, path)).toMatchObject({ mapping, repairs: allRepairs, remembered: true });
  });

  it('goes on as any import: saved as a whole, and taken back as a whole', async () => {
    const world = await emptyWorld();
    await open(world, await inspect(world, fileOf(table)));
    const { id, outcome } = await world.call('import.apply', {});
    expect(outcome.nieuw).toBe(2);
    expect((await world.call('leerlingen.list', { search: 'zoe' })).total).toBe(1);
    expect(await world.call('import.undo', { id })).toMatchObject({ result: 'undone', removed: 2 });
  });

  it('that was exported here comes back', async () => {
    const world = await emptyWorld();
    await addPupil(world, { ...testPersons.hera, roepnaam: '=Hera' });
    const path = join(temporaryFolder(), 'x.csv');
    const columns = [...standardColumns('leerlingen', 'WPO'), 'leerling.burgerservicenummer', 'leerling.postcode'];
    await world.call('export.list', {
      target: world.grant(path, 'write'),
      list: 'leerlingen',
      format: 'csv',
      columns,
      withNumbers: true,
    });
    const preview = await inspect(world, path);
    expect(preview.mapping).not.toContain(null);
    const opened = await open(world, preview);
    expect(opened.counts).toMatchObject({ total: 1, nieuw: 0, vervangt: 0, problemen: 0 });
  });

  it.each([
    [
      'a quote that is not closed',
      `${table}3;"Open;Eind;3-9-2002\r\n${'x;y;z;1\r\n'.repeat(40_000)}`,
      'csv-quote',
      'In rij 4 ',
    ],
    ['no rows', 'Leerlingnummer;Roepnaam\r\n\r\n', 'import-empty', ''],
    ['nothing', '', 'import-empty', ''],
    ['too many columns', `${'a;'.repeat(400)}\r\n1\r\n`, 'csv-columns', '401'],
  ])('with %s says so', async (_what, content, code, part) => {
    const world = await emptyWorld();
    const failure = await world.fail('csv.inspect', { token: world.grant(fileOf(content), 'read'), fileName: 'x' });
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(part);
  });

  it('is not opened without columns, or with two columns for one thing', async () => {
    const world = await emptyWorld();
    const preview = await inspect(world, fileOf(table));
    const { draft, encoding, delimiter, repairs } = preview;
    const fails = (mapping: CsvPreview['mapping']) =>
      world.fail('csv.open', { draft, encoding, delimiter, mapping, repairs });
    expect((await fails([null, null, null, null])).code).toBe('csv-mapping-empty');
    expect((await fails(['persoon.roepnaam'])).code).toBe('csv-mapping-empty');
    expect(await fails(['persoon.roepnaam', 'persoon.roepnaam', null, null])).toMatchObject({
      code: 'csv-mapping-double',
      message: 'Twee kolommen zijn allebei gekozen als Roepnaam.',
    });
    await world.call('csv.discard', {});
    expect((await fails(preview.mapping)).code).toBe('file-gone');
  });
});

/** Rows of a large file: every tenth in another encoding, every seventh with a damaged number, dates of all kinds. */
async function writeLarge(path: string, rows: number): Promise<void> {
  const dates = ['1-9-2002', '37256', '1-9-02', '12/31/2001', '2002-09-01'];
  const file = createWriteStream(path);
  file.write('Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;BSN;Groep\r\n');
  let number = 0;
  for (let row = 1; row <= rows; row += 1) {
    const damaged = row % 7 === 0;
    if (damaged) {
      number = Number(numberWithZero(number + 1));
      if (String(number).length < 7) number = Number(numberWithZero(12_000_000));
    }
    const line = `${row};Zoë;Achternaam ${row};${dates[row % dates.length]};${damaged ? number : ''};3a\r\n`;
    if (!file.write(Buffer.from(line, row % 10 === 0 ? 'latin1' : 'utf8'))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const sentencesOf = async (world: TestLas, number: number) =>
  (await world.call('import.candidate', { number })).problems.map(({ sentence }) => sentence);

describe('a CSV file of 50,000 rows with mixed encodings and damaged numbers', () => {
  it('is explained row by row and never holds other work up', async () => {
    const rows = 50_000;
    const world = await emptyWorld();
    const path = join(temporaryFolder(), 'large.csv');
    await writeLarge(path, rows);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const preview = await inspect(world, path);
    expect(preview).toMatchObject({ rowCount: rows, encoding: 'utf-8', mixedRows: rows / 10 });
    const opened = await open(world, { ...preview, repairs: allRepairs });
    delay.disable();
    expect(opened.counts.total).toBe(rows);
    const last = rows - (rows % 70);
    expect(await sentencesOf(world, last)).toEqual([
      expect.stringContaining('niet in UTF-8 maar in Windows-1252'),
      expect.stringContaining('is hersteld tot'),
    ]);
    // Generous, as the machine may be busy: reading it in one go would take seconds.
    expect(delay.max / 1e6).toBeLessThan(1_000);
  }, 240_000);

  it('is repaired only with consent', async () => {
    const world = await emptyWorld();
    const path = join(temporaryFolder(), 'small.csv');
    await writeLarge(path, 140);
    await open(world, await inspect(world, path));
    expect(await world.call('import.candidate', { number: 70 })).toMatchObject({
      line: 71,
      persoon: { roepnaam: 'Zoë', geboortedatum: '2002-09-01' },
    });
    expect(await sentencesOf(world, 70)).toContainEqual(expect.stringContaining('Met nullen ervoor'));
    for (const number of [71, 72, 73])
      expect((await world.call('import.candidate', { number })).persoon.geboortedatum).toBeUndefined();

    await open(world, { ...(await inspect(world, path)), repairs: allRepairs });
    const dates = [71, 72, 73].map((number) => world.call('import.candidate', { number }));
    expect((await Promise.all(dates)).map(({ persoon }) => persoon.geboortedatum)).toEqual([
      '2001-12-31',
      '2002-09-01',
      '2001-12-31',
    ]);
    const { persoon } = await world.call('import.candidate', { number: 70 });
    expect(persoon.burgerservicenummer).toMatch(/^0\d{8}$/);
  });
});
