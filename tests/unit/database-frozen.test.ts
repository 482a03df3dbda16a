import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { closeDatabase, isSound, openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { ensureListIndex } from '../../electron/core/leerlingen/listIndex.ts';
import { readContact, readInschrijving, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import { verzorgersOf } from '../../electron/core/gezin/repository.ts';
import { listNotes } from '../../electron/core/notes/notes.ts';
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
function openFrozen(version: number, before: (db: Connection) => void = () => undefined) {
  const file = join(folder, 'administratie.db');
  copyFileSync(join(import.meta.dirname, `frozen/schema-${version}.db`), file);
  const db = openDatabase(file, key);
  before(db);
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

  it('keeps of an import what it can be undone with, and of unsaved work of which kind its inschrijvingen are', () => {
    const before = { vestiging_wpo: [{ id: 1 }], leerling: [{ roepnaam: '"vestiging_wpo":' }], gewicht_wpo: [] };
    const draft = {
      mine: { inschrijvingen: [{ key: 'nieuw', gegevens: { leerjaarGroep: [], gewicht: [] } }] },
      facts: {},
    };
    const db = openFrozen(10, (old) => {
      old
        .prepare(
          "INSERT INTO import_batch (id, state, file_name, header, answers, remarks, questions, opened_at) VALUES (9, 'applied', 'a', '{}', '{}', '[]', '{}', '2009-10-05')",
        )
        .run();
      old.prepare("INSERT INTO import_pupil VALUES (9, 1, ?, 'hash')").run(JSON.stringify(before));
      old.prepare("INSERT INTO user_account (id, name, role, created_at) VALUES ('x', 'x', 'beheerder', '2009')").run();
      const insert = old.prepare("INSERT INTO draft VALUES (NULL, 'x', ?, '', NULL, '', ?, '2009-10-05')");
      insert.run('leerling', JSON.stringify(draft));
      insert.run('note', 'Geen JSON.');
    });
    const { vestiging_wpo: vestiging, ...others } = before;
    expect(JSON.parse(String(db.prepare('SELECT before FROM import_pupil').pluck().get()))).toEqual({
      ...others,
      inschrijving_vestiging: vestiging,
    });
    const [kept, note] = db.prepare<[], string>('SELECT content FROM draft ORDER BY id').pluck().all();
    const [item] = draft.mine.inschrijvingen;
    expect(JSON.parse(kept ?? '')).toEqual({
      ...draft,
      mine: { inschrijvingen: [{ key: 'nieuw', gegevens: { kind: 'WPO', ...item?.gegevens } }] },
    });
    expect(note).toBe('Geen JSON.');
    closeDatabase(db);
  });

  it('shows as notes what imports had written elsewhere', () => {
    const db = openFrozen(10, (old) =>
      old
        .prepare(
          "UPDATE leerling SET note = 'Bril' || char(10) || 'Pet', changed_at = '2009-10-05T08:00:00Z' WHERE id = 1",
        )
        .run(),
    );
    const notes = listNotes(db, 1).map(({ date, text }) => `${date} ${text}`);
    expect(notes).toEqual(expect.arrayContaining(['2009-10-05 Bril', '2009-10-05 Pet']));
    expect(db.prepare('SELECT note FROM leerling WHERE id = 1').pluck().get()).toBeNull();
    closeDatabase(db);
  });
});
