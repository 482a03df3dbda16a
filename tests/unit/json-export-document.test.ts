import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportTables } from '../../electron/core/everything/tables.ts';
import { jsonExportDocument } from '../../scripts/jsonExport/document.mts';
import { temporaryDatabase } from './databaseWorld.ts';

it('docs/json-export.md describes every table of the export (make it anew with: npm run json-export)', () => {
  const { db } = temporaryDatabase();
  const text = jsonExportDocument(db);
  for (const { table, columns } of exportTables(db)) {
    const line = text.split('\n').find((part) => part.startsWith(`| \`${table}\` |`)) ?? '';
    for (const column of columns) expect(line).toContain(`\`${column}\``);
  }
  expect(readFileSync(join(import.meta.dirname, '../../docs/json-export.md'), 'utf8')).toBe(text);
});
