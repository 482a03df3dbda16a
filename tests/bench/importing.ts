import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { openEdexmlSchema } from '../../electron/core/import/edexml/schema.ts';
import { unlockWithPassword, type Keys } from '../../electron/core/users/keys.ts';
import { PASSWORD } from '../support/administration.ts';
import { writeEdexmlFile } from './edexmlFile.ts';
import { percentile, timed, type Measure } from './measure.ts';
import { makeAdministration, root, startBenchCore, temporaryFolder, unlock } from './world.ts';

const FEW = 1_000;
const MANY = 16_000;
/** As the program does, see {@link Times.previewAlone}. */
const JUDGED_TOGETHER = 100;
/** Runs of the small file; the median counts. */
const RUNS = 5;

/** Times in ms of an import, beside what the bare work takes. */
interface Times {
  read: number;
  save: number;
  /**
   * An XML parser reads the file, libxml2 judges it by the same schema in hundreds of pupils (a whole document of a bestuur takes more
   * memory than the program may), every pupil is looked up, and the rows of the preview are put in by SQL alone.
   */
  previewAlone: number;
  /** The rows that came of it are put into an empty administration by SQL alone. */
  insertAlone: number;
  memory: number | undefined;
}

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

/** Asks of every pupil of the preview in `dataDir` whether he is here: by number, by key and by birth date. Gives the time in ms. */
async function lookUpAlone(dataDir: string): Promise<number> {
  const db = await openAgain(dataDir);
  const pupils = db
    .prepare<[], { number: string; key: string; born: string }>(
      "SELECT content ->> '$.persoon.onderwijsnummer' AS number, key, geboortedatum AS born FROM import_candidate",
    )
    .all();
  const byNumber = db.prepare('SELECT id FROM main.leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ?');
  const byKey = db.prepare('SELECT id FROM main.leerling WHERE leerlingnummer = ?');
  const byBirth = db.prepare('SELECT id FROM main.leerling WHERE geboortedatum = ?');
  const time = await timed(() => {
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

/** Puts rows into their tables, in one transaction. */
function insertRows(db: Connection, tables: ReadonlyMap<string, readonly Record<string, unknown>[]>): void {
  db.transaction(() => {
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
  }).immediate();
}

async function openAgain(dataDir: string): Promise<Connection> {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Keys;
  const { key } = await unlockWithPassword(keys, PASSWORD);
  return openDatabase(join(dataDir, 'administratie.db'), key);
}

/** What inserting takes of the rows that came into `dataDir` by now, into an administration that is empty. */
async function insertAlone(dataDir: string): Promise<number> {
  const imported = await openAgain(dataDir);
  const tables = rowsOf(imported);
  imported.close();
  const empty = temporaryFolder();
  await makeAdministration(empty, () => undefined);
  const db = await openAgain(empty);
  for (const [name, rows] of rowsOf(db)) tables.set(name, (tables.get(name) ?? []).slice(rows.length));
  const time = await timed(() => insertRows(db, tables));
  db.close();
  return time;
}

async function measureOne(pupils: number): Promise<Times> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, () => undefined);
  const file = writeEdexmlFile(temporaryFolder(), pupils);
  const judgeAlone = await timed(() => parseAndJudge(file));
  const core = startBenchCore(dataDir);
  await unlock(core);
  const token = core.grant(file, 'read');
  const read = await timed(() => core.call('import.openEdexml', { token, fileName: 'edexml.xml' }));
  const previewAlone = judgeAlone + (await lookUpAlone(dataDir)) + (await insertAlone(dataDir));
  const save = await timed(async () => {
    const { outcome } = await core.call('import.apply', {});
    if (outcome.nieuw !== pupils) throw new Error(`${outcome.nieuw} of ${pupils} pupils were imported`);
  });
  const memory = core.memory()?.peak;
  await core.client.close();
  return { read, save, previewAlone, insertAlone: await insertAlone(dataDir), memory };
}

/** Of each time the median of a few runs. */
async function measureMedian(pupils: number): Promise<Times> {
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOne(pupils));
  const median = (of: (times: Times) => number) => percentile(runs.map(of), 0.5);
  return {
    read: median(({ read }) => read),
    save: median(({ save }) => save),
    previewAlone: median(({ previewAlone }) => previewAlone),
    insertAlone: median((times) => times.insertAlone),
    memory: undefined,
  };
}

const perPupil = (few: number, many: number) => many / MANY / (few / FEW);

/** Importing an EDEXML file of a school and of a bestuur: the preview, the saving, and whether it grows with the number of pupils. */
export async function measureImport(): Promise<Measure[]> {
  const few = await measureMedian(FEW);
  const many = await measureOne(MANY);
  const whole = ({ read, save }: Times) => read + save;
  const bare = (times: Times) => times.previewAlone + times.insertAlone;
  const measures = (times: Times, pupils: number, limit?: number): Measure[] => [
    {
      name: `EDEXML file of ${pupils} pupils to its preview`,
      value: times.read,
      unit: 'ms',
      floor: {
        name: 'parsing, judging by the schema, looking each pupil up, and inserting the same rows',
        value: times.previewAlone,
      },
    },
    {
      name: `saving an import of ${pupils} pupils`,
      value: times.save,
      unit: 'ms',
      floor: { name: 'inserting the same rows', value: times.insertAlone },
    },
    {
      name: `EDEXML import of ${pupils} pupils, preview and saving`,
      value: whole(times),
      unit: 'ms',
      ...(limit === undefined ? {} : { limit }),
      floor: { name: 'both floors', value: bare(times) },
    },
  ];
  return [
    ...measures(few, FEW, 3_000),
    ...measures(many, MANY),
    {
      name: `EDEXML import, time of a pupil at ${MANY} beside ${FEW}`,
      value: perPupil(whole(few), whole(many)),
      unit: 'ratio',
      limit: 1.5,
      floor: { name: 'both floors', value: perPupil(bare(few), bare(many)) },
    },
    ...(many.memory === undefined
      ? []
      : [
          { name: `memory of the core, import of ${MANY} pupils`, value: many.memory, unit: 'MB' as const, limit: 300 },
        ]),
  ];
}
