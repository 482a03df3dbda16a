import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { isInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { rowInserter } from '../database/insertRows.ts';

/** Why a field is marked: filled in by a general answer, or made up for practice. */
export type MarkKind = 'aangenomen' | 'fictief';

/** A field with the value that is marked. `persoon`: the pupil's own gegevens. */
export interface Mark {
  gegevensgroep: string;
  element: string;
  value: string;
}

const insertMarks = rowInserter('gegeven_mark', [
  'leerling_id',
  'inschrijving_id',
  'kind',
  'gegevensgroep',
  'element',
  'value',
]);

/** Marks fields of a pupil, or of an inschrijving. Call it in the transaction that fills them in. */
export function addMarks(
  db: Connection,
  kind: MarkKind,
  of: { leerlingId: number; inschrijvingId?: number },
  marks: readonly Mark[],
): void {
  insertMarks(
    db,
    marks.map(({ gegevensgroep, element, value }) => [
      of.leerlingId,
      of.inschrijvingId ?? null,
      kind,
      gegevensgroep,
      element,
      value,
    ]),
  );
}

/** All values that a field has in the voorkomens of its group. */
function valuesOf(gegevens: InschrijvingGegevens, gegevensgroep: string, element: string): unknown[] {
  const group: unknown = isInschrijving(gegevensgroep) ? [gegevens] : Reflect.get(gegevens, gegevensgroep);
  return Array.isArray(group) ? group.map((item: object) => Reflect.get(item, element) as unknown) : [];
}

type Stored = Mark & { id: number };

function settle(db: Connection, marks: readonly Stored[], holds: (mark: Mark) => boolean): void {
  for (const mark of marks) if (!holds(mark)) db.prepare('DELETE FROM gegeven_mark WHERE id = ?').run(mark.id);
}

/** Takes the marks away from persoonsgegevens that were given another value: somebody looked at them. */
export const settlePersoonMarks = (db: Connection, leerlingId: number, persoon: Persoonsgegevens): void =>
  settle(
    db,
    db
      .prepare<[number], Stored>(
        "SELECT id, gegevensgroep, element, value FROM gegeven_mark WHERE leerling_id = ? AND gegevensgroep = 'persoon'",
      )
      .all(leerlingId),
    ({ element, value }) => Reflect.get(persoon, element) === value,
  );

/** The same for an inschrijving. */
export const settleInschrijvingMarks = (db: Connection, inschrijvingId: number, gegevens: InschrijvingGegevens): void =>
  settle(
    db,
    db
      .prepare<[number], Stored>('SELECT id, gegevensgroep, element, value FROM gegeven_mark WHERE inschrijving_id = ?')
      .all(inschrijvingId),
    ({ gegevensgroep, element, value }) => valuesOf(gegevens, gegevensgroep, element).includes(value),
  );
