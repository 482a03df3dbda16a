import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  closeDatabase,
  countRows,
  isSound,
  openDatabase,
  type Connection,
} from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { temporaryFolder } from './databaseWorld.ts';

type Value = string | number | Buffer | null;
type Row = Record<string, Value>;
interface Column {
  name: string;
  type: string;
}

/** Values of columns that do not take any, by table and column. */
const chosen: Readonly<Record<string, Value>> = {
  'bundel.state': 'verwerkt',
  'gegeven_mark.kind': 'aangenomen',
  'school.kind': 'oefen',
  'groep_batch.kind': 'placing',
  'import_batch.state': 'open',
  'sibling_decision.other_id': 2,
  'signaal.state': 'open',
};

/** Tables that have another name since. */
const renamed: Readonly<Record<string, string>> = {
  vestiging_wpo: 'inschrijving_vestiging',
  indicatie_bekostiging_wpo: 'inschrijving_indicatie_bekostiging',
  leerjaar_groep_wpo: 'inschrijving_leerjaar_groep',
};

/** A row with something in every column; what refers to another table refers to its row. */
function fullRow(db: Connection, table: string): Row {
  const references = db.pragma(`foreign_key_list("${table}")`) as { from: string; table: string; to: string | null }[];
  const valueOf = ({ name, type }: Column): Value => {
    const target = references.find(({ from }) => from === name);
    const [inTable, column] = target ? [target.table, target.to ?? 'id'] : [table, name];
    const texts = `${inTable}.${column}`;
    const values: Record<string, Value> = { TEXT: texts, INTEGER: 1, BLOB: Buffer.from(texts) };
    return chosen[`${table}.${name}`] ?? values[type] ?? null;
  };
  const columns = db.pragma(`table_info("${table}")`) as Column[];
  return Object.fromEntries(columns.map((column) => [column.name, valueOf(column)]));
}

it('keeps every row of every table of the schema of step 3', () => {
  const db = openDatabase(join(temporaryFolder(), 'administratie.db'), randomBytes(32), { create: true });
  onTestFinished(() => closeDatabase(db));
  migrate(db, { list: migrations.filter(({ version }) => version <= 16) });
  const rows = Object.keys(countRows(db)).map((table): [string, Row] => [table, fullRow(db, table)]);
  rows.push(['leerling', { ...fullRow(db, 'leerling'), id: 2 }]);
  db.pragma('foreign_keys = OFF');
  for (const [table, row] of rows) {
    const names = Object.keys(row);
    db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
      ...Object.values(row),
    );
  }
  expect(isSound(db)).toBe(true);
  const before = countRows(db);
  migrate(db);
  expect(isSound(db)).toBe(true);
  const after = countRows(db);
  const present = (table: string) => renamed[table] ?? table;
  for (const [table, count] of Object.entries(before)) expect(after[present(table)], table).toBe(count);
  for (const [table, row] of rows)
    expect(db.prepare(`SELECT * FROM ${present(table)}`).all(), table).toContainEqual(expect.objectContaining(row));
});
