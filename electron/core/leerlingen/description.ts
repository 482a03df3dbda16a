import type { FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import {
  contactColumns,
  contactGroups,
  everyStoredGroup,
  inschrijvingColumns,
  leerlingColumns,
  type StoredGroup,
} from './columns.ts';
import { inschrijvingIds, readContact, readInschrijving, readLeerling } from './repository.ts';
import { fieldChanges, groupChanges } from './rows.ts';
import { VERZORGERS } from './snapshotVerzorgers.ts';
import { pupilTables, type LeerlingSnapshot } from './snapshot.ts';

/** One record about a pupil as the log of changes names it. */
export interface DescribedChange {
  entity: string;
  entityId: number;
  changes: FieldChange[];
}

type Documents = Map<string, { entity: string; id: number; gegevens: object }>;

const tablesOf = (groups: readonly StoredGroup[]): string[] =>
  groups.flatMap(({ table, groups: below }) => [table, ...tablesOf(below)]);

/** Tables that are told as part of a leerling or an inschrijving. */
const told = new Set(['leerling', 'inschrijving', ...tablesOf(contactGroups), ...tablesOf(everyStoredGroup)]);

/** Columns of other tables that say nothing to a person. */
const silent = new Set(['id', 'version', 'leerling_id', 'search_text', 'created_at', 'changed_at']);

/** The key of a gegeven by the column it stands in, as the log of changes has it. */
const keyOf = (column: string): string => column.replaceAll(/_([a-z\d])/g, (_, next: string) => next.toUpperCase());

/** What is registered of a pupil, as documents that can be compared field by field. */
export interface Description {
  documents: Documents;
  snapshot: LeerlingSnapshot;
}

/** Describes a pupil as it is now; one that does not exist has no documents. */
export function describeLeerling(db: Connection, leerlingId: number, snapshot: LeerlingSnapshot): Description {
  const documents: Documents = new Map();
  const add = (entity: string, id: number, gegevens: object) =>
    documents.set(`${entity}/${id}`, { entity, id, gegevens });
  if (snapshot.leerling?.length) {
    add('leerling', leerlingId, { ...readLeerling(db, leerlingId).gegevens, ...readContact(db, leerlingId) });
    for (const id of inschrijvingIds(db, leerlingId)) add('inschrijving', id, readInschrijving(db, id).gegevens);
  }
  for (const table of [...pupilTables(db).map((item) => item.table), VERZORGERS]) {
    if (told.has(table)) continue;
    for (const row of snapshot[table] ?? []) {
      const texts = Object.entries(row)
        .filter(([column]) => !silent.has(column))
        .map(([column, value]) => [keyOf(column), value === null ? null : String(value)]);
      add(table, Number(row.id ?? leerlingId), Object.fromEntries(texts) as object);
    }
  }
  return { documents, snapshot };
}

function changesOf(entity: string, before: object, after: object): FieldChange[] {
  switch (entity) {
    case 'leerling':
      return [
        ...fieldChanges(before, after, [...leerlingColumns, ...contactColumns]),
        ...groupChanges(before, after, contactGroups),
      ];
    case 'inschrijving':
      return [...fieldChanges(before, after, inschrijvingColumns), ...groupChanges(before, after, everyStoredGroup)];
    default: {
      const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
      return fieldChanges(
        before,
        after,
        columns.map((key) => ({ key, column: key })),
      );
    }
  }
}

/** What differs between two descriptions, record by record, as the log of changes tells it. */
export function differences({ documents: before }: Description, { documents: after }: Description): DescribedChange[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const { entity = '', id = 0 } = was ?? is ?? {};
    const changes = changesOf(entity, was?.gegevens ?? {}, is?.gegevens ?? {});
    return changes.length > 0 ? [{ entity, entityId: id, changes }] : [];
  });
}
