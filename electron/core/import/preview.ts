import { LasError } from '../../../shared/api/errors.ts';
import type {
  ImportAction,
  ImportCandidateDetail,
  ImportFilter,
  ImportRow,
  OpenImport,
} from '../../../shared/api/import.ts';
import type { LackingFact } from '../../../shared/domain/import/lacking.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { leerlingExists, readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { readSchool } from '../school/settings.ts';
import { candidateFrom, findOpenBatch, openBatch, type Batch } from './batch.ts';
import { allowedActions, assumeContextOf, planOf } from './evaluate.ts';
import type { MatchBy } from './matching.ts';

interface Row {
  number: number;
  naam: string;
  key: string | null;
  geboortedatum: string | null;
  groep: string | null;
  action: ImportAction;
  match_id: number | null;
  match_by: MatchBy | null;
  lacking: string;
  replaces: number;
  fills: number;
  problems: number;
}

const columns =
  'number, naam, key, geboortedatum, groep, action, match_id, match_by, lacking, replaces, fills, problems';

/** The rows of a filter, in SQL; `vervangt` and `onvolledig` are about what would be saved. */
const conditions: Readonly<Record<ImportFilter, string>> = {
  alle: '1',
  nieuw: "action = 'nieuw'",
  bijwerken: "action = 'bijwerken'",
  overslaan: "action = 'overslaan'",
  vervangt: "action = 'bijwerken' AND replaces > 0",
  onvolledig: "action <> 'overslaan' AND lacking <> ''",
  problemen: 'problems > 0',
};

const split = (lacking: string): LackingFact[] => (lacking === '' ? [] : (lacking.split(',') as LackingFact[]));

function toRow(db: Connection, row: Row): ImportRow {
  const match =
    // Who was put in the bin since is no match any more; saving then compares anew.
    row.match_id === null || row.match_by === null || !leerlingExists(db, row.match_id)
      ? undefined
      : { leerlingId: row.match_id, naam: displayName(readLeerling(db, row.match_id).gegevens), by: row.match_by };
  return {
    number: row.number,
    naam: row.naam,
    action: row.action,
    lacking: split(row.lacking),
    replaces: row.replaces,
    fills: row.fills,
    problems: row.problems,
    ...(row.key === null ? {} : { key: row.key }),
    ...(row.geboortedatum === null ? {} : { geboortedatum: row.geboortedatum }),
    ...(row.groep === null ? {} : { groep: row.groep }),
    ...(match ? { match } : {}),
  };
}

const count = (db: Connection, batch: number, filter: ImportFilter): number =>
  db
    .prepare<[number], { n: number }>(
      `SELECT count(*) AS n FROM import_candidate WHERE batch_id = ? AND ${conditions[filter]}`,
    )
    .get(batch)?.n ?? 0;

/** How many pupils that would be saved lack what. */
function lackingCounts(db: Connection, batch: number): OpenImport['lacking'] {
  const rows = db
    .prepare<[number], { lacking: string; n: number }>(
      `SELECT lacking, count(*) AS n FROM import_candidate WHERE batch_id = ? AND ${conditions.onvolledig} GROUP BY lacking`,
    )
    .all(batch);
  const counts: Partial<Record<LackingFact, number>> = {};
  for (const { lacking, n } of rows) for (const fact of split(lacking)) counts[fact] = (counts[fact] ?? 0) + n;
  return counts;
}

/** Whether the file names another school than this administration. */
export const isOtherSchool = (db: Connection, { header }: Batch): boolean =>
  header.brinnummer !== undefined && header.brinnummer !== readSchool(db).brinnummer;

