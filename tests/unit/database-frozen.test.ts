import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { closeDatabase, isSound, openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { contentOfInschrijving, hashOf } from '../../electron/core/exchange/content.ts';
import { undoRows, whyNotUndo } from '../../electron/core/import/history.ts';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { ensureListIndex } from '../../electron/core/leerlingen/listIndex.ts';
import {
  inschrijvingIds,
  readContact,
  readInschrijving,
  readLeerling,
  writeInschrijving,
} from '../../electron/core/leerlingen/repository.ts';
import { lastChangeOf, previewUndo, undo } from '../../electron/core/leerlingen/undo.ts';
import { verzorgersOf } from '../../electron/core/gezin/repository.ts';
import { listNotes } from '../../electron/core/notes/notes.ts';
import { emptyInschrijving } from '../../shared/api/inschrijving.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

/** The key of the frozen databases: they hold test persons only. */
const key = Buffer.alloc(32, 0x11);
const clock = createFixedClock(new Date('2009-11-02T08:00:00Z'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frozen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const administrationOf = (db: Connection): Administration => ({
  db,
  clock,
  emit: () => undefined,
  caller: { userId: 'u', role: 'beheerder' },
});

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

  it('can undo the last change that was made before', () => {
    const db = openFrozen(10);
    const administration = administrationOf(db);
    const change = lastChangeOf(db, 1)?.change ?? 0;
    expect(previewUndo(administration, 1).fields).toContainEqual({
      entity: 'leerling_note',
      entityId: 1,
      field: 'text',
      now: 'Gesprek gevoerd.',
    });
    undo(administration, 1, change, false);
    expect(readInschrijving(db, 1).gegevens).toMatchObject(correctInschrijving());
    expect(listNotes(db, 1)).toEqual([]);
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

describe('a database of the schema of step 3', () => {
  const following = { stopped: () => false, progress: () => undefined };
  const inschrijvingOf = (db: Connection, leerlingId: number) =>
    readInschrijving(db, inschrijvingIds(db, leerlingId)[0] ?? 0).gegevens;

  it('has nothing else to deliver than before', () => {
    const db = openFrozen(16);
    const waiting = db.prepare('SELECT inschrijving_id AS id, content_hash AS hash FROM to_deliver ORDER BY id').all();
    expect(waiting).toHaveLength(3);
    expect([1, 2, 3].map((id) => ({ id, hash: hashOf(contentOfInschrijving(db, id)) }))).toEqual(waiting);
    closeDatabase(db);
  });

  it('can undo the last change of a pupil, and redo it', () => {
    const db = openFrozen(16);
    const administration = administrationOf(db);
    const changed = inschrijvingOf(db, 1);
    expect(changed).toMatchObject({ kind: 'WPO', adviesVo: '61', leerjaarGroep: [{ groep: '4b' }, { groep: '4c' }] });
    undo(administration, 1, lastChangeOf(db, 1)?.change ?? 0, false);
    expect(inschrijvingOf(db, 1)).toEqual(correctInschrijving());
    undo(administration, 1, lastChangeOf(db, 1)?.change ?? 0, false);
    expect(inschrijvingOf(db, 1)).toEqual(changed);
    closeDatabase(db);
  });

  it('does not undo a change when the pupil was changed since in another way', () => {
    const db = openFrozen(16, (old) => void old.prepare("UPDATE gewicht_wpo SET gewicht = '0.3'").run());
    expect(lastChangeOf(db, 1)).toBeUndefined();
    expect(() => previewUndo(administrationOf(db), 1)).toThrow('nog iets van deze leerling gewijzigd');
    closeDatabase(db);
  });

  it('can undo an import, also of what was filled in since in a place that the snapshot does not have', async () => {
    const db = openFrozen(16);
    const administration = administrationOf(db);
    expect(await whyNotUndo(administration, 1, false, following)).toBeUndefined();
    expect(readLeerling(db, 2).gegevens).toMatchObject({ postcode: '2517JR' });
    const { version } = readInschrijving(db, 2);
    writeInschrijving(administration, 2, { ...emptyInschrijving('WEC'), brinnummerTeruggeplaatst: '99ZZ' }, 2, version);
    expect(await whyNotUndo(administration, 1, false, following)).toMatchObject({ result: 'changed', total: 1 });
    expect(await undoRows(administration, 1, following)).toEqual({ removed: 1, restored: 1 });
    expect(readLeerling(db, 2).gegevens).toEqual(testPersons.zeus);
    expect(inschrijvingOf(db, 2)).toEqual(correctInschrijving());
    expect(db.prepare('SELECT count(*) FROM leerling').pluck().get()).toBe(2);
    expect(isSound(db)).toBe(true);
    closeDatabase(db);
  });

  it('says in unsaved work of which kind its inschrijvingen are, and leaves alone what is of no known form', () => {
    const strange = ['', 'Geen JSON.', '[]', 'null', '{"base":{},"mine":{"inschrijvingen":[{"gegevens":{}}]}}'];
    const contents = (db: Connection) => db.prepare<[], string>('SELECT content FROM draft ORDER BY id').pluck().all();
    let before: string[] = [];
    const db = openFrozen(16, (old) => {
      const insert = old.prepare(
        "INSERT INTO draft SELECT NULL, user_id, ?, '', NULL, '', ?, saved_at FROM draft WHERE id = 1",
      );
      for (const form of ['leerling', 'enrolment', 'another']) for (const content of strange) insert.run(form, content);
      before = contents(old);
    });
    const [card, enrolment, ...others] = contents(db);
    const marked = { inschrijvingen: [{ gegevens: { kind: 'WPO', ontwikkelingsperspectief: [] } }] };
    expect(JSON.parse(card ?? '')).toMatchObject({
      base: marked,
      mine: { ...marked, persoon: { roepnaam: 'Anders' } },
    });
    expect(JSON.parse(enrolment ?? '')).toMatchObject({
      step: 'start',
      work: { base: { inschrijvingen: [] }, mine: marked, facts: { verzorgers: [] } },
    });
    expect(others).toEqual(before.slice(2));
    closeDatabase(db);
  });
});
