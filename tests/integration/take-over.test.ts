import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate } from '../../electron/core/database/migrations.ts';
import { contentOfInschrijving, hashOf } from '../../electron/core/exchange/content.ts';
import { signalenOf, takeOver } from '../../electron/core/exchange/signalen.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { readInschrijving } from '../../electron/core/leerlingen/repository.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { creation, START } from '../support/administration.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

/** BRON's value goes into the period that the signaal is about, also when the periods were edited after the melding. */
let folder: string;
let administration: Administration;
let inschrijvingId: number;
const groep = (begindatum: string, name: string) => ({ begindatum, leerjaar: '3', groep: name });
const delivered = [groep('2009-08-01', '3a'), groep('2009-10-01', '3b')];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  const db = openDatabase(join(folder, 'administratie.db'), randomBytes(32), { create: true });
  migrate(db);
  writeSchool(db, creation.school, 'oefen');
  administration = {
    db,
    clock: createFixedClock(START),
    emit: () => undefined,
    caller: { userId: 'u', role: 'beheerder' },
  };
  const handlers = leerlingenHandlers(administration);
  const { id: leerlingId } = await handlers['leerlingen.save']({ persoon: testPersons.hera });
  const gegevens = correctInschrijving({ leerjaarGroep: delivered });
  ({ id: inschrijvingId } = await handlers['leerlingen.saveInschrijving']({ leerlingId, gegevens }));
});
afterEach(() => {
  closeDatabase(administration.db);
  rmSync(folder, { recursive: true, force: true });
});

/** A signaal about the delivered melding: BRON has leerjaar 4 in this voorkomen. */
function signaal(voorkomen: number | null): number {
  const { db } = administration;
  const content = contentOfInschrijving(db, inschrijvingId);
  const bericht = db
    .prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, created_at)
       VALUES (3, '00AAAA0000000001', ?, 'geregistreerd met signaal', ?, ?, '')`,
    )
    .run(inschrijvingId, JSON.stringify(content), hashOf(content));
  const made = db
    .prepare(
      `INSERT INTO signaal (bericht_id, inschrijving_id, leerling_id, code, omschrijving, ernst, gegevensgroep, element, voorkomen, las_value, bron_value, created_at)
       VALUES (?, ?, 1, '999', 'Het leerjaar wijkt af', 'S', 'leerjaarGroep', 'leerjaar', ?, '3', '4', '')`,
    )
    .run(bericht.lastInsertRowid, inschrijvingId, voorkomen);
  return Number(made.lastInsertRowid);
}

async function edit(leerjaarGroep: typeof delivered): Promise<void> {
  const { id, leerlingId, version, gegevens } = readInschrijving(administration.db, inschrijvingId);
  await leerlingenHandlers(administration)['leerlingen.saveInschrijving']({
    leerlingId,
    id,
    version,
    gegevens: { ...gegevens, leerjaarGroep },
  });
}

const leerjaren = () =>
  readInschrijving(administration.db, inschrijvingId).gegevens.leerjaarGroep.map(
    ({ begindatum, leerjaar }) => `${begindatum ?? ''} ${leerjaar ?? ''}`,
  );

it('finds the period again among others', async () => {
  const id = signaal(1);
  await edit([delivered[0] ?? groep('', ''), groep('2009-09-01', '3x'), delivered[1] ?? groep('', '')]);
  takeOver(administration, id);
  expect(leerjaren()).toEqual(['2009-08-01 3', '2009-09-01 3', '2009-10-01 4']);
});

it('refuses when the period is no longer there', async () => {
  const id = signaal(1);
  await edit([groep('2009-08-01', '3a')]);
  expect(() => takeOver(administration, id)).toThrow('intussen gewijzigd');
  expect(leerjaren()).toEqual(['2009-08-01 3']);
});

it('is not offered when it is unclear which period BRON means', () => {
  signaal(null);
  expect(signalenOf(administration.db, inschrijvingId)).toMatchObject([{ canTakeOver: false }]);
});
