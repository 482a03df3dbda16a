import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { deliverFirstInschrijving, refreshLeerling } from '../../electron/core/exchange/state.ts';
import { indexLeerling } from '../../electron/core/leerlingen/listIndex.ts';
import { writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { START } from '../support/administration.ts';
import { anyInschrijving, anyPersoon } from '../support/arbitraryPupil.ts';
import { temporaryDatabase } from './databaseWorld.ts';

const TABLES = ['to_deliver', 'bron_state', 'leerling_row', 'leerling_word'];

it('what is derived of a new pupil from what he was made of is what is derived from what is stored', () => {
  const { db } = temporaryDatabase();
  const clock = createFixedClock(START);
  const administration: Administration = {
    ...{ db, clock, emit: () => undefined },
    caller: { userId: 'u', role: 'beheerder' },
  };
  const rows = () => TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const emptyOr = fc.constantFrom('', undefined, '2009-08-31');
  fc.assert(
    fc.property(anyPersoon, anyInschrijving, emptyOr, (filled, given, datumUitschrijving) => {
      // A screen may give what is not filled in as an empty text.
      const persoon = { ...filled, roepnaam: '', postcode: '' };
      const gegevens = { ...given, ...(datumUitschrijving === undefined ? {} : { datumUitschrijving }) };
      db.exec('BEGIN');
      const { id } = writeLeerling(administration, persoon);
      const inschrijving = writeInschrijving(administration, id, gegevens).id;
      deliverFirstInschrijving(administration, inschrijving, id, persoon, gegevens);
      const derived = rows();
      for (const table of TABLES) db.prepare(`DELETE FROM ${table}`).run();
      indexLeerling(db, id);
      refreshLeerling(db, clock, id);
      const anew = rows();
      db.exec('ROLLBACK');
      expect(derived).toEqual(anew);
      expect(anew.slice(0, 3).map((some) => some.length)).toEqual([1, 1, 1]);
    }),
    { numRuns: 60 },
  );
});
