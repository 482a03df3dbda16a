import type { ImportAction, ImportAnswers } from '../../../shared/api/import.ts';
import { emptyInschrijving, type InschrijvingGegevens, type Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { assumeInschrijving, type Assumption } from '../../../shared/domain/import/assumptions.ts';
import type { Candidate } from '../../../shared/domain/import/candidate.ts';
import { lackingOf, type LackingFact } from '../../../shared/domain/import/lacking.ts';
import {
  mergeFacts,
  mergeInschrijving,
  mergePersoon,
  replaces,
  type Difference,
} from '../../../shared/domain/import/merge.ts';
import type { Connection } from '../database/database.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from '../leerlingen/repository.ts';
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

/** What makes the inschrijving of a candidate. */
export interface PlanContext {
  firstDay: string;
  answers: ImportAnswers;
}

/** The plan for a candidate, without a pupil of here or with the one it is. Changes nothing. */
export function planOf(
  db: Connection,
  candidate: Candidate,
  { firstDay, answers }: PlanContext,
  leerlingId?: number,
): Plan {
  const made = assumeInschrijving(candidate, firstDay, answers);
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
  const inschrijving = mergeInschrijving(stored, candidate, made, firstDay);
  const { id, gegevens } = inschrijving;
  return {
    persoon: merged.persoon,
    facts: facts.facts,
    ...(inschrijving.differences.length > 0
      ? { inschrijving: { gegevens: { ...emptyInschrijving(), ...gegevens }, ...(id === undefined ? {} : { id }) } }
      : {}),
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
