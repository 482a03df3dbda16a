// `npm run roles`: writes docs/rollen.md, who may do what, from the contract. With --check it fails when that is not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolesDocument } from './roles/document.mts';

const file = fileURLToPath(new URL('../docs/rollen.md', import.meta.url));
const text = rolesDocument();
const current = existsSync(file) ? readFileSync(file, 'utf8') : '';

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (current !== text) {
  console.error('docs/rollen.md is not up to date: run "npm run roles".');
  process.exitCode = 1;
}
