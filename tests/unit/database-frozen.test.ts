import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { closeDatabase, isSound, openDatabase } from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { ensureListIndex } from '../../electron/core/leerlingen/listIndex.ts';
import { readContact, readInschrijving, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import { verzorgersOf } from '../../electron/core/gezin/repository.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { correctInschrijving } from '../support/pupils.ts';

/** The key of the frozen databases: they hold test persons only. */
const key = Buffer.alloc(32, 0x11);
const clock = createFixedClock(new Date('2009-11-02T08:00:00Z'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frozen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database as a released program left it, opened by this one. */
function openFrozen(version: number) {
  const file = join(folder, 'administratie.db');
  copyFileSync(join(import.meta.dirname, `frozen/schema-${version}.db`), file);
  const db = openDatabase(file, key);
  const { from, to } = migrate(db);
  ensureListIndex(db);
  expect([from, to]).toEqual([version, migrations.at(-1)?.version]);
  expect(isSound(db)).toBe(true);
  return db;
}

describe('a database of the schema of step 1', () => {
  it('opens with all it held, and its pupils are found', () => {
    const db = openFrozen(1);
    expect(readLeerling(db, 1).gegevens).toMatchObject({ roepnaam: 'Zoë', voorvoegsel: 'van der', postcode: '2554EJ' });
    expect(readInschrijving(db, 1).gegevens).toMatchObject({
      datumInschrijving: '2009-08-01',
      vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '00' }],
      eindtoets: [],
      lgfIndicatie: [],
    });
    const list = (search: string) =>
      listLeerlingen(db, clock, { search, show: 'actueel', offset: 0, limit: 10 }).rows.map(({ id }) => id);
    expect(list('')).toEqual([1, 2]);
    expect(list('zoe koo')).toEqual([1]);
    expect(list('99999')).toEqual([1]);
    expect(listLeerlingen(db, clock, { show: 'alle', offset: 0, limit: 1 }).rows[0]).toMatchObject({
      groep: '1a',
      bronState: 'geregistreerd met signaal',
      openSignalen: 2,
    });
    closeDatabase(db);
  });
});

describe('a database of the schema of step 2', () => {
  it('opens with the whole card, the family, the notes and the bin', () => {
    const db = openFrozen(10);
    expect(readLeerling(db, 1).gegevens).toMatchObject({ roepnaam: 'Hera', geheim: 'true' });
    expect(readContact(db, 1)).toMatchObject({
      allergies: 'Noten',
      phone: [{ label: 'Oma', emergency: 'true' }],
      formerAdres: [{ einddatum: '2009-09-30', postcode: '2548AE' }],
    });
    expect(readInschrijving(db, 1).gegevens).toMatchObject(correctInschrijving());
    expect(verzorgersOf(db, 1)).toMatchObject([{ verzorger: { gegevens: { roepnaam: 'Aphrodite' } } }]);
    expect(db.prepare('SELECT text FROM leerling_note').pluck().all()).toEqual(['Gesprek gevoerd.']);
    expect(db.prepare('SELECT id FROM main.leerling WHERE deleted_at IS NOT NULL').pluck().all()).toEqual([2]);
    expect(verifyChain(db).ok).toBe(true);
    closeDatabase(db);
  });
});
