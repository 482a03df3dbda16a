import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { meldingContent } from '../../electron/core/exchange/content.ts';
import type { Administration } from '../../electron/core/context.ts';
import {
  inschrijvingIds,
  readInschrijving,
  readLeerling,
  writeInschrijving,
  writeLeerling,
} from '../../electron/core/leerlingen/repository.ts';
import {
  hashesNow,
  hashOfSnapshot,
  pupilTables,
  restoreLeerling,
  sameSnapshot,
  snapshotLeerling,
} from '../../electron/core/leerlingen/snapshot.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { inschrijvingKinds } from '../../shared/pve/berichten/kinds.ts';
import { START } from '../support/administration.ts';
import { anyInschrijving, anyPersoon } from '../support/arbitraryPupil.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { codeOf, temporaryDatabase } from './databaseWorld.ts';

const open = (): Administration => ({
  db: temporaryDatabase().db,
  clock: createFixedClock(START),
  emit: () => undefined,
  caller: { userId: 'u', role: 'beheerder' },
});

function savePersoon(administration: Administration, id: number, persoon: Persoonsgegevens): void {
  writeLeerling(administration, persoon, id, readLeerling(administration.db, id).version);
}

/** Overwrites the newest inschrijving, or makes another one. */
function saveInschrijving(administration: Administration, id: number, gegevens: InschrijvingGegevens, another = false) {
  const newest = another ? undefined : inschrijvingIds(administration.db, id)[0];
  const version = newest === undefined ? undefined : readInschrijving(administration.db, newest).version;
  return writeInschrijving(administration, id, gegevens, newest, version).id;
}

type Edit = (administration: Administration, id: number) => void;
const edit = fc.oneof(
  anyPersoon.map(
    (persoon): Edit =>
      (administration, id) =>
        savePersoon(administration, id, persoon),
  ),
  fc.tuple(anyInschrijving, fc.boolean()).map(([gegevens, another]): Edit => (administration, id) => {
    saveInschrijving(administration, id, gegevens, another);
  }),
);
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

