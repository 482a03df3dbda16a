// Makes resources/bron-registers/rvig-testpersonen.json: node tests/mock-bron/registers/convertRvigFile.mts FILE.csv
import { readFileSync, writeFileSync } from 'node:fs';
import { convertPerson, parseRvigCsv } from './convertRvig.ts';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node tests/mock-bron/registers/convertRvigFile.mts FILE.csv');
  process.exit(2);
}
const persons = parseRvigCsv(readFileSync(file, 'utf8')).flatMap((row) => convertPerson(row) ?? []);
const source = 'Test persons of the RvIG (Rijksdienst voor Identiteitsgegevens): fictional, with test BSNs.';
const json = `${JSON.stringify({ source, persons }, null, 2)}\n`;
writeFileSync(new URL('../../../resources/bron-registers/rvig-testpersonen.json', import.meta.url), json);
console.log(`${persons.length} persons`);
