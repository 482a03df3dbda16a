import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupDatabase } from '../../electron/core/database/backup.ts';
import { closeDatabase, isPlaintext, isSound, openDatabase } from '../../electron/core/database/database.ts';
import { addLeerling, codeOf, temporaryDatabase } from './databaseWorld.ts';

describe('a backup', () => {
  it('is an encrypted, whole copy in one file, also of what is only in the WAL', () => {
    const { db, key, folder } = temporaryDatabase();
    addLeerling(db, 'Jansen');
    const target = join(folder, 'copy.db');
    const { bytes, rows } = backupDatabase(db, key, target);
    expect(rows).toMatchObject({ leerling: 1, inschrijving: 0 });
    expect(bytes).toBeGreaterThan(0);
    expect(isPlaintext(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => !name.startsWith('administratie.db'))).toEqual(['copy.db']);
    const copy = openDatabase(target, key);
    expect(copy.prepare('SELECT achternaam FROM leerling').pluck().all()).toEqual(['Jansen']);
    expect(isSound(copy)).toBe(true);
    closeDatabase(copy);
  });

  it('can be made over a reading connection', () => {
    const { db, file, key, folder } = temporaryDatabase();
    addLeerling(db, 'Jansen');
    const reader = openDatabase(file, key, { readonly: true });
    expect(backupDatabase(reader, key, join(folder, 'copy.db')).rows).toMatchObject({ leerling: 1 });
    closeDatabase(reader);
  });

  it('leaves nothing under its name when it cannot be verified', () => {
    const { db, folder } = temporaryDatabase();
    expect(codeOf(() => backupDatabase(db, randomBytes(32), join(folder, 'copy.db')))).toBe('administration-damaged');
    expect(readdirSync(folder).filter((name) => !name.startsWith('administratie.db'))).toEqual([]);
  });

  it('refuses a damaged original, an existing target and a missing folder', () => {
    const { db, key, folder } = temporaryDatabase();
    const target = join(folder, 'copy.db');
    writeFileSync(target, 'x');
    expect(codeOf(() => backupDatabase(db, key, target))).toBe('administration-exists');
    expect(codeOf(() => backupDatabase(db, key, join(folder, 'nowhere', 'copy.db')))).toBe('folder-not-writable');
    db.pragma('foreign_keys = OFF');
    db.prepare(`INSERT INTO to_deliver VALUES (7, '2009-11-02', 'hash')`).run();
    expect(codeOf(() => backupDatabase(db, key, join(folder, 'other.db')))).toBe('administration-damaged');
  });
});
