import { LasError } from '../../../shared/api/errors.ts';
import type { ImportAnswers, ImportOutcome, OpenImport } from '../../../shared/api/import.ts';
import type { Candidate, FileHeader, ImportProblem } from '../../../shared/domain/import/candidate.ts';
import { volgnummerOf } from '../../../shared/domain/import/assumptions.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { fold } from '../leerlingen/search.ts';
import { readSchool } from '../school/settings.ts';

/** An import as it is kept: open, applied or undone. */
export interface Batch {
  id: number;
  state: 'open' | 'applied' | 'undone';
  fileName: string;
  header: FileHeader;
  answers: ImportAnswers;
  remarks: ImportProblem[];
  questions: OpenImport['questions'];
  outcome?: ImportOutcome;
  /** The newest message when it was applied. */
  lastBericht: number;
  userId?: string;
  openedAt: string;
  appliedAt?: string;
  undoneAt?: string;
}

interface Row {
  id: number;
  state: Batch['state'];
  file_name: string;
  header: string;
  answers: string;
  remarks: string;
  questions: string;
  outcome: string | null;
  last_bericht: number | null;
  user_id: string | null;
  opened_at: string;
  applied_at: string | null;
  undone_at: string | null;
}

const toBatch = (row: Row): Batch => ({
  id: row.id,
  state: row.state,
  fileName: row.file_name,
  header: JSON.parse(row.header) as FileHeader,
  answers: JSON.parse(row.answers) as ImportAnswers,
  remarks: JSON.parse(row.remarks) as ImportProblem[],
  questions: JSON.parse(row.questions) as OpenImport['questions'],
  lastBericht: row.last_bericht ?? 0,
  openedAt: row.opened_at,
  ...(row.outcome ? { outcome: JSON.parse(row.outcome) as ImportOutcome } : {}),
  ...(row.user_id ? { userId: row.user_id } : {}),
  ...(row.applied_at ? { appliedAt: row.applied_at } : {}),
  ...(row.undone_at ? { undoneAt: row.undone_at } : {}),
});

/** The questions of an import until its whole file has been read and compared. */
const UNREAD = '{}';

const newestOpen = (db: Connection): Row | undefined =>
  db.prepare<[], Row>("SELECT * FROM import_batch WHERE state = 'open'").get();

/** The import that waits to be applied; undefined when there is none. What a full disk or a killed program left half read is none. */
export function findOpenBatch(db: Connection): Batch | undefined {
  const row = newestOpen(db);
  return row && row.questions !== UNREAD ? toBatch(row) : undefined;
}

/** The import that is being read. @throws LasError import-none */
export function unreadBatch(db: Connection): Batch {
  const row = newestOpen(db);
  if (!row) throw new LasError('import-none');
  return toBatch(row);
}

/** The import that waits to be applied. @throws LasError import-none */
export function openBatch(db: Connection): Batch {
  const batch = findOpenBatch(db);
  if (!batch) throw new LasError('import-none');
  return batch;
}

/** An import that was applied, undone or not. @throws LasError not-found */
export function readBatch(db: Connection, id: number): Batch {
  const row = db.prepare<[number], Row>("SELECT * FROM import_batch WHERE id = ? AND state <> 'open'").get(id);
  if (!row) throw new LasError('not-found');
  return toBatch(row);
}

/** The imports that were applied, newest first. */
export const appliedBatches = (db: Connection): Batch[] =>
  db.prepare<[], Row>("SELECT * FROM import_batch WHERE state <> 'open' ORDER BY id DESC").all().map(toBatch);

/** Throws the open import away. */
export function discardOpenBatch(db: Connection): void {
  db.prepare("DELETE FROM import_batch WHERE state = 'open'").run();
}

/** Begins a new open import in the place of the former; gives its id. */
export function beginBatch({ db, clock, caller }: Administration, fileName: string, header: FileHeader): number {
  return db.transaction(() => {
    discardOpenBatch(db);
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO import_batch (state, file_name, header, answers, remarks, questions, user_id, opened_at)
         VALUES ('open', ?, ?, '{}', '[]', ?, ?, ?)`,
      )
      .run(fileName, JSON.stringify(header), UNREAD, caller.userId, clock.now().toISOString());
    return Number(lastInsertRowid);
  })();
}

/** What is known of an open import when its file has been read. */
export function completeBatch(
  db: Connection,
  id: number,
  { header, answers, remarks }: Pick<Batch, 'header' | 'answers' | 'remarks'>,
): void {
  db.prepare('UPDATE import_batch SET header = ?, answers = ?, remarks = ? WHERE id = ?').run(
    JSON.stringify(header),
    JSON.stringify(answers),
    JSON.stringify(remarks),
    id,
  );
}

/** Notes what is to be asked about the pupils of an open import: from now on it waits to be applied. */
export function keepQuestions(db: Connection, id: number, questions: Batch['questions']): void {
  db.prepare('UPDATE import_batch SET questions = ? WHERE id = ?').run(JSON.stringify(questions), id);
}

/** The answers that fit the file best, for the person to look at. */
export function proposedAnswers(db: Connection, header: FileHeader): ImportAnswers {
  const { vestigingen } = readSchool(db);
  const here = (volgnummer: string | undefined) =>
    vestigingen.some((vestiging) => vestiging.volgnummer === volgnummer) ? volgnummer : undefined;
  const named = (naam: string | undefined) =>
    vestigingen.find((vestiging) => naam !== undefined && fold(vestiging.naam) === fold(naam))?.volgnummer;
  const vestiging = here(header.volgnummer) ?? vestigingen[0]?.volgnummer ?? '00';
  return {
    leerjaar: 'leeftijd',
    vestiging,
    vestigingen: Object.fromEntries(
      header.vestigingen.map(({ key, naam }) => [key, here(volgnummerOf(key)) ?? named(naam) ?? vestiging]),
    ),
    indicatieBekostiging: 'true',
    aanduidingNnca: '1',
    otherSchool: false,
  };
}

/** The candidate of a row. */
export const candidateFrom = (content: string): Candidate => JSON.parse(content) as Candidate;
