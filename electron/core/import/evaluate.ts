import type { ImportAction } from '../../../shared/api/import.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today } from '../../../shared/domain/clock.ts';
import {
  assumeInschrijving,
  firstDayOfFile,
  type AssumeContext,
  type Assumption,
} from '../../../shared/domain/import/assumptions.ts';
import type { Candidate } from '../../../shared/domain/import/candidate.ts';
import { lackingOf, type LackingFact } from '../../../shared/domain/import/lacking.ts';
import {
  mergeFacts,
  mergeInschrijving,
  mergePersoon,
  replaces,
  type Difference,
} from '../../../shared/domain/import/merge.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { readSchool } from '../school/settings.ts';
import type { Batch } from './batch.ts';
import { readFacts } from './facts.ts';
import type { Recognition } from './matching.ts';

/** What saving a candidate comes to: for a new pupil, or on top of what is here of one. */
export interface Plan {
  persoon: Persoonsgegevens;
  facts: Record<string, string>;
  /** Absent: the inschrijvingen stay as they are. */
  inschrijving?: { id?: number; gegevens: InschrijvingGegevens };
  assumed: Assumption[];
  notes: string[];
  /** Dutch: what stays as it is here although the file has something else. */
  sentences: string[];
  differences: Difference[];
  lacking: LackingFact[];
}

/** What the inschrijvingen of a batch are made by. */
export const assumeContextOf = (
  { db, clock }: Administration,
  { header, answers }: Pick<Batch, 'header' | 'answers'>,
): AssumeContext => ({
  firstDay: firstDayOfFile(header, today(clock)),
  answers,
  kind: soortOf(readSchool(db).soort).kind,
});

/** The plan for a candidate, without a pupil of here or with the one it is. Changes nothing. */
export function planOf(db: Connection, candidate: Candidate, context: AssumeContext, leerlingId?: number): Plan {
  const made = assumeInschrijving(candidate, context);
  const notes = [...candidate.notes, ...made.notes];
  if (leerlingId === undefined) {
    const { persoon, facts } = candidate;
    return {
      persoon,
      facts,
      inschrijving: { gegevens: made.gegevens },
      assumed: made.assumed,
      notes,
      sentences: [],
      differences: [],
      lacking: lackingOf(persoon),
    };
  }
  const merged = mergePersoon(readLeerling(db, leerlingId).gegevens, candidate.persoon);
  const facts = mergeFacts(readFacts(db, leerlingId), candidate.facts);
  const stored = inschrijvingIds(db, leerlingId).map((id) => ({ id, gegevens: readInschrijving(db, id).gegevens }));
  const inschrijving = mergeInschrijving(stored, candidate, made, context.firstDay);
  const { id, gegevens } = inschrijving;
  return {
    persoon: merged.persoon,
    facts: facts.facts,
    ...(inschrijving.differences.length > 0 ? { inschrijving: { gegevens, ...(id === undefined ? {} : { id }) } } : {}),
    assumed: inschrijving.assumed,
    notes: [...candidate.notes, ...inschrijving.notes],
    sentences: merged.sentences,
    differences: [...merged.differences, ...facts.differences, ...inschrijving.differences],
    lacking: lackingOf(merged.persoon),
  };
}

/** What is proposed for a candidate. */
export function proposedAction({ match, hold }: Recognition, twice: boolean, plan: Plan): ImportAction {
  if (hold || twice) return 'overslaan';
  if (!match) return 'nieuw';
  return plan.differences.length > 0 ? 'bijwerken' : 'overslaan';
}

/** What may be chosen: nobody can be here twice under one number. */
export const allowedActions = (match: { by: string } | undefined): ImportAction[] =>
  match === undefined
    ? ['nieuw', 'overslaan']
    : match.by === 'nummer'
      ? ['bijwerken', 'overslaan']
      : ['nieuw', 'bijwerken', 'overslaan'];

/** How many filled persoonsgegevens a plan gives another value. */
export const replacedIn = (plan: Plan): number =>
  plan.differences.filter((difference) => difference.gegevensgroep === 'persoon' && replaces(difference)).length;
