import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { destroyFromBin, listBin, putInBin, restoreFromBin } from '../../electron/core/bin/bin.ts';
import type { Administration } from '../../electron/core/context.ts';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { hideBin } from '../../electron/core/database/hideBin.ts';
import { migrate } from '../../electron/core/database/migrations.ts';
import { drawSeries } from '../../electron/core/exchange/identification.ts';
import { draftBericht } from '../../electron/core/exchange/outbox.ts';
import { deliveryNow } from '../../electron/core/exchange/voorcontrole.ts';
import { draftVerzoeken, listRegistratieoverzichten } from '../../electron/core/exchange/registratieoverzicht.ts';
import { draftsHandlers } from '../../electron/core/drafts/handlers.ts';
import { enrolmentHandlers } from '../../electron/core/enrolment/handlers.ts';
import { gezinHandlers } from '../../electron/core/gezin/handlers.ts';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { readInschrijving } from '../../electron/core/leerlingen/repository.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, START, startTestLas } from '../support/administration.ts';
import { occurs } from '../support/database.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

let administration: Administration;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  const db = openDatabase(join(folder, 'administratie.db'), randomBytes(32), { create: true });
  migrate(db);
  hideBin(db);
  writeSchool(db, creation.school, 'oefen');
  drawSeries(db);
  db.prepare(
    "INSERT INTO user_account (id, name, role, created_at) VALUES ('u', 'Secretaresse', 'beheerder', '')",
  ).run();
  administration = {
    db,
    clock: createFixedClock(START),
    emit: () => undefined,
    caller: { userId: 'u', role: 'beheerder' },
  };
});
afterEach(() => {
  closeDatabase(administration.db);
  rmSync(folder, { recursive: true, force: true });
});

interface Ids {
  leerlingId: number;
  inschrijvingId: number;
}

const enrol = async (persoon: object = testPersons.hera, gegevens = correctInschrijving()): Promise<Ids> =>
  enrolmentHandlers(administration)['enrolment.start']({ persoon, gegevens });

