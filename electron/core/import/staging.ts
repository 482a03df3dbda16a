import { isDeepStrictEqual } from 'node:util';
import { LasError } from '../../../shared/api/errors.ts';
import type { OpenImport } from '../../../shared/api/import.ts';
import { isLeerjaar } from '../../../shared/domain/import/assumptions.ts';
import type { Candidate, FileHeader, FilePart, ImportProblem } from '../../../shared/domain/import/candidate.ts';
import type { Administration } from '../context.ts';
import { displayName } from '../leerlingen/search.ts';
import {
  beginBatch,
  candidateFrom,
  completeBatch,
  discardOpenBatch,
  proposedAnswers,
  unreadBatch,
  type Batch,
} from './batch.ts';
import { assumeContextOf, planOf, proposedAction, replacedIn, type Plan } from './evaluate.ts';
import { createMatcher, createTwinFinder } from './matching.ts';
import { slices } from './slices.ts';

/** How a long step is followed and stopped. */
export interface Following {
  stopped: () => boolean;
  progress: (step: 'reading' | 'comparing' | 'saving' | 'undoing', done: number, total?: number) => void;
}

const ROWS_PER_WRITE = 500;
const MAX_REMARKS = 200;

/** The name under which a pupil of a file is shown. */
const shownName = ({ persoon, key, place }: Candidate): string =>
  persoon.achternaam || persoon.roepnaam || persoon.voornamen
    ? displayName(persoon)
    : (key ?? `leerling ${place.number}`);

/** Reads the parts of a file into the open import. @throws LasError import-empty, import-stopped, and what the reader gives */
async function readParts(
  administration: Administration,
  fileName: string,
  parts: AsyncIterable<FilePart>,
  { stopped, progress }: Following,
  size?: number,
): Promise<number> {
  const { db } = administration;
  let header: FileHeader | undefined;
  const remarks: ImportProblem[] = [];
  let batch = 0;
  let count = 0;
  let waiting: Candidate[] = [];
  const insert = db.prepare(
    `INSERT INTO import_candidate (batch_id, number, naam, key, geboortedatum, groep, action, lacking, replaces, fills, problems, content)
     VALUES (?, ?, ?, ?, ?, ?, 'overslaan', '', 0, 0, 0, ?)`,
  );
  const write = db.transaction(() => {
    for (const candidate of waiting) {
      const { place, key, persoon, school } = candidate;
      insert.run(
        batch,
        place.number,
        shownName(candidate),
        key ?? null,
        persoon.geboortedatum ?? null,
        school.groep ?? null,
        JSON.stringify(candidate),
      );
    }
    waiting = [];
  });
  const next = slices(stopped);
  for await (const part of parts) {
    if (batch === 0) batch = beginBatch(administration, fileName, { source: 'edexml', vestigingen: [] });
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'remark') {
      if (remarks.length < MAX_REMARKS) remarks.push(part.remark);
    } else if (part.kind === 'progress') progress('reading', part.done, size);
    else {
      count += 1;
      waiting.push(part.candidate);
      if (waiting.length >= ROWS_PER_WRITE) write();
    }
    await next();
  }
  write();
  if (count === 0 || !header) throw new LasError('import-empty');
  completeBatch(db, batch, { header, answers: proposedAnswers(db, header), remarks });
  return batch;
}

type Questions = OpenImport['questions'];

function countQuestions(questions: Questions, { school }: Candidate, { assumed }: Plan): void {
  const asks = (element: string) => assumed.some((assumption) => assumption.element === element);
  if (asks('datumInschrijving')) questions.datumInschrijving += 1;
  if (asks('datumInschrijving') && school.instroomdatum === undefined) questions.withoutInstroomdatum += 1;
  if (asks('leerjaar') && !isLeerjaar(school.jaargroep)) questions.leerjaar += 1;
  if (asks('groep')) questions.groep += 1;
  if (asks('vestigingsvolgnummer')) questions.vestiging += 1;
  if (asks('gewicht')) questions.gewicht += 1;
}

