import { keptOfInschrijving } from '../../../shared/api/inschrijving.ts';
import { contact, email, formerAdres, ownPersoon, phone } from '../../../shared/domain/ownGegevens.ts';
import {
  allKinds,
  inschrijvingGroups,
  inschrijvingKinds,
  type InschrijvingKind,
} from '../../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';

/** The column of a gegeven: its key in snake case, with a number at the end set apart. */
export const columnOf = (key: string): string => key.replaceAll(/([A-Z]|\d+$)/g, (part) => `_${part.toLowerCase()}`);

/** Which property is kept in which column of one table. */
export type Columns = readonly { key: string; column: string }[];

const columnsFor = (keys: Iterable<string>): Columns =>
  [...new Set(keys)].map((key) => ({ key, column: columnOf(key) }));

const keysOf = ({ elements }: Pick<FieldGroup, 'elements'>): string[] => elements.map(({ key }) => key);

/** Gegevens of a pupil: what the school keeps besides, and the persoonsgegevens of bericht 3 with and without PGN. */
export const leerlingColumns: Columns = columnsFor([ownPersoon, persoonZonderPgn, persoonMetPgn].flatMap(keysOf));

/** Contact and emergency data of a pupil that occur once, in the same table. */
export const contactColumns: Columns = columnsFor(keysOf(contact));

/** Gegevens of an inschrijving of any kind: those of bericht 3, and what the school keeps of coming and leaving and never delivers. */
export const inschrijvingColumns: Columns = columnsFor([
  'kind',
  ...inschrijvingGroups.flatMap(keysOf),
  ...Object.keys(keptOfInschrijving),
]);

/** A group whose voorkomens are rows of a table that refers to that of the group above. */
export interface StoredGroup {
  group: FieldGroup;
  table: string;
  /** Column with the id of the row above. */
  parent: string;
  columns: Columns;
  groups: readonly StoredGroup[];
  /** By the id of the row above. Made once: a statement that is known is found faster by a text that is the same one. */
  sql: { select: string; remove: string; insert: string };
}

function stored(group: FieldGroup, table: string, parent: string, groups: readonly StoredGroup[] = []): StoredGroup {
  const columns = columnsFor(keysOf(group));
  const names = columns.map(({ column }) => column).join(', ');
  return {
    ...{ group, table, parent, columns, groups },
    sql: {
      select: `SELECT id, ${names} FROM ${table} WHERE ${parent} = ? ORDER BY id`,
      remove: `DELETE FROM ${table} WHERE ${parent} = ?`,
      insert: `INSERT INTO ${table} (${parent}, ${names}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
    },
  };
}

const LEERLING = 'leerling_id';

/** Equal for groups that are kept in the same columns. */
const formOf = ({ key, elements, groups }: FieldGroup): string =>
  JSON.stringify([key, elements.map((element) => element.key).sort(), groups.map(formOf)]);

const isInEveryKind = (group: FieldGroup): boolean =>
  inschrijvingGroups.every(({ groups }) => groups.some((other) => formOf(other) === formOf(group)));

const storedOf = (group: FieldGroup, parent: string, tableOf: (name: string) => string): StoredGroup => {
  const name = columnOf(group.key);
  const below = group.groups.map((child) => storedOf(child, `${name}_id`, tableOf));
  return stored(group, tableOf(name), parent, below);
};

/** A group that every kind has with the same gegevens has one table, so that whoever asks for the groep or the vestiging asks once. */
const groupsOf = (kind: InschrijvingKind): readonly StoredGroup[] =>
  inschrijvingKinds[kind].groups.map((group) =>
    storedOf(group, 'inschrijving_id', (name) =>
      isInEveryKind(group) ? `inschrijving_${name}` : `${name}_${kind.toLowerCase()}`,
    ),
  );

/** The groups of an inschrijving by its kind, in the order of bericht 3. */
export const storedGroups: Readonly<Record<InschrijvingKind, readonly StoredGroup[]>> = {
  WPO: groupsOf('WPO'),
  WEC: groupsOf('WEC'),
};

/** The groups of the kinds of inschrijving together, each table once. */
export const everyStoredGroup: readonly StoredGroup[] = [
  ...new Map(allKinds.flatMap((kind) => storedGroups[kind]).map((item) => [item.table, item])).values(),
];

/** The groups of the contact data of a pupil. */
export const contactGroups: readonly StoredGroup[] = [
  stored(phone, 'leerling_phone', LEERLING),
  stored(email, 'leerling_email', LEERLING),
  stored(formerAdres, 'leerling_former_adres', LEERLING),
];
