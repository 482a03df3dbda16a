import type { CountedInschrijving } from '../../../shared/bekostiging/types.ts';
import { schooljaarBounds, schooljaarOf, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { allKinds, type InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import { columnOf, inschrijvingColumns, storedGroups, type Columns, type StoredGroup } from '../leerlingen/columns.ts';

/** Some 15 ms. */
const PER_SLICE = 400;

/** Groups of which no counting asks anything. */
const notCounted: ReadonlySet<string> = new Set([
  'vroegschoolsProgramma',
  'eindtoets',
  'verplichteEindtoets',
  'ontwikkelingsperspectief',
  'uitstroomprofiel',
]);

/** Whether a counting asks something of a group of an inschrijving. */
export const isCountedGroup = (key: string): boolean => !notCounted.has(key);

/** An inschrijving of the own administration as a counting sees it, and whose it is. */
export interface CountedHere extends CountedInschrijving {
  inschrijvingId: number;
  leerlingId: number;
}

/** Inschrijvingen without an end before the first day, and with a start up to and including the last. */
export interface CountedPeriod {
  first: string;
  last: string;
}

/**
 * The inschrijvingen that can matter on a peildatum: of its school year, and of the year before it, in which somebody was who was
 * teruggeplaatst (BBWEC 39).
 */
export function periodOf(peildatum: string): CountedPeriod {
  const schooljaar = schooljaarOf(peildatum);
  return { first: schooljaarBounds(shiftSchooljaar(schooljaar, -1)).first, last: schooljaarBounds(schooljaar).last };
}

/** Name by which an inschrijving of here is known in a counting. */
export const keyOfHere = (inschrijvingId: number): string => `i${String(inschrijvingId)}`;

/** The rows of a group that belong to some rows, by the id of each of those. */
type Below = Map<number, Voorkomen[]>;
/** First and last id. */
type Range = readonly [number, number];
/** The values of a row in the order of its columns: objects would take twice the time. */
type RawRow = (string | number | null)[];

function textsOf(columns: Columns, values: RawRow): Voorkomen {
  const texts: Voorkomen = {};
  columns.forEach(({ key }, index) => {
    const value = values[index];
    if (typeof value === 'string' && value !== '') texts[key] = value;
  });
  return texts;
}

/** The rows of a group whose row above has an id in a range, by date: as its index has them. */
function readBelow(db: Connection, { group, table, parent, columns, groups }: StoredGroup, [from, to]: Range): Below {
  const names = columns.map(({ column }) => column);
  const order = group.period === undefined ? [] : [columnOf(group.period)];
  const rows = db
    .prepare<[number, number], RawRow>(
      `SELECT id, ${[parent, ...names].join(', ')} FROM ${table} WHERE ${parent} BETWEEN ? AND ? ORDER BY ${[parent, ...order, 'id'].join(', ')}`,
    )
    .raw()
    .all(from, to);
  const found: Below = new Map();
  if (rows.length === 0) return found;
  const ids = rows.map(([id]) => Number(id));
  const range: Range = [Math.min(...ids), Math.max(...ids)];
  const below = groups.map((child): [string, Below] => [child.group.key, readBelow(db, child, range)]);
  for (const [id, parentId, ...values] of rows) {
    const item = textsOf(columns, values);
    for (const [key, byParent] of below) {
      const items = byParent.get(Number(id));
      if (items) item[key] = items;
    }
    const siblings = found.get(Number(parentId));
    if (siblings) siblings.push(item);
    else found.set(Number(parentId), [item]);
  }
  return found;
}

const countedGroups = (kind: InschrijvingKind): StoredGroup[] =>
  storedGroups[kind].filter(({ group }) => isCountedGroup(group.key));

const persoonColumns: Columns = ['geboortedatum', 'burgerservicenummer', 'onderwijsnummer', 'postcode', 'land'].map(
  (key) => ({ key, column: columnOf(key) }),
);

function countedOf(row: RawRow, groups: readonly (readonly [string, Below])[]): CountedHere {
  const [id, leerlingId, ...values] = row;
  const inschrijvingId = Number(id);
  const { geboortedatum = '', ...numbers } = textsOf(persoonColumns, values) as Record<string, string>;
  const { kind: _, ...inschrijving } = textsOf(inschrijvingColumns, values.slice(persoonColumns.length));
  for (const [key, below] of groups) {
    const items = below.get(inschrijvingId);
    if (items) inschrijving[key] = items;
  }
  return {
    key: keyOfHere(inschrijvingId),
    inschrijvingId,
    leerlingId: Number(leerlingId),
    geboortedatum,
    ...numbers,
    inschrijving,
  };
}

const KIND = 2 + persoonColumns.length + inschrijvingColumns.findIndex(({ key }) => key === 'kind');

function readSlice(db: Connection, rows: readonly RawRow[]): CountedHere[] {
  const range: Range = [Number(rows[0]?.[0]), Number(rows.at(-1)?.[0])];
  return allKinds.flatMap((kind) => {
    const ofKind = rows.filter((row) => row[KIND] === kind);
    if (ofKind.length === 0) return [];
    const groups = countedGroups(kind).map((stored) => [stored.group.key, readBelow(db, stored, range)] as const);
    return ofKind.map((row) => countedOf(row, groups));
  });
}

/** The inschrijvingen of the own administration in a period as a counting sees them, in slices; the bin is left out. */
export async function readHere(db: Connection, { first, last }: CountedPeriod): Promise<CountedHere[]> {
  const columns = [
    ...['i.id', 'i.leerling_id'],
    ...persoonColumns.map(({ column }) => `l.${column}`),
    ...inschrijvingColumns.map(({ column }) => `i.${column}`),
  ];
  const read = db
    .prepare<[string, string, number, number], RawRow>(
      `SELECT ${columns.join(', ')} FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id
       WHERE coalesce(i.datum_uitschrijving, '9999') >= ? AND i.datum_inschrijving <= ? AND i.id > ? ORDER BY i.id LIMIT ?`,
    )
    .raw();
  const found: CountedHere[] = [];
  for (let after = 0; ;) {
    const rows = read.all(first, last, after, PER_SLICE);
    const end = rows.at(-1);
    if (!end) return found;
    found.push(...readSlice(db, rows));
    after = Number(end[0]);
    await giveWay();
  }
}
