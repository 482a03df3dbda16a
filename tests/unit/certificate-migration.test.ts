import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { certificateState, readMaterial } from '../../electron/core/certificate/store.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { temporaryFolder } from './databaseWorld.ts';

it('keeps the certificates of an earlier version, each once, and the one that was in use stays so', () => {
  const db = openDatabase(join(temporaryFolder(), 'administratie.db'), randomBytes(32), { create: true });
  onTestFinished(() => closeDatabase(db));
  migrate(db, { list: migrations.filter(({ version }) => version < 14) });
  const insert = db.prepare(
    `INSERT INTO certificate (pem_certificate, pem_key, pem_chain, holder, issuer, valid_from, valid_to, fingerprint, installed_at, active)
     VALUES ('', 'the key', NULL, '99ZZ00', 'BRON', ?, '2012-01-01T00:00:00.000Z', ?, ?, ?)`,
  );
  const from = '2009-01-01T00:00:00.000Z';
  insert.run(from, 'AA', '2009-02-01T00:00:00.000Z', 0);
  insert.run(from, 'BB', '2009-03-01T00:00:00.000Z', 0);
  insert.run(from, 'AA', '2009-04-01T00:00:00.000Z', 1);
  migrate(db);
  expect(certificateState(db, createFixedClock(new Date('2009-11-02T08:00:00Z')))).toMatchObject({
    certificate: { fingerprint: 'AA', installedAt: '2009-04-01T00:00:00.000Z' },
    earlier: [{ fingerprint: 'BB', reason: 'replaced', hasKey: true }],
    stage: 'fine',
  });
  expect(readMaterial(db, 'AA')).toEqual({ pemCertificate: '', pemKey: 'the key', pemChain: '' });
});
