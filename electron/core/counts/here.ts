import type { CountedInschrijving } from '../../../shared/bekostiging/types.ts';
import { schooljaarBounds, schooljaarOf, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import type { Inschrijving } from '../../../shared/pve/berichten/content.ts';
import { inPeriodOrder } from '../../../shared/pve/berichten/content.ts';
import { allKinds, type InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import { inschrijvingColumns, storedGroups, type StoredGroup } from '../leerlingen/columns.ts';
import { namesOf, toTexts, type Row } from '../leerlingen/rows.ts';

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

function readBelow(db: Connection, { group, table, parent, columns, groups }: StoredGroup, list: string): Below {
  const rows = db
    .prepare<[string], Row>(
      `SELECT id, ${parent} AS parent_id, ${namesOf(columns)} FROM ${table} WHERE ${parent} IN (SELECT value FROM json_each(?)) ORDER BY ${parent}, id`,
    )
    .all(list);
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const below = groups.map((child): [string, Below] => [child.group.key, readBelow(db, child, ids)]);
  const found: Below = new Map();
  for (const row of rows) {
    const item: Voorkomen = toTexts(row, columns);
    for (const [key, byParent] of below) {
      const items = byParent.get(Number(row['id']));
      if (items) item[key] = items;
    }
    const parentId = Number(row['parent_id']);
    const siblings = found.get(parentId);
    if (siblings) siblings.push(item);
    else found.set(parentId, [item]);
  }
  for (const [id, items] of found) found.set(id, inPeriodOrder(group, items));
  return found;
}

const countedGroups = (kind: InschrijvingKind): StoredGroup[] =>
  storedGroups[kind].filter(({ group }) => !notCounted.has(group.key));

const textOf = (value: string | number | null | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function countedOf(row: Row, groups: readonly (readonly [string, Below])[]): CountedHere {
  const inschrijvingId = Number(row['id']);
  const { kind: _, ...inschrijving }: Voorkomen = toTexts(row, inschrijvingColumns);
  for (const [key, below] of groups) {
    const items = below.get(inschrijvingId);
    if (items) inschrijving[key] = items;
  }
  const persoon = {
    burgerservicenummer: textOf(row['pupil_bsn']),
    onderwijsnummer: textOf(row['pupil_onderwijsnummer']),
    postcode: textOf(row['pupil_postcode']),
    land: textOf(row['pupil_land']),
  };
  return {
    key: keyOfHere(inschrijvingId),
    inschrijvingId,
    leerlingId: Number(row['leerling_id']),
    geboortedatum: textOf(row['pupil_geboortedatum']) ?? '',
    ...Object.fromEntries(Object.entries(persoon).filter(([, value]) => value !== undefined)),
    inschrijving: inschrijving as Inschrijving,
  };
}

function readSlice(db: Connection, rows: readonly Row[]): CountedHere[] {
  return allKinds.flatMap((kind) => {
    const ofKind = rows.filter((row) => row['kind'] === kind);
    if (ofKind.length === 0) return [];
    const list = JSON.stringify(ofKind.map(({ id }) => id));
    const groups = countedGroups(kind).map((stored) => [stored.group.key, readBelow(db, stored, list)] as const);
    return ofKind.map((row) => countedOf(row, groups));
  });
}

/** The inschrijvingen of the own administration in a period as a counting sees them, in slices; the bin is left out. */
export async function readHere(db: Connection, { first, last }: CountedPeriod): Promise<CountedHere[]> {
  const columns = inschrijvingColumns.map(({ column }) => `i.${column}`).join(', ');
  const read = db.prepare<[string, string, number, number], Row>(
    `SELECT i.id, i.leerling_id, ${columns}, l.geboortedatum AS pupil_geboortedatum, l.burgerservicenummer AS pupil_bsn,
       l.onderwijsnummer AS pupil_onderwijsnummer, l.postcode AS pupil_postcode, l.land AS pupil_land
     FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id
     WHERE coalesce(i.datum_uitschrijving, '9999') >= ? AND i.datum_inschrijving <= ? AND i.id > ? ORDER BY i.id LIMIT ?`,
  );
  const found: CountedHere[] = [];
  for (let after = 0; ;) {
    const rows = read.all(first, last, after, PER_SLICE);
    const end = rows.at(-1);
    if (!end) return found;
    found.push(...readSlice(db, rows));
    after = Number(end['id']);
    await giveWay();
  }
}
