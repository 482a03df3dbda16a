/** What the program proposes for a pupil when a school year ends. A person decides; nothing here writes. */
import { schooljaarBounds } from './schoolYear.ts';

export const nextYearOutcomes = ['moves up', 'repeats', 'leaves', 'none'] as const;
/** `moves up` to the next leerjaar, `repeats` this one, `leaves` the school, or nothing is done. */
export type NextYearOutcome = (typeof nextYearOutcomes)[number];

/** Why a proposal is not the usual one. */
export type NextYearRemark = 'started late' | 'leerjaar unknown';

/** A groep of the next school year that a pupil can go to. */
export interface GroepChoice {
  id: number;
  naam: string;
  vestigingsvolgnummer: string;
  leerjaren: readonly string[];
}

interface Pupil {
  datumInschrijving?: string | undefined;
  leerjaar?: string | undefined;
  groep?: string | undefined;
  vestigingsvolgnummer?: string | undefined;
}

export interface NextYearProposal {
  outcome: NextYearOutcome;
  leerjaar?: string;
  /** Absent where more than one groep fits, or none. */
  groepId?: number;
  remark?: NextYearRemark;
}

const LAST_LEERJAAR = 8;

/** The groep of the same vestiging for a leerjaar: the one named alike (`3a` and `4a`), the only one, or the one that keeps its naam. */
export function groepFor(pupil: Pupil, leerjaar: string, groepen: readonly GroepChoice[]): GroepChoice | undefined {
  const fitting = groepen.filter(
    (groep) => groep.vestigingsvolgnummer === pupil.vestigingsvolgnummer && groep.leerjaren.includes(leerjaar),
  );
  const renamed = pupil.groep?.replace(pupil.leerjaar ?? '', leerjaar);
  const named = (naam: string | undefined) => fitting.find((groep) => groep.naam === naam);
  return named(renamed) ?? (fitting.length === 1 ? fitting[0] : named(pupil.groep));
}

/**
 * The proposal for one pupil at the end of `schooljaar`: the next leerjaar, and leaving after leerjaar 8. Who came to leerjaar 1
 * after the first of January stays in it (assumed: the usual rule of schools, no law).
 */
export function proposeNextYear(pupil: Pupil, schooljaar: string, groepen: readonly GroepChoice[]): NextYearProposal {
  const leerjaar = Number(pupil.leerjaar);
  if (!Number.isInteger(leerjaar) || leerjaar < 1 || leerjaar > LAST_LEERJAAR)
    return { outcome: 'none', remark: 'leerjaar unknown' };
  if (leerjaar === LAST_LEERJAAR) return { outcome: 'leaves' };
  const newYear = `${schooljaarBounds(schooljaar).last.slice(0, 4)}-01-01`;
  const late = leerjaar === 1 && (pupil.datumInschrijving ?? '') >= newYear;
  const next = String(late ? leerjaar : leerjaar + 1);
  const groep = groepFor(pupil, next, groepen);
  return {
    outcome: late ? 'repeats' : 'moves up',
    leerjaar: next,
    ...(groep ? { groepId: groep.id } : {}),
    ...(late ? { remark: 'started late' as const } : {}),
  };
}
