import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readProtocol } from '../../electron/core/retention/protocol.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { temporaryFolder } from './databaseWorld.ts';

it('keeps the protocol of destruction of an earlier version, with which pupils are still to be cleared away', () => {
  const db = openDatabase(join(temporaryFolder(), 'administratie.db'), randomBytes(32), { create: true });
  onTestFinished(() => closeDatabase(db));
  migrate(db, { list: migrations.filter(({ version }) => version < 33) });
  db.exec(`
    INSERT INTO destruction (id, decided_at) VALUES (1, '2009-11-02T08:00:00.000Z');
    INSERT INTO destruction_record VALUES (1, 7, 2003, 12), (1, 8, 2004, NULL);
    INSERT INTO destruction_place (destruction_id, place, folder) VALUES (1, 'second', '/stick');
  `);
  migrate(db);
  expect(db.prepare('SELECT entity, record_id, left_in, first_seq FROM destruction_record').raw().all()).toEqual([
    ['leerling', 7, 2003, 12],
    ['leerling', 8, 2004, null],
  ]);
  expect(readProtocol(db)).toMatchObject([
    { reason: 'retention', leerlingen: 2, leftIn: '2003-2004', places: [{ folder: '/stick', there: false }] },
  ]);
});
