import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { LasError } from '../../shared/api/errors.ts';
import { closeDatabase, isPlaintext, isSound, openDatabase } from '../../electron/core/database/database.ts';
import { translateDatabaseError, translating } from '../../electron/core/database/errors.ts';
import { addLeerling, codeOf, temporaryDatabase, temporaryFolder } from './databaseWorld.ts';

const flip = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at]! ^= 0xff;
  writeFileSync(file, bytes);
};

const fill = (db: Database.Database, rows: number) =>
  db.transaction(() => Array.from({ length: rows }, (_, i) => addLeerling(db, `Jansen ${i}`)))();

describe('opening', () => {
  it('sets every safety of the connection', () => {
    const { db } = temporaryDatabase();
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(
      ['cipher', 'journal_mode', 'synchronous', 'foreign_keys', 'temp_store', 'secure_delete', 'busy_timeout'].map(
        pragma,
      ),
    ).toEqual(['sqlcipher', 'wal', 2, 1, 2, 1, 5000]);
  });

  it('uses an SQLite without the WAL-reset fault (3.51.3 or later)', () => {
    const { db } = temporaryDatabase();
    const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
    expect(version.localeCompare('3.51.3', 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
  });

  it('keeps what was written over closing and opening, in one file', () => {
    const { db, file, key, folder } = temporaryDatabase();
    addLeerling(db, 'Jansen');
    closeDatabase(db);
    expect(readdirSync(folder)).toEqual(['administratie.db']);
    const again = openDatabase(file, key);
    expect(again.prepare('SELECT achternaam FROM leerling').pluck().all()).toEqual(['Jansen']);
    closeDatabase(again);
    closeDatabase(again);
  });

  it('reads on a second connection, which cannot write', () => {
    const { db, file, key } = temporaryDatabase();
    addLeerling(db, 'Jansen');
    const reader = openDatabase(file, key, { readonly: true });
    expect(reader.prepare('SELECT count(*) FROM leerling').pluck().get()).toBe(1);
    expect(codeOf(() => translating(() => addLeerling(reader, 'De Vries')))).toBe('folder-not-writable');
    closeDatabase(reader);
    addLeerling(db, 'De Vries');
  });

  it('says whether the administration is there', () => {
    const { file, key, folder } = temporaryDatabase();
    expect(codeOf(() => openDatabase(file, key, { create: true }))).toBe('administration-exists');
    expect(codeOf(() => openDatabase(join(folder, 'other.db'), key))).toBe('administration-missing');
  });

  it('makes the administration in an empty file that a crash left', () => {
    const file = join(temporaryFolder(), 'administratie.db');
    const key = randomBytes(32);
    writeFileSync(file, '');
    expect(codeOf(() => openDatabase(file, key))).toBe('administration-missing');
    closeDatabase(openDatabase(file, key, { create: true }));
    expect(isPlaintext(file)).toBe(false);
  });

  it('refuses a key of another length, and no error text holds the key', () => {
    const { file, db } = temporaryDatabase();
    closeDatabase(db);
    const short = randomBytes(31);
    const wrong = randomBytes(32);
    for (const [key, code] of [
      [short, 'keys-damaged'],
      [wrong, 'administration-damaged'],
    ] as const) {
      try {
        openDatabase(file, key);
        expect.unreachable();
      } catch (error) {
        expect((error as LasError).failure.code).toBe(code);
        expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(
          key.toString('hex'),
        );
      }
    }
  });
});

describe('encryption', () => {
  it('leaves no readable byte in the database or the WAL', () => {
    const { db, file, folder } = temporaryDatabase();
    for (let i = 0; i < 200; i += 1) addLeerling(db, `Achternaamvrijwelzeker${i}`);
    expect(readdirSync(folder)).toContain('administratie.db-wal');
    const grep = () =>
      readdirSync(folder).flatMap((name) => {
        const bytes = readFileSync(join(folder, name));
        return ['Achternaamvrijwelzeker', 'achternaamvrijwelzeker', 'CREATE TABLE', 'leerling'].filter((text) =>
          bytes.includes(text),
        );
      });
    expect(grep()).toEqual([]);
    closeDatabase(db);
    expect(grep()).toEqual([]);
    expect(isPlaintext(file)).toBe(false);
  });

  it('refuses a database that is not encrypted', () => {
    const file = join(temporaryFolder(), 'administratie.db');
    const plain = new Database(file);
    plain.exec('CREATE TABLE leerling (achternaam TEXT)');
    plain.close();
    expect(isPlaintext(file)).toBe(true);
    expect(codeOf(() => openDatabase(file, randomBytes(32)))).toBe('administration-damaged');
    expect(codeOf(() => openDatabase(file, randomBytes(32), { readonly: true }))).toBe('administration-damaged');
  });
});

describe('damage', () => {
  it('is told when the first page is damaged', () => {
    const { db, file, key } = temporaryDatabase();
    closeDatabase(db);
    flip(file, 100);
    expect(codeOf(() => openDatabase(file, key))).toBe('administration-damaged');
  });

  it.each([0.2, 0.4, 0.6, 0.8])(
    'is found at %f of the file: at opening when it is in the schema, else by the check',
    (at) => {
      const { db, file, key } = temporaryDatabase();
      fill(db, 2000);
      expect(isSound(db)).toBe(true);
      closeDatabase(db);
      flip(file, Math.floor(readFileSync(file).length * at));
      const found = codeOf(() => {
        const damaged = openDatabase(file, key);
        const sound = isSound(damaged);
        closeDatabase(damaged);
        if (!sound) throw new LasError('administration-damaged');
      });
      expect(found).toBe('administration-damaged');
    },
  );

  it('is found by the check when a reference hangs', () => {
    const { db } = temporaryDatabase();
    db.pragma('foreign_keys = OFF');
    db.prepare(`INSERT INTO to_deliver VALUES (7, '2009-11-02', 'hash')`).run();
    expect(isSound(db)).toBe(false);
  });
});

describe('a full disk', () => {
  it('is disk-full, and the transaction leaves nothing', () => {
    const { db } = temporaryDatabase();
    addLeerling(db, 'Jansen');
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
    expect(codeOf(() => translating(() => fill(db, 5000)))).toBe('disk-full');
    expect(db.prepare('SELECT count(*) FROM leerling').pluck().get()).toBe(1);
    expect(db.inTransaction).toBe(false);
  });
});

describe('translateDatabaseError', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_CORRUPT_VTAB', 'administration-damaged'],
    ['SQLITE_NOTADB', 'administration-damaged'],
    ['SQLITE_READONLY_DBMOVED', 'folder-not-writable'],
    ['EROFS', 'folder-not-writable'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['ERR_INVALID_ARG_TYPE', undefined],
  ])('%s means %s', (code, meaning) => {
    expect(translateDatabaseError(Object.assign(new Error('x'), { code }))?.failure.code).toBe(meaning);
  });

  it('leaves a LasError as it is and does not know the rest', () => {
    const error = new LasError('locked');
    expect(translateDatabaseError(error)).toBe(error);
    expect(translateDatabaseError('SQLITE_FULL')).toBeUndefined();
  });
});
