import { isDeepStrictEqual } from 'node:util';
import { LasError } from '../../../shared/api/errors.ts';
import type { Candidate, FileHeader, FilePart, ImportProblem } from '../../../shared/domain/import/candidate.ts';
import type { Administration } from '../context.ts';
import { rowInserter } from '../database/insertRows.ts';
import { displayName } from '../leerlingen/search.ts';
import { beginBatch, completeBatch, discardOpenBatch, keepQuestions, proposedAnswers, unreadBatch } from './batch.ts';
import { beginComparison, compareBatch, comparedColumns, type Comparison } from './comparison.ts';
import { assumeContextOf } from './evaluate.ts';
import { slices } from './slices.ts';

/** How a long step is followed and stopped. */
export interface Following {
  stopped: () => boolean;
  progress: (step: 'reading' | 'comparing' | 'saving' | 'undoing', done: number, total?: number) => void;
}

/** Compared and written in one transaction: in about 20 ms. */
const ROWS_PER_WRITE = 500;
const MAX_REMARKS = 200;

const insertCandidates = rowInserter('import_candidate', [
  'batch_id',
  'number',
  'naam',
  'key',
  'geboortedatum',
  'groep',
  'content',
  ...comparedColumns,
]);

/** The name under which a pupil of a file is shown. */
const shownName = ({ persoon, key, place }: Candidate): string =>
  persoon.achternaam || persoon.roepnaam || persoon.voornamen
    ? displayName(persoon)
    : (key ?? `leerling ${place.number}`);

/**
 * Reads the parts of a file into the open import, and compares each pupil with those that are here on the way: by what the file said
 * of itself before its pupils. @throws LasError import-empty, import-stopped, and what the reader gives
 */
async function readParts(
  administration: Administration,
  fileName: string,
  parts: AsyncIterable<FilePart>,
  following: Following,
  size?: number,
): Promise<void> {
  const { db } = administration;
  const { stopped, progress } = following;
  let header: FileHeader = { source: 'edexml', vestigingen: [] };
  let hasHeader = false;
  const remarks: ImportProblem[] = [];
  let comparison: Comparison | undefined;
  let batch = 0;
  let waiting: Candidate[] = [];
  const write = db.transaction(() => {
    if (waiting.length === 0) return;
    const { compare } = (comparison ??= beginComparison(administration, {
      header,
      answers: proposedAnswers(db, header),
    }));
    insertCandidates(
      db,
      waiting.map((read) => {
        const { candidate, values } = compare(read);
        const { place, key, persoon, school } = candidate;
        return [
          batch,
          place.number,
          shownName(candidate),
          key ?? null,
          persoon.geboortedatum ?? null,
          school.groep ?? null,
          JSON.stringify(candidate),
          ...values,
        ] as const;
      }),
    );
    waiting = [];
  });
  const next = slices(stopped);
  for await (const part of parts) {
    if (batch === 0) batch = beginBatch(administration, fileName, header);
    if (part.kind === 'header') {
      header = part.header;
      hasHeader = true;
    } else if (part.kind === 'remark') {
      if (remarks.length < MAX_REMARKS) remarks.push(part.remark);
    } else if (part.kind === 'progress') progress('reading', part.done, size);
    else {
      waiting.push(part.candidate);
      if (waiting.length >= ROWS_PER_WRITE) write();
    }
    await next();
  }
  write();
  if (!comparison || !hasHeader) throw new LasError('import-empty');
  const answers = proposedAnswers(db, header);
  completeBatch(db, batch, { header, answers, remarks });
  const { context, questions } = comparison;
  if (isDeepStrictEqual(assumeContextOf(administration, { header, answers }), context))
    keepQuestions(db, batch, questions);
  else await compareBatch(administration, unreadBatch(db), following);
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
  } catch (error) {
    discardOpenBatch(administration.db);
    throw error;
  }
}
