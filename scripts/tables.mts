// Converts the BRP tables 34 (landen) and 32 (nationaliteiten) into resources/tables:
//   node scripts/run.mjs tables <folder with landen.csv and nationaliteiten.csv>
// Columns: code, omschrijving, ingangsdatum, einddatum; dates yyyymmdd. A fictional end date is an end date too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/run.mjs tables <folder with landen.csv and nationaliteiten.csv>');
  process.exit(1);
}
const target = fileURLToPath(new URL('../resources/tables/', import.meta.url));

const isoDate = (digits: string) => digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
const cells = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );

function convert(name: string, source: string): void {
  const [, ...lines] = readFileSync(join(folder ?? '', `${name}.csv`), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const rows = lines.map((line) => {
    const [code = '', label = '', from = '', to = ''] = cells(line);
    return { code, name: label, ...(from ? { from: isoDate(from) } : {}), ...(to ? { to: isoDate(to) } : {}) };
  });
  const body = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const text = `{\n  "source": ${JSON.stringify(source)},\n  "rows": [\n${body}\n  ]\n}\n`;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, `${name}.json`), text);
  console.log(`${name}: ${rows.length} rows`);
}

convert(
  'landen',
  'BRP table 34 (landen). From: first day of validity; to: first day on which the code is no longer valid.',
);
convert(
  'nationaliteiten',
  'BRP table 32 (nationaliteiten). From: first day of validity; to: first day on which the code is no longer valid.',
);