/** The field of a problem that comparing found. */
const RECOGNITION = 'leerling';
/** Compared in one transaction: in about 30 ms. */
const ROWS_PER_COMPARISON = 500;

/**
 * Compares every pupil of an import with those that are here, and proposes what to do with him. Done anew when pupils were changed
 * since. @throws LasError import-stopped
 */
export async function compareBatch(
  administration: Administration,
  batch: Batch,
  { stopped, progress }: Following,
): Promise<void> {
  const { db } = administration;
  const { id } = batch;
  const context = assumeContextOf(administration, batch);
  const recognise = createMatcher(db);
  const findTwin = createTwinFinder();
  const total =
    db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM import_candidate WHERE batch_id = ?').get(id)?.n ??
    0;
  const select = db.prepare<[number, number], { number: number; content: string }>(
    `SELECT number, content FROM import_candidate WHERE batch_id = ? AND number > ? ORDER BY number LIMIT ${ROWS_PER_COMPARISON}`,
  );
  const update = db.prepare(
    `UPDATE import_candidate SET action = ?, match_id = ?, match_by = ?, match_version = ?, lacking = ?, replaces = ?,
       fills = ?, problems = ? WHERE batch_id = ? AND number = ?`,
  );
  const rewrite = db.prepare('UPDATE import_candidate SET content = ? WHERE batch_id = ? AND number = ?');
  const questions: Questions = {
    datumInschrijving: 0,
    withoutInstroomdatum: 0,
    leerjaar: 0,
    groep: 0,
    vestiging: 0,
    gewicht: 0,
  };
  const compare = ({ number, content }: { number: number; content: string }): void => {
    const candidate = candidateFrom(content);
    const recognition = recognise(candidate);
    const twin = findTwin(candidate);
    const { match } = recognition;
    const plan = planOf(db, candidate, context, match?.leerlingId);
    countQuestions(questions, candidate, plan);
    const replaced = replacedIn(plan);
    // What an earlier comparison found is found anew.
    const own = candidate.problems.filter(({ field }) => field !== RECOGNITION);
    const problems = [
      ...own,
      ...[...recognition.sentences, ...twin.sentences, ...plan.sentences].map((sentence) => ({
        sentence,
        field: RECOGNITION,
      })),
    ];
    // Of most pupils nothing is found, and their content stays as it was read.
    if (!isDeepStrictEqual(problems, candidate.problems))
      rewrite.run(JSON.stringify({ ...candidate, problems }), id, number);
    update.run(
      proposedAction(recognition, twin.twice, plan),
      match?.leerlingId ?? null,
      match?.by ?? null,
      match?.version ?? null,
      plan.lacking.join(','),
      replaced,
      plan.differences.length - replaced,
      problems.length,
      id,
      number,
    );
  };
  const compareAll = db.transaction((rows: readonly { number: number; content: string }[]) => rows.forEach(compare));
  const next = slices(stopped);
  for (let last = 0; ;) {
    const rows = select.all(id, last);
    const final = rows.at(-1);
    if (!final) break;
    compareAll(rows);
    last = final.number;
    progress('comparing', last, total);
    await next();
  }
  db.prepare('UPDATE import_batch SET questions = ? WHERE id = ?').run(JSON.stringify(questions), id);
}

/**
 * Takes a file in as the open import, in the place of the former one. When it cannot be read, or is stopped, there is no open
 * import. @param size bytes of the file, for the progress
 */
export async function stageFile(
  administration: Administration,
  fileName: string,
  parts: AsyncIterable<FilePart>,
  following: Following,
  size?: number,
): Promise<void> {
  try {
    await readParts(administration, fileName, parts, following, size);
    await compareBatch(administration, unreadBatch(administration.db), following);
  } catch (error) {
    discardOpenBatch(administration.db);
    throw error;
  }
}
