/** What the program proposes for a pupil when a school year ends. A person decides; nothing here writes. */
import type { InschrijvingKind } from '../pve/berichten/kinds.ts';
import { lastLeerjaarOf } from './leerjaren.ts';
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

/** The groep of the same vestiging for a leerjaar: the one named alike (`3a` and `4a`), the only one, or the one that keeps its naam. */
export function groepFor(pupil: Pupil, leerjaar: string, groepen: readonly GroepChoice[]): GroepChoice | undefined {
  const fitting = groepen.filter(
    (groep) => groep.vestigingsvolgnummer === pupil.vestigingsvolgnummer && groep.leerjaren.includes(leerjaar),
  );
  const renamed = pupil.groep?.replace(pupil.leerjaar ?? '', leerjaar);
  const named = (naam: string | undefined) => fitting.find((groep) => groep.naam === naam);
  return named(renamed) ?? (fitting.length === 1 ? fitting[0] : named(pupil.groep));
}

/** A pupil of WEC who is at another school, with ambulante begeleiding or an arrangement (PvE 4.2.9.9: 343). */
const isElsewhere = ({ leerjaar }: Pupil, kind: InschrijvingKind) => kind === 'WEC' && leerjaar === '0';

/**
 * The proposal for one pupil at the end of `schooljaar`: the next leerjaar, and leaving after leerjaar 8 of WPO. Who came to leerjaar 1
 * of WPO after the first of January stays in it (assumed: the usual rule of schools, no law). Under the WEC a leerjaar counts the years
 * of a pupil: every year is one more, and nobody leaves by it.
 */
export function proposeNextYear(
  pupil: Pupil,
  schooljaar: string,
  groepen: readonly GroepChoice[],
  kind: InschrijvingKind = 'WPO',
): NextYearProposal {
  const leerjaar = Number(pupil.leerjaar);
  const last = lastLeerjaarOf(kind);
  if (isElsewhere(pupil, kind)) return { outcome: 'none' };
  if (!Number.isInteger(leerjaar) || leerjaar < 1 || leerjaar > last)
    return { outcome: 'none', remark: 'leerjaar unknown' };
  if (leerjaar === last) return { outcome: 'leaves' };
  const newYear = `${schooljaarBounds(schooljaar).last.slice(0, 4)}-01-01`;
  const late = kind === 'WPO' && leerjaar === 1 && (pupil.datumInschrijving ?? '') >= newYear;
  const next = String(late ? leerjaar : leerjaar + 1);
  const groep = groepFor(pupil, next, groepen);
  return {
    outcome: late ? 'repeats' : 'moves up',
    leerjaar: next,
    ...(groep ? { groepId: groep.id } : {}),
    ...(late ? { remark: 'started late' as const } : {}),
  };
}
