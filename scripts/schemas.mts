// Writes the XSDs and the WSDL of the koppelvlak into resources/bron. With --check: fails when they are not up to date.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WSDL_FILE_NAME } from '../shared/pve/berichten/schema.ts';
import { wsdlText } from './schemas/wsdl.mts';
import { schemaTexts } from './schemas/xsd.mts';

const folder = fileURLToPath(new URL('../resources/bron/', import.meta.url));
const texts: Record<string, string> = { ...schemaTexts(), [WSDL_FILE_NAME]: wsdlText() };

mkdirSync(folder, { recursive: true });
const present = readdirSync(folder).filter((name) => /\.(xsd|wsdl)$/.test(name));
// A checkout on Windows can have CRLF: that is not stale.
const current = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
const changed = Object.keys(texts).filter((name) => !present.includes(name) || current(name) !== texts[name]);
const superfluous = present.filter((name) => !(name in texts));

if (process.argv.includes('--check')) {
  for (const name of [...changed, ...superfluous]) console.error(`resources/bron/${name} is not up to date`);
  if (changed.length + superfluous.length > 0) {
    console.error('Run "npm run schemas" and commit the result.');
    process.exit(1);
  }
} else {
  for (const name of changed) writeFileSync(join(folder, name), texts[name] ?? '');
  for (const name of superfluous) rmSync(join(folder, name));
  console.log(
    changed.length + superfluous.length === 0
      ? 'resources/bron is up to date'
      : `resources/bron: ${[...changed, ...superfluous].join(', ')}`,
  );
}