/** The open import as the screen shows it; undefined when there is none. */
export function describeOpenImport({ db }: Administration): OpenImport | undefined {
  const batch = findOpenBatch(db);
  if (!batch) return undefined;
  const { id, fileName, openedAt, header, questions, answers, remarks } = batch;
  return {
    id,
    fileName,
    openedAt,
    header,
    questions,
    answers,
    remarks,
    counts: {
      total: count(db, id, 'alle'),
      nieuw: count(db, id, 'nieuw'),
      bijwerken: count(db, id, 'bijwerken'),
      overslaan: count(db, id, 'overslaan'),
      vervangt: count(db, id, 'vervangt'),
      onvolledig: count(db, id, 'onvolledig'),
      problemen: count(db, id, 'problemen'),
    },
    lacking: lackingCounts(db, id),
    otherSchool: isOtherSchool(db, batch),
  };
}

/** A page of the preview in the order of the file. @throws LasError import-none */
export function listRows(
  db: Connection,
  { filter, offset, limit }: { filter: ImportFilter; offset: number; limit: number },
): { total: number; rows: ImportRow[] } {
  const { id } = openBatch(db);
  const rows = db
    .prepare<[number, number, number], Row>(
      `SELECT ${columns} FROM import_candidate WHERE batch_id = ? AND ${conditions[filter]} ORDER BY number LIMIT ? OFFSET ?`,
    )
    .all(id, limit, offset);
  return { total: count(db, id, filter), rows: rows.map((row) => toRow(db, row)) };
}

function rowOf(db: Connection, batch: number, number: number): Row & { content: string } {
  const row = db
    .prepare<[number, number], Row & { content: string }>(
      `SELECT ${columns}, content FROM import_candidate WHERE batch_id = ? AND number = ?`,
    )
    .get(batch, number);
  if (!row) throw new LasError('not-found');
  return row;
}

/** One pupil of the preview with all there is to know. @throws LasError import-none, not-found */
export function candidateDetail(administration: Administration, number: number): ImportCandidateDetail {
  const { db } = administration;
  const batch = openBatch(db);
  const row = rowOf(db, batch.id, number);
  const shown = toRow(db, row);
  const candidate = candidateFrom(row.content);
  const updating = shown.match !== undefined && row.action !== 'nieuw';
  const context = assumeContextOf(administration, batch);
  const plan = planOf(db, candidate, context, updating ? shown.match?.leerlingId : undefined);
  return {
    row: shown,
    persoon: plan.persoon,
    assumed: plan.assumed,
    differences: plan.differences,
    problems: candidate.problems,
    notes: plan.notes,
    allowed: allowedActions(shown.match),
    ...(candidate.place.line === undefined ? {} : { line: candidate.place.line }),
    ...(plan.inschrijving ? { inschrijving: plan.inschrijving.gegevens } : {}),
  };
}

/** Decides what happens with one pupil. @throws LasError import-none, not-found, import-choice */
export function chooseAction(db: Connection, number: number, action: ImportAction): void {
  const { id } = openBatch(db);
  const { match } = toRow(db, rowOf(db, id, number));
  if (!allowedActions(match).includes(action)) {
    const detail = match ? 'er is hier al een leerling met dit nummer' : 'er is hier geen leerling om bij te werken';
    throw new LasError('import-choice', { detail });
  }
  db.prepare('UPDATE import_candidate SET action = ? WHERE batch_id = ? AND number = ?').run(action, id, number);
}

/** Which rows an action may be chosen for, in SQL; as `allowedActions`. */
const allowing: Readonly<Record<ImportAction, string>> = {
  nieuw: "(match_by IS NULL OR match_by <> 'nummer')",
  bijwerken: 'match_id IS NOT NULL',
  overslaan: '1',
};

/** Decides the same for all rows of a filter for which it is allowed. @throws LasError import-none */
export function chooseForAll(db: Connection, filter: ImportFilter, action: ImportAction): void {
  const { id } = openBatch(db);
  db.prepare(
    `UPDATE import_candidate SET action = ? WHERE batch_id = ? AND ${conditions[filter]} AND ${allowing[action]}`,
  ).run(action, id);
}