/** Every row of every table, without what a stay in the bin leaves: the log, versions and lapsed drafts. */
function content(): Record<string, unknown[]> {
  const { db } = administration;
  const tables = db.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all();
  return Object.fromEntries(
    tables
      .filter((table) => !['change_log', 'change_value', 'bericht'].includes(table))
      .map((table) => {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM main."${table}"`).all();
        // The order of rows is no content.
        return [table, rows.map(({ version: _version, ...row }) => JSON.stringify(row)).sort()];
      }),
  );
}

const places = () => ({ first: join(folder, 'backups') });

const names = () =>
  listLeerlingen(administration.db, administration.clock, { show: 'alle', offset: 0, limit: 10 }).rows.map(
    ({ naam }) => naam,
  );

const draft = (inschrijvingId: number, round: number) =>
  draftBericht(administration, inschrijvingId, round, deliveryNow(administration.db, administration.clock));

describe.each(['leerling', 'inschrijving'] as const)('a %s in the bin', (kind) => {
  it('is nowhere to be seen, and comes back exactly as it was, with its deadline', async () => {
    const { db, clock } = administration;
    const { leerlingId, inschrijvingId } = await enrol();
    await enrol(testPersons.zeus);
    expect(draft(inschrijvingId, 1)).toBe('opgesteld');
    const before = content();
    const id = kind === 'leerling' ? leerlingId : inschrijvingId;
    putInBin(administration, { kind, id, version: 1 });
    expect(names()).toEqual(kind === 'leerling' ? ['Jager, Zeus de'] : ['Jager, Hera de', 'Jager, Zeus de']);
    expect(() => readInschrijving(db, inschrijvingId)).toThrow('Dit gegeven bestaat niet');
    expect(db.prepare('SELECT inschrijving_id FROM to_deliver').pluck().all()).toEqual([inschrijvingId + 1]);
    expect(db.prepare('SELECT state FROM bericht').pluck().all()).toEqual(['vervallen']);
    expect(draft(inschrijvingId, 2)).toBeUndefined();
    expect(listBin(db, { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      rows: [{ kind, id, deletedBy: 'Secretaresse' }],
    });
    clock.set(new Date(START.getTime() + 3 * 86_400_000));
    restoreFromBin(administration, { kind, id });
    expect(content()).toEqual(before);
    expect(verifyChain(db)).toMatchObject({ ok: true });
  });

  it('is destroyed for good with all that was said of it; the chain of the log still verifies', async () => {
    const { db } = administration;
    const gegevens = correctInschrijving({
      leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep: 'Regenboog' }],
    });
    const { leerlingId, inschrijvingId } = await enrol(testPersons.hera, gegevens);
    draft(inschrijvingId, 1);
    const empty = ['inschrijving', 'inschrijving_vestiging', 'gewicht_wpo', 'bericht', 'to_deliver', 'bron_state'];
    const id = kind === 'leerling' ? leerlingId : inschrijvingId;
    putInBin(administration, { kind, id, version: 1 });
    destroyFromBin(administration, places(), { kind, id });
    for (const table of empty) expect(db.prepare(`SELECT * FROM main.${table}`).all(), table).toEqual([]);
    expect(occurs(administration.db, 'Regenboog')).toBe(false);
    expect(occurs(administration.db, 'Hera')).toBe(kind === 'inschrijving');
    expect(verifyChain(db)).toMatchObject({ ok: true });
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(() => restoreFromBin(administration, { kind, id })).toThrow('Dit gegeven bestaat niet');
  });
});

it('a destroyed pupil takes along the verzorgers whom nobody else has, also one who was taken from it before', async () => {
  const { db } = administration;
  const { leerlingId } = await enrol();
  const { leerlingId: brother } = await enrol(testPersons.zeus);
  const gezin = gezinHandlers(administration);
  const add = async (achternaam: string) =>
    gezin['gezin.saveVerzorger']({ leerlingId, verzorger: { gegevens: { achternaam } }, link: { gegevens: {} } });
  const { id: shared } = await add('Samen');
  await add('Alleen');
  await add('Vroeger');
  void gezin['gezin.linkVerzorger']({ leerlingId: brother, verzorgerId: shared, gegevens: {} });
  const { verzorgers } = await gezin['gezin.get']({ leerlingId });
  const former = verzorgers.find(({ gegevens }) => gegevens.achternaam === 'Vroeger')?.link;
  void gezin['gezin.unlinkVerzorger']({ linkId: former?.id ?? 0, version: former?.version ?? 0 });
  putInBin(administration, { kind: 'leerling', id: leerlingId, version: 1 });
  expect(occurs(administration.db, 'Vroeger')).toBe(true);
  destroyFromBin(administration, places(), { kind: 'leerling', id: leerlingId });
  expect(['Hera', 'Alleen', 'Vroeger', 'Samen'].filter((text) => occurs(administration.db, text))).toEqual(['Samen']);
  expect((await gezin['gezin.get']({ leerlingId: brother })).verzorgers).toHaveLength(1);
  expect(verifyChain(db)).toMatchObject({ ok: true });
});

it('a verzoek registratieoverzicht names a destroyed pupil no more, is not sent any more, and keeps of how many it was', async () => {
  const { db } = administration;
  const { leerlingId: hera } = await enrol();
  const { leerlingId: zeus } = await enrol(testPersons.zeus);
  for (const leerlingIds of [[hera], [hera, zeus], [zeus]]) draftVerzoeken(administration, { leerlingIds });
  db.prepare("UPDATE bericht SET state = 'geregistreerd' WHERE nr = 5 AND id = 1").run();
  putInBin(administration, { kind: 'leerling', id: hera, version: 1 });
  destroyFromBin(administration, places(), { kind: 'leerling', id: hera });
  expect(occurs(db, testPersons.hera.burgerservicenummer)).toBe(false);
  expect(listRegistratieoverzichten(db, {}).rows).toMatchObject([
    { leerlingen: 1, naam: 'Jager, Zeus de', state: 'opgesteld' },
    { leerlingen: 2, state: 'vervallen' },
    { leerlingen: 1, state: 'geregistreerd' },
  ]);
  expect(listRegistratieoverzichten(db, {}).rows[2]).not.toHaveProperty('naam');
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('an inschrijving comes back only to a pupil that is there; a pupil comes back without what was thrown away before it', async () => {
  const { db } = administration;
  const { leerlingId, inschrijvingId } = await enrol();
  putInBin(administration, { kind: 'inschrijving', id: inschrijvingId, version: 1 });
  putInBin(administration, { kind: 'leerling', id: leerlingId, version: 1 });
  expect(listBin(db, { offset: 0, limit: 10 }).rows.map(({ kind }) => kind)).toEqual(['leerling']);
  expect(() => restoreFromBin(administration, { kind: 'inschrijving', id: inschrijvingId })).toThrow('prullenbak');
  restoreFromBin(administration, { kind: 'leerling', id: leerlingId });
  expect(listBin(db, { offset: 0, limit: 10 }).rows.map(({ kind }) => kind)).toEqual(['inschrijving']);
});

it('an inschrijving does not come back beside another that has come in its place', async () => {
  const { leerlingId, inschrijvingId } = await enrol();
  const item = { kind: 'inschrijving', id: inschrijvingId } as const;
  putInBin(administration, { ...item, version: 1 });
  const handlers = enrolmentHandlers(administration);
  const leerling = { id: leerlingId, version: 1 };
  await handlers['enrolment.start']({ leerling, persoon: testPersons.hera, gegevens: correctInschrijving() });
  expect(() => restoreFromBin(administration, item)).toThrow('1-8-2009');
  expect(listBin(administration.db, { offset: 0, limit: 10 }).total).toBe(1);
});

it('unsaved work about a pupil is not shown while the pupil lies there, and comes back along', async () => {
  const { leerlingId } = await enrol();
  const drafts = draftsHandlers(administration);
  const work = {
    form: 'leerling',
    subject: String(leerlingId),
    leerlingId,
    title: 'Jager, Hera de',
    content: '{}',
  } as const;
  const { id } = await drafts['drafts.save'](work);
  const { id: other } = await drafts['drafts.save']({ form: 'leerling', subject: '', title: 'Nieuw', content: '{}' });
  const shown = async () => (await drafts['drafts.list']({})).drafts.map((draft) => draft.id);
  putInBin(administration, { kind: 'leerling', id: leerlingId, version: 1 });
  expect(await shown()).toEqual([other]);
  expect(() => drafts['drafts.read']({ id })).toThrow();
  restoreFromBin(administration, { kind: 'leerling', id: leerlingId });
  expect(await shown()).toEqual([other, id]);
});

it('nothing writes past the bin: a statement that forgets it fails', () => {
  expect(() => administration.db.prepare('DELETE FROM leerling').run()).toThrow('is a view');
});

it('of the program: put by who registers, told to the second editor, destroyed only after confirmation', async () => {
  const world = await startTestLas();
  try {
    await createAdministration(world);
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const item = { kind: 'leerling', id: leerlingId } as const;
    expect(await world.fail('bin.destroy', { ...item, confirmed: true })).toMatchObject({ code: 'not-found' });
    await world.call('leerlingen.save', { id: leerlingId, version: 1, persoon: testPersons.hera });
    expect(await world.fail('bin.put', { ...item, version: 1 })).toMatchObject({ code: 'changed-elsewhere' });
    await world.call('bin.put', { ...item, version: 2 });
    expect(await world.fail('leerlingen.get', { id: leerlingId })).toMatchObject({ code: 'not-found' });
    expect(await world.call('bin.list', {})).toMatchObject({ total: 1, rows: [{ naam: 'Jager, Hera de' }] });
    expect(await world.fail('bin.destroy', { ...item, confirmed: false } as never)).toMatchObject({
      code: 'invalid-input',
    });
    await world.call('bin.destroy', { ...item, confirmed: true });
    expect(await world.call('bin.list', {})).toMatchObject({ total: 0 });
    await world.restart();
    expect(await world.call('leerlingen.list', { show: 'alle' })).toMatchObject({ total: 0 });
  } finally {
    await world.close();
  }
});
