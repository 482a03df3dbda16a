import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyStoredGroup, storedGroups, type StoredGroup } from '../../electron/core/leerlingen/columns.ts';
import { inschrijvingGroups, type InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import type { FieldGroup } from '../../shared/pve/gegevensset/types.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import type { Connection } from '../../electron/core/database/database.ts';
import type { Migration } from '../../electron/core/database/migrations.ts';
import { migrate, migrations, pendingMigrations, schemaVersion } from '../../electron/core/database/migrations.ts';
import { impersonalTables, personalTables } from '../../electron/core/database/personalData.ts';
import { addLeerling, codeOf, temporaryDatabase } from './databaseWorld.ts';

const snapshotFile = join(import.meta.dirname, 'schema-snapshot.json');

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}
const ofType = (db: Connection, type: string) =>
  db
    .prepare<[string], { name: string; sql: string | null }>(
      'SELECT name, sql FROM sqlite_schema WHERE type = ? ORDER BY name',
    )
    .all(type);
const oneLine = (sql: string | null) => sql?.replace(/\s+/g, ' ') ?? 'automatic';

function schemaOf(db: Connection) {
  const columns = (table: string) =>
    (db.pragma(`table_info("${table}")`) as Column[]).map(({ name, type, notnull, dflt_value, pk }) =>
      [
        name,
        type,
        pk ? 'primary key' : '',
        notnull ? 'not null' : '',
        dflt_value === null ? '' : `default ${dflt_value}`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  return {
    version: schemaVersion(db),
    tables: Object.fromEntries(ofType(db, 'table').map(({ name }) => [name, columns(name)])),
    indexes: Object.fromEntries(ofType(db, 'index').map(({ name, sql }) => [name, oneLine(sql)])),
    triggers: Object.fromEntries(ofType(db, 'trigger').map(({ name, sql }) => [name, oneLine(sql)])),
  };
}

const newest = migrations.at(-1)!.version;
const next: Migration = {
  version: newest + 1,
  name: 'rebuild leerling',
  up(db) {
    db.exec(`CREATE TABLE leerling_new AS SELECT * FROM leerling; DROP TABLE leerling; ALTER TABLE leerling_new RENAME TO leerling;
      CREATE UNIQUE INDEX leerling_id ON leerling (id);`);
  },
};
const failing: Migration = {
  version: newest + 2,
  name: 'fails',
  up(db) {
    db.exec('CREATE TABLE half (x TEXT)');
    throw new Error('on purpose');
  },
};

describe('the schema', () => {
  it('is the committed one (regenerate with UPDATE_SCHEMA=1)', () => {
    const schema = schemaOf(temporaryDatabase().db);
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(snapshotFile, `${JSON.stringify(schema, null, 2)}\n`);
    expect(schema).toEqual(JSON.parse(readFileSync(snapshotFile, 'utf8')));
  });

  it('has STRICT tables only', () => {
    const tables = temporaryDatabase().db.pragma('table_list') as { name: string; schema: string; strict: number }[];
    expect(tables.filter(({ name, strict }) => !name.startsWith('sqlite_') && !strict)).toEqual([]);
  });

  it('has every table on exactly one of the two lists of personal data, with its link', () => {
    const { db } = temporaryDatabase();
    const listed = [...personalTables.map(({ table }) => table), ...impersonalTables];
    expect(listed.sort()).toEqual(ofType(db, 'table').map(({ name }) => name));
    for (const { table, link } of personalTables) {
      const columns = (db.pragma(`table_info("${table}")`) as Column[]).map(({ name }) => name);
      if (link !== undefined) expect(columns, table).toContain(link);
    }
  });

  it('lists a referring personal table before the one it refers to', () => {
    const { db } = temporaryDatabase();
    const place = (name: string) => personalTables.findIndex(({ table }) => table === name);
    for (const { table } of personalTables) {
      const targets = (db.pragma(`foreign_key_list("${table}")`) as { table: string }[]).filter(
        (target) => place(target.table) >= 0,
      );
      for (const target of targets)
        expect(place(table), `${table} -> ${target.table}`).toBeLessThan(place(target.table));
    }
  });

  it('has an index behind every reference', () => {
    const { db } = temporaryDatabase();
    for (const { name: table } of ofType(db, 'table')) {
      const indexes = db.pragma(`index_list("${table}")`) as { name: string }[];
      const first = indexes.map(({ name }) => (db.pragma(`index_info("${name}")`) as { name: string }[])[0]?.name);
      const keys = (db.pragma(`table_info("${table}")`) as Column[])
        .filter(({ pk }) => pk === 1)
        .map(({ name }) => name);
      for (const { from } of db.pragma(`foreign_key_list("${table}")`) as { from: string }[]) {
        expect([...first, ...keys], `${table}.${from}`).toContain(from);
      }
    }
  });

  const tablesOf = ({ table, group, groups }: StoredGroup): [string, FieldGroup][] => [
    [table, group],
    ...groups.flatMap(tablesOf),
  ];
  const snake = (key: string) => key.replace(/[A-Z]|\d+/g, (found) => `_${found.toLowerCase()}`);
  it.each([
    ['leerling', persoonZonderPgn],
    ['leerling', persoonMetPgn],
    ...inschrijvingGroups.map((group) => ['inschrijving', group] as const),
    ...everyStoredGroup.flatMap(tablesOf),
  ] as [string, FieldGroup][])(
    'has in %s a nullable text column for every element of the gegevensgroep',
    (table, group) => {
      const columns = temporaryDatabase().db.pragma(`table_info("${table}")`) as Column[];
      for (const { key } of group.elements) {
        expect(
          columns.find(({ name }) => name === snake(key)),
          key,
        ).toMatchObject({ type: 'TEXT', notnull: 0 });
      }
    },
  );

  it('has one table for a group that both kinds of inschrijving have, and one of their own for the others', () => {
    const tables = (kind: InschrijvingKind) => storedGroups[kind].flatMap(tablesOf).map(([table]) => table);
    const both = tables('WPO').filter((table) => tables('WEC').includes(table));
    expect(both).toEqual([
      'inschrijving_vestiging',
      'inschrijving_indicatie_bekostiging',
      'inschrijving_leerjaar_groep',
      'inschrijving_verplichte_eindtoets',
      'inschrijving_toetsonderdeel',
      'inschrijving_toetsdomein',
    ]);
    const distinct = new Set([...tables('WPO'), ...tables('WEC')]);
    expect(distinct.size).toBe(tables('WPO').length + tables('WEC').length - both.length);
  });
});

describe('constraints', () => {
  const bericht = (db: Connection, id: string, inschrijving: number | null, state: string) =>
    db
      .prepare(
        `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, created_at) VALUES (3, ?, ?, ?, '2009-11-02')`,
      )
      .run(id, inschrijving, state);
  const inschrijving = (db: Connection) =>
    Number(
      db
        .prepare(
          `INSERT INTO inschrijving (leerling_id, created_at, changed_at) VALUES (?, '2009-11-02', '2009-11-02')`,
        )
        .run(addLeerling(db, 'Jansen')).lastInsertRowid,
    );

  it('let at most one message per inschrijving be under way', () => {
    const { db } = temporaryDatabase();
    const id = inschrijving(db);
    bericht(db, 'a', id, 'geregistreerd');
    bericht(db, 'b', id, 'verzonden');
    for (const state of ['opgesteld', 'tegengehouden', 'verzonden', 'onzeker', 'in behandeling']) {
      expect(() => bericht(db, state, id, state)).toThrow('UNIQUE');
    }
    bericht(db, 'c', id, 'afgekeurd');
    bericht(db, 'd', null, 'verzonden');
    bericht(db, 'e', null, 'verzonden');
    expect(() => bericht(db, 'a', null, 'verzonden')).toThrow('UNIQUE');
  });

  it('remove the inschrijvingen with a leerling, but not one that messages were sent for', () => {
    const { db } = temporaryDatabase();
    const [kept, gone] = [inschrijving(db), inschrijving(db)];
    bericht(db, 'a', kept, 'geregistreerd');
    db.prepare('DELETE FROM leerling WHERE id = (SELECT leerling_id FROM inschrijving WHERE id = ?)').run(gone);
    expect(() => db.prepare('DELETE FROM leerling').run()).toThrow('FOREIGN KEY');
    expect(db.prepare('SELECT id FROM inschrijving').pluck().all()).toEqual([kept]);
  });
});

describe('migrating', () => {
  it('brings a new database to the newest version', () => {
    const { db } = temporaryDatabase();
    expect([schemaVersion(db), pendingMigrations(db)]).toEqual([newest, 0]);
    expect(migrate(db)).toEqual({ from: newest, to: newest });
  });

  it('changes an existing database and keeps what refers to a rebuilt table', () => {
    const { db } = temporaryDatabase();
    const leerling = addLeerling(db, 'Jansen');
    db.prepare(
      `INSERT INTO inschrijving (leerling_id, created_at, changed_at) VALUES (?, '2009-11-02', '2009-11-02')`,
    ).run(leerling);
    const list = [...migrations, next];
    expect(pendingMigrations(db, list)).toBe(1);
    expect(migrate(db, { list })).toEqual({ from: newest, to: newest + 1 });
    expect(db.prepare('SELECT count(*) FROM inschrijving').pluck().get()).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('leaves everything as it was when one of several fails', () => {
    const { db } = temporaryDatabase();
    const before = schemaOf(db);
    expect(() => migrate(db, { list: [...migrations, next, failing] })).toThrow('on purpose');
    expect(schemaOf(db)).toEqual(before);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses to commit a hanging reference', () => {
    const { db } = temporaryDatabase();
    const up = () => void db.prepare(`INSERT INTO to_deliver VALUES (7, '2009-11-02', 'hash')`).run();
    expect(codeOf(() => migrate(db, { list: [...migrations, { version: newest + 1, name: 'hangs', up }] }))).toBe(
      'administration-damaged',
    );
    expect(schemaVersion(db)).toBe(newest);
  });

  it('refuses a database of a newer program', () => {
    const { db } = temporaryDatabase();
    db.pragma('user_version = 999');
    expect(codeOf(() => migrate(db))).toBe('administration-newer');
  });

  it('refuses a list that is out of order', () => {
    const { db } = temporaryDatabase();
    expect(() => migrate(db, { list: [next, ...migrations] })).toThrow('out of order');
    expect(() => migrate(db, { list: [...migrations, ...migrations] })).toThrow('out of order');
  });

  it('names every migration file after its number', () => {
    for (const { version, name } of migrations) {
      const file = `${String(version).padStart(4, '0')}-${name.replaceAll(' ', '-')}.ts`;
      expect(existsSync(join(import.meta.dirname, '../../electron/core/database/migrations', file)), file).toBe(true);
    }
  });
});
