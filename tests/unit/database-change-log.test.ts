import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../electron/core/database/changeLog.ts';
import { appendChange, chainHead, chainSlices, verifyChain } from '../../electron/core/database/changeLog.ts';
import type { Connection } from '../../electron/core/database/database.ts';
import { temporaryDatabase } from './databaseWorld.ts';

const change = (entityId: number, old: string | null, next: string | null): Change => ({
  at: '2009-11-02T08:00:00.000Z',
  userId: 'u1',
  entity: 'leerling',
  entityId,
  changes: [
    { field: 'achternaam', old, new: next },
    { field: 'roepnaam', old: 'Anna', new: 'Anna' },
  ],
});

/** Does to the log what the triggers forbid. */
function tamper(db: Connection, sql: string, ...values: unknown[]): void {
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.prepare(sql).run(...values);
  db.pragma('foreign_keys = ON');
  for (const trigger of triggers) db.exec(trigger.sql);
}

const value = fc.option(fc.string({ maxLength: 12 }), { nil: null });
const changes = fc.array(
  fc.record({
    at: fc.constantFrom('2009-11-02T08:00:00.000Z', '2009-11-02T09:00:00.000Z'),
    userId: fc.option(fc.constantFrom('u1', 'u2'), { nil: null }),
    entity: fc.constantFrom('leerling', 'inschrijving'),
    entityId: fc.option(fc.nat({ max: 99 }), { nil: null }),
    changes: fc.array(fc.record({ field: fc.constantFrom('achternaam', 'note'), old: value, new: value }), {
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('the log of changes', () => {
  it('is whole when empty, and notes only what changed', () => {
    const { db } = temporaryDatabase();
    expect(verifyChain(db)).toEqual({ ok: true, head: { seq: 0, hash: '0'.repeat(64) } });
    appendChange(db, change(1, null, 'Jansen'));
    expect(db.prepare('SELECT seq, field FROM change_log').all()).toEqual([{ seq: 1, field: 'achternaam' }]);
    expect(db.prepare('SELECT old_value, new_value FROM change_value').all()).toEqual([
      { old_value: null, new_value: 'Jansen' },
    ]);
    expect(verifyChain(db)).toEqual({ ok: true, head: chainHead(db) });
  });

  it('cannot be changed, shortened, overwritten or filled with a gap', () => {
    const { db } = temporaryDatabase();
    appendChange(db, change(1, null, 'Jansen'));
    const line = `'2009', 'u1', 'leerling', 1, 'note', 'a', 'b', 'c'`;
    for (const sql of [
      `UPDATE change_log SET at = '2010'`,
      'DELETE FROM change_log',
      `INSERT OR REPLACE INTO change_log VALUES (1, ${line})`,
      `INSERT INTO change_log VALUES (9, ${line})`,
    ]) {
      expect(() => db.exec(sql), sql).toThrow('append-only');
    }
  });

  it('is undone with the transaction it belongs to', () => {
    const { db } = temporaryDatabase();
    const failing = db.transaction(() => {
      appendChange(db, change(1, null, 'Jansen'));
      throw new Error('on purpose');
    });
    expect(failing).toThrow('on purpose');
    appendChange(db, change(1, null, 'De Vries'));
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: 1 } });
  });

  it('still verifies after the values of a destroyed leerling are gone, and shows nothing of them', () => {
    const { db } = temporaryDatabase();
    appendChange(db, change(1, null, 'Jansen'));
    appendChange(db, change(2, null, 'De Vries'));
    db.prepare('DELETE FROM change_value WHERE seq IN (SELECT seq FROM change_log WHERE entity_id = 1)').run();
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: 2 } });
    expect(JSON.stringify(db.prepare('SELECT * FROM change_log WHERE entity_id = 1').all())).not.toContain('Jansen');
  });

  it('shows by the same value twice, or by no value, nothing in the commitments', () => {
    const { db } = temporaryDatabase();
    appendChange(db, change(1, null, 'Jansen'));
    appendChange(db, change(2, null, 'Jansen'));
    const seen = db.prepare('SELECT old_commitment, new_commitment FROM change_log').raw().all().flat();
    expect(new Set(seen).size).toBe(4);
  });

  it('tells by a head kept elsewhere that lines were cut off or rewritten', () => {
    const { db } = temporaryDatabase();
    appendChange(db, change(1, null, 'Jansen'));
    const early = chainHead(db);
    appendChange(db, change(1, 'Jansen', 'De Vries'));
    const head = chainHead(db);
    expect(verifyChain(db, early)).toMatchObject({ ok: true });
    tamper(db, 'DELETE FROM change_log WHERE seq = 2');
    expect(verifyChain(db)).toMatchObject({ ok: true });
    expect(verifyChain(db, head)).toEqual({ ok: false, seq: 2, reason: 'head' });
    expect(verifyChain(db, { seq: 1, hash: head.hash })).toEqual({ ok: false, seq: 1, reason: 'head' });
  });

  it('verifies whatever was written, and no longer after any one cell is altered', () => {
    const { db } = temporaryDatabase();
    const cell = fc.constantFrom(
      'change_log.at',
      'change_log.user_id',
      'change_log.entity',
      'change_log.entity_id',
      'change_log.field',
      'change_log.old_commitment',
      'change_log.new_commitment',
      'change_log.hash',
      'change_value.old_value',
      'change_value.new_value',
      'change_value.salt',
    );
    fc.assert(
      fc.property(changes, cell, fc.nat(), (list, where, pick) => {
        db.exec('SAVEPOINT test');
        try {
          for (const item of list) appendChange(db, item);
          const verdict = verifyChain(db);
          expect(verdict.ok).toBe(true);
          const count = verdict.ok ? verdict.head.seq : 0;
          if (count === 0) return;
          const seq = (pick % count) + 1;
          const [table, column] = where.split('.') as [string, string];
          for (const name of ['change_log_no_update', 'change_log_no_delete', 'change_log_in_order'])
            db.exec(`DROP TRIGGER ${name}`);
          const altered = column === 'entity_id' ? 12345 : 'altered-beyond-doubt';
          db.prepare(`UPDATE ${table} SET ${column} = ? WHERE seq = ?`).run(altered, seq);
          expect(verifyChain(db)).toMatchObject({ ok: false, seq });
        } finally {
          db.exec('ROLLBACK TO test; RELEASE test');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no longer verifies after a line is removed, moved, put in twice or cut off the end, its neighbours numbered anew or not', () => {
    const { db } = temporaryDatabase();
    db.pragma('foreign_keys = OFF');
    const renumber = (from: number, by: number) => {
      // In two steps, past numbers that are still taken.
      for (const table of ['change_value', 'change_log']) {
        db.prepare(`UPDATE ${table} SET seq = -(seq + ?) WHERE seq >= ?`).run(by, from);
        db.prepare(`UPDATE ${table} SET seq = -seq WHERE seq < 0`).run();
      }
    };
    const take = (seq: number) => {
      db.prepare('DELETE FROM change_value WHERE seq = ?').run(seq);
      db.prepare('DELETE FROM change_log WHERE seq = ?').run(seq);
    };
    const exchange = (a: number, b: number) => {
      for (const table of ['change_value', 'change_log']) {
        db.prepare(`UPDATE ${table} SET seq = CASE seq WHEN ? THEN -? ELSE -? END WHERE seq IN (?, ?)`).run(
          a,
          b,
          a,
          a,
          b,
        );
        db.prepare(`UPDATE ${table} SET seq = -seq WHERE seq < 0`).run();
      }
    };
    const columns = 'at, user_id, entity, entity_id, field, old_commitment, new_commitment, hash';
    const double = (seq: number) => {
      renumber(seq + 1, 1);
      db.prepare(
        `INSERT INTO change_log (seq, ${columns}) SELECT seq + 1, ${columns} FROM change_log WHERE seq = ?`,
      ).run(seq);
    };
    const doings = ['remove', 'remove and renumber', 'exchange', 'double', 'cut off'] as const;
    fc.assert(
      fc.property(
        changes,
        fc.constantFrom(...doings),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        (list, doing, pick, pick2, size) => {
          db.exec('SAVEPOINT test');
          try {
            for (const item of list) appendChange(db, item);
            const head = chainHead(db);
            const seq = (pick % Math.max(head.seq, 1)) + 1;
            const other = (pick2 % Math.max(head.seq, 1)) + 1;
            if (head.seq === 0 || (doing === 'exchange' && seq === other)) return;
            for (const name of ['change_log_no_update', 'change_log_no_delete', 'change_log_in_order'])
              db.exec(`DROP TRIGGER ${name}`);
            if (doing === 'exchange') exchange(seq, other);
            else if (doing === 'double') double(seq);
            else if (doing === 'cut off') for (let last = head.seq; last >= seq; last -= 1) take(last);
            else {
              take(seq);
              if (doing === 'remove and renumber') renumber(seq + 1, -1);
            }
            const slices = chainSlices(db, size, head);
            let result = slices.next();
            while (!result.done) result = slices.next();
            expect(result.value).toMatchObject({ ok: false });
            expect(result.value).toEqual(verifyChain(db, head));
          } finally {
            db.exec('ROLLBACK TO test; RELEASE test');
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
