import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate } from '../../electron/core/database/migrations.ts';
import { refreshLeerling } from '../../electron/core/exchange/state.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import { restoreLeerling, sameSnapshot, snapshotLeerling } from '../../electron/core/leerlingen/snapshot.ts';
import { lastChangeOf, previewUndo, undo } from '../../electron/core/leerlingen/undo.ts';
import { notesHandlers } from '../../electron/core/notes/handlers.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { emptyContact } from '../../shared/api/contact.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, creation, START, startConnected } from '../support/administration.ts';
import { anyInschrijving, anyPersoon } from '../support/arbitraryPupil.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

type Handlers = ReturnType<typeof leerlingenHandlers> & ReturnType<typeof notesHandlers>;
type Edit = (handlers: Handlers, administration: Administration, id: number) => unknown;

/** The parts of a card as it is saved. */
function cardOf({ db }: Administration, id: number) {
  const { version, gegevens: persoon } = readLeerling(db, id);
  const newest = inschrijvingIds(db, id)[0];
  return { version, persoon, inschrijving: newest === undefined ? undefined : readInschrijving(db, newest) };
}

const anyContact = fc.record({ allergies: fc.string({ minLength: 1 }), number: fc.string({ minLength: 1 }) });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(anyPersoon, anyContact, fc.boolean())
    .map(([persoon, { allergies, number }, moved]): Edit => (handlers, administration, id) => {
      const contact = { ...emptyContact(), allergies, phone: [{ number }] };
      const movedOn = moved ? { movedOn: '2009-11-01' } : {};
      const { version } = cardOf(administration, id);
      const leerling = { version, persoon, contact, ...movedOn };
      return handlers['leerlingen.saveCard']({ id, leerling, inschrijvingen: [] });
    }),
  fc.tuple(anyInschrijving, fc.boolean()).map(([gegevens, another]): Edit => (handlers, administration, id) => {
    const { inschrijving } = cardOf(administration, id);
    const known = another || !inschrijving ? {} : { id: inschrijving.id, version: inschrijving.version };
    return handlers['leerlingen.saveCard']({ id, inschrijvingen: [{ ...known, gegevens }] });
  }),
  fc.string({ minLength: 1 }).map(
    (text): Edit =>
      (handlers, _, id) =>
        handlers['notes.save']({ leerlingId: id, date: '2009-11-02', text }),
  ),
);

