import { describe, expect, it } from 'vitest';
import { temporaryDatabase } from './databaseWorld.ts';

const SQL = 'SELECT id FROM leerling WHERE id = ?';

describe('prepared statements', () => {
  it('are compiled once for the same SQL', () => {
    const { db } = temporaryDatabase();
    expect(db.prepare(SQL)).toBe(db.prepare(SQL));
    expect(db.prepare(SQL)).not.toBe(db.prepare(`${SQL} `));
  });

  it('belong to the caller who gives them a mode, so that nobody else gets that mode', () => {
    const { db } = temporaryDatabase();
    db.exec("INSERT INTO leerling (id, created_at, changed_at) VALUES (1, '', '')");
    const plucked = db.prepare<[number], number>(SQL).pluck();
    expect(plucked.get(1)).toBe(1);
    expect(db.prepare(SQL).get(1)).toEqual({ id: 1 });
    expect(db.prepare(SQL).raw().get(1)).toEqual([1]);
    expect(db.prepare(SQL).get(1)).toEqual({ id: 1 });
  });

  it('can be run while another of the same SQL is iterated', () => {
    const { db } = temporaryDatabase();
    db.exec("INSERT INTO leerling (id, created_at, changed_at) VALUES (1, '', ''), (2, '', '')");
    const all = 'SELECT id FROM leerling ORDER BY id';
    for (const row of db.prepare<[], { id: number }>(all).iterate())
      expect(db.prepare<[], { id: number }>(all).all()).toContainEqual(row);
  });

  it('hold after the schema changed', () => {
    const { db } = temporaryDatabase();
    const all = 'SELECT * FROM setting';
    expect(db.prepare(all).all()).toEqual([]);
    db.exec("ALTER TABLE setting ADD COLUMN more TEXT; INSERT INTO setting VALUES ('a', 'b', 'c')");
    expect(db.prepare(all).all()).toEqual([{ key: 'a', value: 'b', more: 'c' }]);
  });
});
