// `npm run json-export`: writes docs/json-export.md, the format of the JSON export, from the schema of the database.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDatabase, openDatabase } from '../electron/core/database/database.ts';
import { migrate } from '../electron/core/database/migrations.ts';
import { jsonExportDocument } from './jsonExport/document.mts';

const folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
const db = openDatabase(join(folder, 'schema.db'), randomBytes(32), { create: true });
try {
  migrate(db);
  writeFileSync(fileURLToPath(new URL('../docs/json-export.md', import.meta.url)), jsonExportDocument(db));
} finally {
  closeDatabase(db);
  rmSync(folder, { recursive: true });
}