describe('undo of the last change', () => {
  let folder: string;
  let administration: Administration;
  let handlers: Handlers;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
    const db = openDatabase(join(folder, 'administratie.db'), randomBytes(32), { create: true });
    migrate(db);
    writeSchool(db, creation.school, 'oefen');
    const caller = { userId: 'u', role: 'beheerder' } as const;
    administration = { db, clock: createFixedClock(START), emit: () => undefined, caller };
    handlers = { ...leerlingenHandlers(administration), ...notesHandlers(administration) };
  });
  afterEach(() => {
    closeDatabase(administration.db);
    rmSync(folder, { recursive: true, force: true });
  });

  const derived = () => ({
    toDeliver: administration.db.prepare('SELECT * FROM to_deliver').all(),
    states: administration.db.prepare('SELECT * FROM bron_state').all(),
    rows: administration.db.prepare('SELECT * FROM leerling_row').all(),
    words: administration.db.prepare('SELECT * FROM leerling_word').all(),
  });
  const seqOf = (id: number) => lastChangeOf(administration.db, id)?.change ?? 0;

  it('restores all that is registered of the pupil exactly, again and again, and tells the log', async () => {
    const { db, clock } = administration;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const { id } = await handlers['leerlingen.save']({ persoon: { roepnaam: 'Hera' } });
        let before = snapshotLeerling(db, id);
        for (const perform of edits) {
          const now = snapshotLeerling(db, id);
          await perform(handlers, administration, id);
          if (!sameSnapshot(now, snapshotLeerling(db, id))) before = now;
        }
        const after = snapshotLeerling(db, id);
        fc.pre(!sameSnapshot(before, after));
        expect(previewUndo(administration, id).fields.length).toBeGreaterThan(0);
        expect(sameSnapshot(snapshotLeerling(db, id), after)).toBe(true);
        undo(administration, id, seqOf(id), false);
        expect(sameSnapshot(snapshotLeerling(db, id), before)).toBe(true);
        const kept = derived();
        refreshLeerling(db, clock, id);
        expect(derived()).toEqual(kept);
        undo(administration, id, seqOf(id), false);
        expect(sameSnapshot(snapshotLeerling(db, id), after)).toBe(true);
        expect(verifyChain(db)).toMatchObject({ ok: true });
        // Numbers of one run must not stand in the way of the next.
        restoreLeerling(db, id, {});
      }),
      { numRuns: process.env['LAS_FULL'] ? 200 : 15 },
    );
  }, 120_000);

  it('takes a pupil away that was made by it, with its inschrijving', async () => {
    const { id } = await handlers['leerlingen.saveCard']({
      leerling: { persoon: testPersons.hera },
      inschrijvingen: [{ gegevens: correctInschrijving() }],
    });
    expect(previewUndo(administration, id)).toMatchObject({ removesLeerling: true, meldingen: [] });
    undo(administration, id, seqOf(id), false);
    expect(() => readLeerling(administration.db, id)).toThrow();
    expect(derived()).toEqual({ toDeliver: [], states: [], rows: [], words: [] });
  });

  it('refuses when something else was changed since, also in a way that cannot be undone itself', async () => {
    const { id } = await handlers['leerlingen.save']({ persoon: testPersons.hera });
    const first = seqOf(id);
    await handlers['leerlingen.save']({ id, version: 1, persoon: testPersons.zeus });
    expect(() => undo(administration, id, first, false)).toThrow('nog iets van deze leerling gewijzigd');
    administration.db.prepare("UPDATE leerling SET roepnaam = 'Anders' WHERE id = ?").run(id);
    expect(lastChangeOf(administration.db, id)).toBeUndefined();
    expect(() => previewUndo(administration, id)).toThrow('nog iets van deze leerling gewijzigd');
    expect(readLeerling(administration.db, id).gegevens.roepnaam).toBe('Anders');
  });

  it('refuses another datum inschrijving, and another kind, of an inschrijving that BRON may know', async () => {
    const save = (id: number, gegevens: InschrijvingGegevens) => {
      const { inschrijving } = cardOf(administration, id);
      const known = inschrijving ? { id: inschrijving.id, version: inschrijving.version } : {};
      return handlers['leerlingen.saveInschrijving']({ leerlingId: id, ...known, gegevens });
    };
    const sent = administration.db.prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, created_at, sent_at)
       VALUES (3, ?, ?, 'verzonden', '2009-11-02', '2009-11-02')`,
    );
    const { datumInschrijving, leerjaarGroep } = correctInschrijving();
    const others: [InschrijvingGegevens, string][] = [
      [correctInschrijving({ datumInschrijving: '2009-09-01' }), 'de datum inschrijving ligt vast'],
      [
        { ...emptyInschrijving('WEC'), datumInschrijving, leerjaarGroep },
        'een inschrijving WPO wordt geen inschrijving WEC',
      ],
    ];
    for (const [other, reason] of others) {
      const { id } = await handlers['leerlingen.save']({ persoon: { roepnaam: 'Hera' } });
      await save(id, correctInschrijving());
      await save(id, other);
      expect(previewUndo(administration, id).meldingen).toEqual([]);
      sent.run(`melding ${id}`, cardOf(administration, id).inschrijving?.id);
      expect(() => previewUndo(administration, id)).toThrow(reason);
    }
  });

  it('refuses a number that another pupil has by now', async () => {
    const { id } = await handlers['leerlingen.save']({ persoon: testPersons.hera });
    await handlers['leerlingen.save']({ id, version: 1, persoon: { roepnaam: 'Hera' } });
    await handlers['leerlingen.save']({ persoon: testPersons.hera });
    expect(() => previewUndo(administration, id)).toThrow('intussen het BSN');
  });
});

describe('undo of a change that is with BRON', () => {
  it('names the melding that follows, asks to be confirmed, and then lets it go out', async () => {
    const connected = await startConnected();
    const { world, mock, close } = connected;
    try {
      const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
      const exchange = async () => {
        await world.call('exchange.send', {});
        advance(connected, 61);
        await world.call('exchange.requestTerugkoppelingen', {});
        advance(connected, 61);
      };
      await exchange();
      await changePersoon(world, leerlingId, { postcode: '2517JR' });
      const untold = await world.call('undo.preview', { leerlingId });
      expect(untold).toMatchObject({
        by: 'Secretaresse',
        fields: [{ entity: 'leerling', field: 'postcode', now: '2517JR', back: '2548AE' }],
        meldingen: [],
      });
      await exchange();
      const preview = await world.call('undo.preview', { leerlingId });
      expect(preview.meldingen).toMatchObject([{ inschrijvingId, datumInschrijving: '2009-08-01' }]);
      const { change } = preview;
      expect(await world.fail('undo.perform', { leerlingId, change })).toMatchObject({ code: 'undo-sent' });
      await world.call('undo.perform', { leerlingId, change, confirmed: true });
      await exchange();
      expect(mock.register('99ZZ')).toMatchObject([{ version: 3 }]);
      expect((await world.call('leerlingen.get', { id: leerlingId })).persoon.postcode).toBe('2548AE');
    } finally {
      await close();
    }
  });

  it('is refused when an inschrijving that BRON has would go, or would get another datum inschrijving', async () => {
    const { world, close } = await startConnected();
    try {
      const { leerlingId } = await addPupil(world, testPersons.hera);
      await changeInschrijving(world, leerlingId, correctInschrijving({ datumInschrijving: '2009-09-01' }));
      await world.call('exchange.send', {});
      expect(await world.fail('undo.preview', { leerlingId })).toMatchObject({ code: 'inschrijving-known' });
      const zeus = await addPupil(world, testPersons.zeus);
      await world.call('exchange.send', {});
      expect(await world.fail('undo.preview', { leerlingId: zeus.leerlingId })).toMatchObject({
        code: 'restore-known',
      });
    } finally {
      await close();
    }
  });

  it('is refused when the pupil would go whose number BRON was asked for', async () => {
    const { world, close } = await startConnected();
    try {
      const { burgerservicenummer: _, ...persoon } = testPersons.hera;
      const address = { voornamen: 'Hera', straatnaam: 'Spui', huisnummer: '70', plaatsnaam: 'Den Haag' };
      const gegevens = correctInschrijving();
      const { leerlingId } = await world.call('enrolment.start', { persoon: { ...persoon, ...address }, gegevens });
      await world.call('exchange.identify', { leerlingIds: [leerlingId] });
      expect(await world.fail('undo.preview', { leerlingId })).toMatchObject({ code: 'restore-known' });
    } finally {
      await close();
    }
  });
});
