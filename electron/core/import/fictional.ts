import { LasError } from '../../../shared/api/errors.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { lackingOf } from '../../../shared/domain/import/lacking.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import { candidateFrom } from './batch.ts';

/** Gives a pupil of the open import fictional facts, and remembers which: they stay marked after saving. @throws LasError not-found */
export function fillOefenpersoon(db: Connection, batch: number, number: number, fictional: Persoonsgegevens): void {
  const row = db
    .prepare<[number, number], { content: string; fictional: string | null }>(
      'SELECT content, fictional FROM import_candidate WHERE batch_id = ? AND number = ?',
    )
    .get(batch, number);
  if (!row) throw new LasError('not-found');
  const candidate = candidateFrom(row.content);
  const persoon = { ...candidate.persoon, ...fictional };
  const before = row.fictional === null ? {} : (JSON.parse(row.fictional) as object);
  db.prepare(
    `UPDATE import_candidate SET content = ?, fictional = ?, naam = ?, geboortedatum = ?, lacking = ?
     WHERE batch_id = ? AND number = ?`,
  ).run(
    JSON.stringify({ ...candidate, persoon }),
    JSON.stringify({ ...before, ...fictional }),
    displayName(persoon),
    persoon.geboortedatum ?? null,
    lackingOf(persoon).join(','),
    batch,
    number,
  );
}