describe('a snapshot of a pupil', () => {
  it('walks from every table to the pupil', () => {
    expect(pupilTables(open().db).map(({ table }) => table)).toEqual(
      expect.arrayContaining(['leerling', 'inschrijving', 'gewicht_wpo', 'ambulante_begeleiding_wpo']),
    );
  });

  it('restores exactly what was there, whatever was saved in between', () => {
    const administration = open();
    const { db } = administration;
    const restored = db.transaction((before: readonly Edit[], after: readonly Edit[]) => {
      const { id } = writeLeerling(administration, testPersons.hera);
      for (const perform of before) perform(administration, id);
      const snapshot = snapshotLeerling(db, id);
      for (const perform of after) perform(administration, id);
      restoreLeerling(db, id, JSON.parse(JSON.stringify(snapshot)) as typeof snapshot);
      return sameSnapshot(snapshotLeerling(db, id), snapshot);
    });
    fc.assert(
      fc.property(edits, edits, (before, after) => restored(before, after)),
      { numRuns: 40 },
    );
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('reads an inschrijving of either kind as it was saved, also when it was of the other kind before', () => {
    const administration = open();
    const { db } = administration;
    const { id } = writeLeerling(administration, testPersons.hera);
    const savedAndRead = db.transaction((gegevens: InschrijvingGegevens, another: boolean) => {
      const inschrijving = saveInschrijving(administration, id, gegevens, another);
      return readInschrijving(db, inschrijving).gegevens;
    });
    fc.assert(
      fc.property(anyInschrijving, fc.boolean(), (gegevens, another) => {
        const kept = savedAndRead(gegevens, another);
        expect(meldingContent({}, kept)).toEqual(meldingContent({}, gegevens));
        expect(Object.keys(kept).filter((key) => Array.isArray(Reflect.get(kept, key)))).toEqual(
          inschrijvingKinds[gegevens.kind].groups.map(({ key }) => key),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('outlives a schema that adds tables and columns: it restores, and its hash stays', () => {
    const { file, key, ...opened } = temporaryDatabase();
    const administration = { ...open(), db: opened.db };
    const { id } = writeLeerling(administration, testPersons.hera);
    saveInschrijving(administration, id, correctInschrijving());
    const snapshot = snapshotLeerling(opened.db, id);
    const hash = hashOfSnapshot(opened.db, snapshot);
    opened.db.exec(`ALTER TABLE leerling ADD COLUMN nickname TEXT;
      ALTER TABLE inschrijving ADD COLUMN counted TEXT NOT NULL DEFAULT 'no'`);
    const later = openDatabase(file, key);
    onTestFinished(() => closeDatabase(later));
    const now = snapshotLeerling(later, id);
    expect(hashOfSnapshot(later, now)).toBe(hash);
    later.exec("UPDATE leerling SET nickname = 'H'; UPDATE inschrijving SET counted = 'yes'");
    expect(hashOfSnapshot(later, snapshotLeerling(later, id))).not.toBe(hash);
    restoreLeerling(later, id, snapshot);
    expect(sameSnapshot(snapshotLeerling(later, id), now)).toBe(true);
  });

  it('hashes many pupils at once as it does one', () => {
    const administration = open();
    const { db } = administration;
    const hashes = db.transaction((pupils: readonly (readonly Edit[])[]) => {
      const ids = pupils.map((before) => {
        const { id } = writeLeerling(administration, testPersons.hera);
        for (const perform of before) perform(administration, id);
        return id;
      });
      return { ids, many: hashesNow(db, ids) };
    });
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (pupils) => {
        const { ids, many } = hashes(pupils);
        expect([...many]).toEqual(ids.map((id) => [id, hashOfSnapshot(db, snapshotLeerling(db, id))]));
      }),
      { numRuns: 20 },
    );
  });

  it('raises the version of what it changes, so that an editor of the newer state is told', () => {
    const administration = open();
    const { id } = writeLeerling(administration, testPersons.hera);
    const snapshot = snapshotLeerling(administration.db, id);
    savePersoon(administration, id, testPersons.zeus);
    restoreLeerling(administration.db, id, snapshot);
    expect(readLeerling(administration.db, id)).toMatchObject({ version: 3, gegevens: testPersons.hera });
  });

  it('takes away a pupil that was not there, and brings back one that was removed under its own number', () => {
    const administration = open();
    const { db } = administration;
    const { id } = writeLeerling(administration, testPersons.hera);
    saveInschrijving(administration, id, correctInschrijving());
    const snapshot = snapshotLeerling(db, id);
    restoreLeerling(db, id, {});
    expect(codeOf(() => readLeerling(db, id))).toBe('not-found');
    const other = writeLeerling(administration, testPersons.zeus).id;
    expect(other).not.toBe(id);
    restoreLeerling(db, id, snapshot);
    expect(sameSnapshot(snapshotLeerling(db, id), snapshot)).toBe(true);
  });

  it('leaves other pupils alone, also one whose periods got the numbers of removed ones', () => {
    const administration = open();
    const { db } = administration;
    const lgf = { begindatum: '2009-09-01', ambulanteBegeleiding: [{ begindatum: '2009-10-01', brinnummer: '99ZZ' }] };
    const gegevens = correctInschrijving({ lgfIndicatie: [lgf] });
    const { id } = writeLeerling(administration, testPersons.hera);
    const inschrijving = saveInschrijving(administration, id, gegevens);
    const snapshot = snapshotLeerling(db, id);
    saveInschrijving(administration, id, correctInschrijving({ lgfIndicatie: [], gewicht: [] }));
    const other = writeLeerling(administration, testPersons.zeus).id;
    saveInschrijving(administration, other, gegevens);
    const theirs = snapshotLeerling(db, other);
    restoreLeerling(db, id, snapshot);
    expect(readInschrijving(db, inschrijving).gegevens).toEqual(gegevens);
    expect(snapshotLeerling(db, other)).toEqual(theirs);
  });

  it('does not take away an inschrijving of which a message was sent, but does so when it never left', () => {
    const administration = open();
    const { db } = administration;
    const { id } = writeLeerling(administration, testPersons.hera);
    const snapshot = snapshotLeerling(db, id);
    const inschrijving = saveInschrijving(administration, id, correctInschrijving());
    const bericht = db.prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, created_at, sent_at) VALUES (3, ?, ?, ?, '2009-11-02', ?)`,
    );
    bericht.run('a', inschrijving, 'vervallen', null);
    bericht.run('b', inschrijving, 'vervallen', '2009-11-02');
    const restore = () => db.transaction(() => restoreLeerling(db, id, snapshot))();
    expect(codeOf(restore)).toBe('restore-known');
    expect(inschrijvingIds(db, id)).toEqual([inschrijving]);
    db.prepare("UPDATE bericht SET state = 'tegengehouden', sent_at = NULL WHERE berichtidentificatie = 'b'").run();
    restore();
    expect(inschrijvingIds(db, id)).toEqual([]);
  });
});
