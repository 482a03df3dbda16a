import { timeInNetherlands } from '../../../shared/domain/clock.ts';
import type { ExportColumn } from '../../../shared/domain/export/columns.ts';
import type { PupilSource } from '../../../shared/domain/export/edexml/leerling.ts';
import type { Connection } from '../database/database.ts';
import { leerlingColumns } from '../leerlingen/columns.ts';
import { pupilRows, type PupilSelection } from './pupilRows.ts';
import type { Row } from './table.ts';

/** Pupils that are read in one go: a few milliseconds of work. */
const PAGE = 200;

/** Where the values of the inschrijving stand, by their name in `PupilSource`. */
const currentSources = {
  kind: 'inschrijving',
  schoolsoort: 'schoolsoort',
  datumInschrijving: 'inschrijving',
  datumUitschrijving: 'inschrijving',
  leerjaar: 'leerjaarGroep',
  groep: 'leerjaarGroep',
  vestigingsvolgnummer: 'vestiging',
  codeGewichtenregeling: 'gewicht',
  gewicht: 'gewicht',
} as const satisfies Record<keyof PupilSource['current'], string>;

const ownKeys = ['id', 'version', 'changedAt'] as const;
const personKeys = leerlingColumns.map(({ key }) => key);
const currentKeys = Object.keys(currentSources) as (keyof typeof currentSources)[];

const columns: readonly ExportColumn[] = [
  ...[...ownKeys, ...personKeys].map((key) => `leerling.${key}`),
  'inschrijving.id',
  ...currentKeys.map((key) => `${currentSources[key]}.${key}`),
].map((key) => ({ key, label: key, format: 'text' }));

interface Fact {
  leerling_id: number;
  field: string;
  value: string;
}
interface MarkRow {
  inschrijving_id: number;
  gegevensgroep: string;
  element: string;
  value: string;
}

/** What of `keys` is filled, from the values that begin at `from` in a row. */
const filled = (row: Row, keys: readonly string[], from: number): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key, index) => {
      const value = row[from + index];
      return value ? [[key, value] as const] : [];
    }),
  );

const personFrom = ownKeys.length;
const inschrijvingAt = personFrom + personKeys.length;
const currentFrom = inschrijvingAt + 1;

/**
 * What was assumed of a page of inschrijvingen. By the inschrijving (`+`): an index on the kind as well would lead through the marks
 * of all pupils, page after page.
 */
export const ASSUMED_OF_PAGE = `SELECT inschrijving_id, gegevensgroep, element, value FROM gegeven_mark
  WHERE +kind = 'aangenomen' AND inschrijving_id IN (SELECT value FROM json_each(?))`;

/** Statements on what imports left with pupils, for a page of ids as a JSON list. */
const prepareExtras = (db: Connection) => ({
  facts: db.prepare<[string], Fact>(
    'SELECT leerling_id, field, value FROM import_fact WHERE leerling_id IN (SELECT value FROM json_each(?))',
  ),
  marks: db.prepare<[string], MarkRow>(ASSUMED_OF_PAGE),
});

/** Of the values of an inschrijving those that a general answer filled in. */
function assumedOf(current: PupilSource['current'], marks: readonly MarkRow[]): Set<string> {
  const assumed = currentKeys.filter((key) =>
    marks.some(
      ({ gegevensgroep, element, value }) =>
        gegevensgroep === currentSources[key] && element === key && value === current[key],
    ),
  );
  return new Set(assumed);
}

function sourcesOf(page: readonly Row[], extras: ReturnType<typeof prepareExtras>): PupilSource[] {
  const idsAt = (index: number) => JSON.stringify(page.map((row) => Number(row[index])));
  const facts = Map.groupBy(extras.facts.all(idsAt(0)), ({ leerling_id }) => leerling_id);
  const marks = Map.groupBy(extras.marks.all(idsAt(inschrijvingAt)), ({ inschrijving_id }) => inschrijving_id);
  return page.map((row) => {
    const [id, version, changedAt] = row;
    const current = filled(row, currentKeys, currentFrom);
    return {
      id: Number(id),
      persoon: filled(row, personKeys, personFrom),
      current,
      facts: Object.fromEntries((facts.get(Number(id)) ?? []).map(({ field, value }) => [field, value])),
      assumed: assumedOf(current, marks.get(Number(row[inschrijvingAt])) ?? []),
      ...(Number(version) > 1 ? { changedAt: timeInNetherlands(new Date(changedAt ?? '')) } : {}),
    };
  });
}

/** The pupils of a selection by surname, a page at a time. */
export function* edexmlPages(db: Connection, selection: PupilSelection): Generator<PupilSource[]> {
  const extras = prepareExtras(db);
  let page: Row[] = [];
  // Secret addresses are left out further on: what is read here has to be whole.
  for (const row of pupilRows(db, { ...selection, withSecretAddresses: true }, columns)) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield sourcesOf(page, extras);
    page = [];
  }
  if (page.length > 0) yield sourcesOf(page, extras);
}
