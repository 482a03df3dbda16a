import { isDeepStrictEqual } from 'node:util';
import type { OpenImport } from '../../../shared/api/import.ts';
import { isLeerjaar, type AssumeContext } from '../../../shared/domain/import/assumptions.ts';
import type { Candidate } from '../../../shared/domain/import/candidate.ts';
import type { Administration } from '../context.ts';
import { candidateFrom, keepQuestions, type Batch } from './batch.ts';
import { assumeContextOf, planOf, proposedAction, replacedIn, type Plan } from './evaluate.ts';
import { createMatcher, createTwinFinder } from './matching.ts';
import { slices } from './slices.ts';
import type { Following } from './staging.ts';

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

/** The columns of a pupil of an import that comparing fills. */
export const comparedColumns = [
  'action',
  'match_id',
  'match_by',
  'match_version',
  'lacking',
  'replaces',
  'fills',
  'problems',
] as const;

/** A pupil of an import beside those that are here. */
interface Compared {
  /** With the problems that were found; the same object when there are none that it did not have. */
  candidate: Candidate;
  /** Of {@link comparedColumns}. */
  values: readonly [string, number | null, string | null, number | null, string, number, number, number];
}

/** Compares the pupils of one import, in the order of the file. */
export interface Comparison {
  /** By what an inschrijving was made for those who have none. */
  context: AssumeContext;
  compare: (candidate: Candidate) => Compared;
  /** What is to be asked about the pupils that were compared so far. */
  questions: Questions;
}

/** The field of a problem that comparing found. */
const RECOGNITION = 'leerling';

/** The problems of a candidate with what comparing says now: what an earlier comparison found is found anew. */
function withProblems(candidate: Candidate, sentences: readonly string[]): Candidate {
  if (sentences.length === 0 && candidate.problems.length === 0) return candidate;
  const own = candidate.problems.filter(({ field }) => field !== RECOGNITION);
  const problems = [...own, ...sentences.map((sentence) => ({ sentence, field: RECOGNITION }))];
  return isDeepStrictEqual(problems, candidate.problems) ? candidate : { ...candidate, problems };
}

/** Begins to compare the pupils of an import with those that are here; each is given once. */
export function beginComparison(administration: Administration, batch: Pick<Batch, 'header' | 'answers'>): Comparison {
  const { db } = administration;
  const context = assumeContextOf(administration, batch);
  const recognise = createMatcher(db);
  const findTwin = createTwinFinder();
  const questions: Questions = {
    datumInschrijving: 0,
    withoutInstroomdatum: 0,
    leerjaar: 0,
    groep: 0,
    vestiging: 0,
    gewicht: 0,
  };
  const compare = (read: Candidate): Compared => {
    const recognition = recognise(read);
    const twin = findTwin(read);
    const { match } = recognition;
    const plan = planOf(db, read, context, match?.leerlingId);
    countQuestions(questions, read, plan);
    const replaced = replacedIn(plan);
    const candidate = withProblems(read, [...recognition.sentences, ...twin.sentences, ...plan.sentences]);
    return {
      candidate,
      values: [
        proposedAction(recognition, twin.twice, plan),
        match?.leerlingId ?? null,
        match?.by ?? null,
        match?.version ?? null,
        plan.lacking.join(','),
        replaced,
        plan.differences.length - replaced,
        candidate.problems.length,
      ],
    };
  };
  return { context, compare, questions };
}

/** Compared in one transaction: in about 30 ms. */
const ROWS_PER_COMPARISON = 500;

interface Row {
  number: number;
  content: string;
}

/** Compares every pupil of an import that was read already: when pupils were changed since, or the file said later of which school it is. @throws LasError import-stopped */
export async function compareBatch(
  administration: Administration,
  batch: Batch,
  { stopped, progress }: Following,
): Promise<void> {
  const { db } = administration;
  const { id } = batch;
  const { compare, questions } = beginComparison(administration, batch);
  const total =
    db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM import_candidate WHERE batch_id = ?').get(id)?.n ??
    0;
  const select = db.prepare<[number, number], Row>(
    `SELECT number, content FROM import_candidate WHERE batch_id = ? AND number > ? ORDER BY number LIMIT ${ROWS_PER_COMPARISON}`,
  );
  const update = db.prepare(
    `UPDATE import_candidate SET ${comparedColumns.map((column) => `${column} = ?`).join(', ')} WHERE batch_id = ? AND number = ?`,
  );
  const rewrite = db.prepare('UPDATE import_candidate SET content = ? WHERE batch_id = ? AND number = ?');
  const compareAll = db.transaction((rows: readonly Row[]) => {
    for (const { number, content } of rows) {
      const read = candidateFrom(content);
      const { candidate, values } = compare(read);
      if (candidate !== read) rewrite.run(JSON.stringify(candidate), id, number);
      update.run(...values, id, number);
    }
  });
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
  keepQuestions(db, id, questions);
}
