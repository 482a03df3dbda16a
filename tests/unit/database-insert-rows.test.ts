import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowInserter } from '../../electron/core/database/insertRows.ts';
import { temporaryDatabase } from './databaseWorld.ts';

describe('many rows in one statement', () => {
  it('come in whole and in their order, however many there are', () => {
    const { db } = temporaryDatabase();
    db.exec('CREATE TABLE many (place INTEGER PRIMARY KEY, text TEXT)');
    const insert = rowInserter('many', ['place', 'text']);
    fc.assert(
      fc.property(fc.array(fc.option(fc.string(), { nil: null }), { maxLength: 70 }), (texts) => {
        db.exec('DELETE FROM many');
        insert(
          db,
          texts.map((text, place) => [place, text]),
        );
        expect(db.prepare('SELECT text FROM many ORDER BY place').pluck().all()).toEqual(texts);
      }),
    );
  });
});
