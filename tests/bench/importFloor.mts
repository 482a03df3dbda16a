// What the bare work of an import takes, in a process of its own: V8 knows as little of it as in the core, which meets its import for the
// first time too. `preview FILE DATADIR` or `saving DATADIR PREVIEWDIR`; prints milliseconds. Started by importing.ts.
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { openEdexmlSchema } from '../../electron/core/import/edexml/schema.ts';
import { unlockWithPassword, type Keys } from '../../electron/core/users/keys.ts';
import { PASSWORD } from '../support/administration.ts';
import { timed } from './measure.ts';
import { makeAdministration, root, temporaryFolder } from './world.ts';

/** As the program does: the whole document of a bestuur takes more memory than it may. */
const JUDGED_TOGETHER = 100;

/** An XML parser reads the file, and libxml2 judges it by the same schema. */
async function parseAndJudge(file: string): Promise<void> {
  const sax = new SaxesParser({ xmlns: true, position: true });
  for await (const text of createReadStream(file, 'utf8')) sax.write(text as string);
  sax.close();
  const schema = await openEdexmlSchema(join(root, 'resources'), '2.1');
  const [head = '', ...leerlingen] = readFileSync(file, 'utf8').split(/(?=<leerling )/);
  for (let from = 0; from < leerlingen.length; from += JUDGED_TOGETHER) {
    const some = leerlingen.slice(from, from + JUDGED_TOGETHER).join('');
    const breaches = schema.validate(head + some + (some.trimEnd().endsWith('</EDEX>') ? '' : '</leerlingen></EDEX>'));
    if (breaches.length > 0) throw new Error(breaches[0]?.message);
  }
  schema.dispose();
}

async function open(dataDir: string): Promise<Connection> {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Keys;
  const { key } = await unlockWithPassword(keys, PASSWORD);
  return openDatabase(join(dataDir, 'administratie.db'), key);
}

/** Asks of every pupil of the preview in `dataDir` whether he is here: by number, by key and by birth date. Gives the time in ms. */
async function lookUp(dataDir: string): Promise<number> {
  const db = await open(dataDir);
  const pupils = db
    .prepare<[], { number: string; key: string; born: string }>(
      "SELECT content ->> '$.persoon.onderwijsnummer' AS number, key, geboortedatum AS born FROM import_candidate",
    )
    .all();
  const time = await timed(() => {
    const byNumber = db.prepare('SELECT id FROM main.leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ?');
    const byKey = db.prepare('SELECT id FROM main.leerling WHERE leerlingnummer = ?');
    const byBirth = db.prepare('SELECT id FROM main.leerling WHERE geboortedatum = ?');
    for (const { number, key, born } of pupils) {
      byNumber.get(number, number);
      byKey.get(key);
      byBirth.get(born);
    }
  });
  db.close();
  return time;
}

/** The rows of every table, by its name. */
function rowsOf(db: Connection): Map<string, Record<string, unknown>[]> {
  const names = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  return new Map(
    names.map(({ name }) => [
      name,
      db.prepare<[], Record<string, unknown>>(`SELECT * FROM main.${name} ORDER BY rowid`).all(),
    ]),
  );
}

/** Puts rows into their tables. */
function insertRows(db: Connection, tables: ReadonlyMap<string, readonly Record<string, unknown>[]>): void {
  db.pragma('defer_foreign_keys = ON');
  for (const [name, rows] of tables) {
    const [first] = rows;
    if (!first) continue;
    const columns = Object.keys(first);
    const insert = db.prepare(
      `INSERT INTO main.${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) insert.run(...columns.map((column) => row[column]));
  }
}

/**
 * What inserting takes of the rows that `dataDir` has by now and `before` has not, into the latter; with a transaction of which
 * `around` does the rest. In ms.
 */
async function insert(
  dataDir: string,
  before: string,
  around = (_db: Connection, insertAll: () => void) => insertAll(),
): Promise<number> {
  const imported = await open(dataDir);
  const tables = rowsOf(imported);
  imported.close();
  const db = await open(before);
  for (const [name, rows] of rowsOf(db)) tables.set(name, (tables.get(name) ?? []).slice(rows.length));
  const work = db.transaction(() => around(db, () => insertRows(db, tables)));
  const time = await timed(() => work.immediate());
  db.close();
  return time;
}

async function insertPreview(dataDir: string): Promise<number> {
  const empty = temporaryFolder();
  await makeAdministration(empty, () => undefined);
  return insert(dataDir, empty);
}

/** Who saves a preview has to read it, and nothing of it stays. */
const readAndEmpty = (db: Connection, insertAll: () => void): void => {
  const contents = db.prepare<[], string>('SELECT content FROM import_candidate').pluck();
  for (const content of contents.iterate()) JSON.parse(content);
  insertAll();
  db.prepare('DELETE FROM import_candidate').run();
};

const floors: Record<string, (one: string, other: string) => Promise<number>> = {
  preview: async (file, dataDir) =>
    (await timed(() => parseAndJudge(file))) + (await lookUp(dataDir)) + (await insertPreview(dataDir)),
  saving: (dataDir, previewDir) => insert(dataDir, previewDir, readAndEmpty),
};
const [name = '', one = '', other = ''] = process.argv.slice(2);
const floor = floors[name];
if (!floor) throw new Error(`there is no floor ${name}`);
console.log(await floor(one, other));
