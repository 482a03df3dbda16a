import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChosenCertificate } from '../../electron/core/certificate/chosenFile.ts';
import { readPkcs12 } from '../../electron/core/certificate/pkcs12/read.ts';
import { xlsxWriter } from '../../electron/core/export/xlsx.ts';
import { readPart } from '../../electron/core/export/zip.ts';
import { inspectCsv } from '../../electron/core/import/csv/inspect.ts';
import { csvRows } from '../../electron/core/import/csv/rows.ts';
import { displayName } from '../../electron/core/leerlingen/search.ts';
import { bareName } from '../../electron/shell/saveFile.ts';
import { LasError } from '../../shared/api/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (content: Buffer | string) => {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
};
const codeOf = (error: unknown) => (error instanceof LasError ? error.failure.code : String(error));
/** The code with which it is refused. */
const refusal = async (work: () => unknown) => {
  try {
    await work();
    return 'read';
  } catch (error) {
    return codeOf(error);
  }
};

describe('a hostile PKCS#12 file', () => {
  /** Sequences in each other, each with its right length. */
  function nested(depth: number): Buffer {
    const heads: Buffer[] = [];
    let length = 0;
    for (let level = 0; level < depth; level += 1) {
      const head = Buffer.from([0x30, 0x83, length >> 16, (length >> 8) & 255, length & 255]);
      heads.push(head);
      length += head.length;
    }
    return Buffer.concat(heads.reverse());
  }
  it.each([
    ['is nested ten thousand deep', nested(10_000)],
    ['is nested without an end', Buffer.from('3080'.repeat(50_000), 'hex')],
    ['says to be four gigabytes', Buffer.from('3084ffffffff', 'hex')],
    ['has a length of 126 bytes', Buffer.concat([Buffer.from('30fe', 'hex'), Buffer.alloc(126, 0xff)])],
    ['is nothing', Buffer.alloc(0)],
  ])('is refused with a sentence when it %s', async (_, bytes) => {
    expect(await refusal(() => readPkcs12(bytes, 'geheim'))).toBe('certificate-not-pkcs12');
  });

  it('is not even read when it is large', async () => {
    const path = file(Buffer.alloc(1024 * 1024 + 1, 0x30));
    expect(await refusal(() => readChosenCertificate(path))).toBe('certificate-too-large');
  });
});

describe('a hostile CSV file', () => {
  const inspect = (content: Buffer | string) =>
    refusal(() => inspectCsv(file(content), { encoding: 'utf-8', delimiter: ';' }, () => false));

  it.each([
    [
      'of tens of thousands of columns',
      Array.from({ length: 20_000 }, (_, index) => `k${index}`).join(';'),
      'csv-columns',
    ],
    ['with a quote that is never closed', `a;b\r\n"${'x;'.repeat(200_000)}`, 'csv-quote'],
    ['with a value without an end in sight', `a;b\r\n"${'x'.repeat(300_000)}";2\r\n`, 'csv-quote'],
    ['of nothing but quotes', '"'.repeat(100_001), 'csv-quote'],
    ['of nothing but zero bytes', Buffer.alloc(100_000), 'import-empty'],
    ['of a million empty rows', `a;b${'\n'.repeat(1_000_000)}`, 'import-empty'],
  ])('%s is refused with a sentence', async (_, content, code) => {
    expect(await inspect(content)).toBe(code);
  });
});

describe('a workbook that goes out', () => {
  it('holds no formula, whatever the texts', async () => {
    const texts = ['=1+1', '@SUM(A1)', "=cmd|'/c calc'!A0", '</t></is></c><c><f>1+1</f></c>', '\u0000<f>', ']]>&amp;'];
    const path = join(folder, 'lijst.xlsx');
    const target = await open(path, 'w');
    const column = { label: '=kop', format: 'text' } as never;
    const pages = (async function* () {
      yield texts.map((text) => [text]);
    })();
    await xlsxWriter.write(target, { title: '=x', columns: [column], dates: 'dd-mm-yyyy', pages } as never);
    await target.close();
    let sheet = '';
    await readPart(path, 'xl/worksheets/sheet1.xml', (part) => (sheet += part));
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet.match(/<c [^>]*>/g)).toEqual(
      Array.from({ length: texts.length + 1 }, (): unknown => expect.stringContaining('t="inlineStr"')),
    );
    expect(sheet).toContain('=1+1');
  });
});

describe('a CSV file with gaps', () => {
  it('counts them as a spreadsheet does', async () => {
    const rows: number[] = [];
    const format = { encoding: 'utf-8', delimiter: ';' } as const;
    for await (const { number } of csvRows(file('a;b\n\n\n1;2\n;\n3;4\n""\n\n5;6'), format)) rows.push(number);
    expect(rows).toEqual([1, 4, 6, 9]);
  });

  it('tells where a quote is not closed', async () => {
    const error = await inspectCsv(
      file(`a;b\n\n1;2\n\n"x${';'.repeat(9)}`),
      { encoding: 'utf-8', delimiter: ';' },
      () => false,
    ).then(
      () => undefined,
      (thrown: unknown) => (thrown as LasError).failure,
    );
    expect(error).toMatchObject({ code: 'csv-quote', message: expect.stringContaining('rij 5') });
  });
});

describe('a name that hides something', () => {
  it.each([
    ['turns what comes after it', 'Zuid\u202Exe', 'Zuidxe, Jip'],
    ['is turned in an isolate', '\u2067Zuid\u2069', 'Zuid, Jip'],
    ['ends the line', 'Zuid\r\nNoord', 'ZuidNoord, Jip'],
    ['carries control characters', 'Z\u0000u\u001bi\u007fd\u0085', 'Zuid, Jip'],
    ['has no width', 'Zu\u200Bid\uFEFF', 'Zuid, Jip'],
    ['is only a name', "Ñandú d'Été-Öz", "Ñandú d'Été-Öz, Jip"],
    ['is written with joiners', 'क्\u200dष', 'क्\u200dष, Jip'],
  ])('shows as it is when it %s', (_, achternaam, shown) => {
    expect(displayName({ achternaam, roepnaam: 'Jip' })).toBe(shown);
  });

  it.each([
    ['lijst\u202Evsc.exe', 'lijst_vsc.exe'],
    ['lijst.csv\u200B', 'lijst.csv_'],
    ['CON', '_CON'],
    ['nul.csv', '_nul.csv'],
    ['Com1.tar.gz', '_Com1.tar.gz'],
    ['console.csv', 'console.csv'],
    ['lijst.csv:verborgen', 'lijst.csv_verborgen'],
    [`${'a'.repeat(119)}.csv`, 'a'.repeat(119)],
  ])('is no name of a file: %j', (name, expected) => expect(bareName(name)).toBe(expected));
});
