import { isOpenOn } from '../pve/controles/brin.ts';
import { hasLgf } from './guidance.ts';
import { gtbRows } from './rows.ts';
import type { CountRow } from './rows/row.ts';
import { isReturned } from './returned.ts';
import { attentionRules } from './signalen/attention.ts';
import { findGtbSignaal } from './signalen/catalog.ts';
import { notCountedRules } from './signalen/notCounted.ts';
import { codesOf } from './signalen/rule.ts';
import {
  frameOf,
  situationOf,
  twoDigits,
  type Frame,
  type JudgedSituation,
  type Situation,
  type Standing,
} from './situation.ts';
import type { CountedPupil, Counting, VestigingTelling } from './types.ts';

const withholds = (codes: readonly string[], { frame }: Situation, what: string) =>
  codes.some((code) => findGtbSignaal(code)?.withholds?.[frame.kind] === what);

function standingOf(pupil: Situation, reasons: readonly string[]): Standing {
  if (withholds(reasons, pupil, 'leerling')) return 'none';
  if (withholds(reasons, pupil, 'rij')) return 'short';
  return pupil.guidedElsewhere ? 'guided' : 'regular';
}

/** A pupil who is enrolled on the peildatum. */
function judge(pupil: Situation): { judged: JudgedSituation; signalen: string[] } {
  const reasons = codesOf(notCountedRules, pupil);
  const standing = standingOf(pupil, reasons);
  const lgf = standing === 'regular' && hasLgf(pupil) && !withholds(reasons, pupil, 'begeleiding');
  const counts = standing === 'regular' || standing === 'guided';
  return {
    judged: { ...pupil, standing, lgf },
    signalen: counts ? [...reasons, ...codesOf(attentionRules, pupil)] : reasons,
  };
}

const NOT_ENROLLED = 'G02';

/** Who is not enrolled stands in the counting when it was or will be in this school year, or counts as teruggeplaatst. */
function judgeAbsent(pupil: Situation): { judged: JudgedSituation; signalen: string[] } | undefined {
  if (isReturned(pupil)) return { judged: { ...pupil, standing: 'returned', lgf: false }, signalen: [] };
  const { datumInschrijving, datumUitschrijving, frame } = pupil;
  const here =
    datumInschrijving <= frame.year.last &&
    (datumUitschrijving === undefined || datumUitschrijving >= frame.year.first);
  return here ? { judged: { ...pupil, standing: 'none', lgf: false }, signalen: [NOT_ENROLLED] } : undefined;
}

function countPupil(pupil: Situation, rows: readonly CountRow[]): CountedPupil | undefined {
  const outcome = pupil.enrolled ? judge(pupil) : judgeAbsent(pupil);
  if (!outcome) return undefined;
  const { judged, signalen } = outcome;
  return {
    key: pupil.item.key,
    vestigingsvolgnummer: pupil.vestigingsvolgnummer,
    enrolled: pupil.enrolled,
    counted: judged.standing === 'regular' || judged.standing === 'guided',
    signalen,
    rows: rows.filter(({ fits }) => fits?.(judged)).map(({ code }) => code),
  };
}

function totals(pupils: readonly CountedPupil[], rows: readonly CountRow[], peildatum: string): Record<string, number> {
  const aantallen: Record<string, number> = Object.fromEntries(rows.map(({ code }) => [code, 0]));
  for (const pupil of pupils) for (const code of pupil.rows) aantallen[code] = (aantallen[code] ?? 0) + 1;
  for (const { code, from } of rows) if (from) aantallen[code] = from(aantallen, peildatum);
  return aantallen;
}

/** The vestigingen that have a GTB whether they have pupils or not. */
const openVestigingen = ({ counting, peildatum }: Frame): string[] =>
  counting.school.vestigingen
    .filter((vestiging) => vestiging.inspectielocatie !== true && isOpenOn(vestiging, peildatum))
    .map(({ volgnummer }) => twoDigits(volgnummer));

/**
 * What counts at a school on a date, per vestiging in the order of their numbers (Stappenplan step 12; BBWPO 10, BBWEC 9): the numbers, who
 * counts and in which rows, who does not and why, and what looks odd. Pupils who are not enrolled in the school year of the date do not stand
 * in it. Pure: the same for the own administration and for what BRON has registered.
 */
export function countOn(counting: Counting): VestigingTelling[] {
  const frame = frameOf(counting);
  const rows = gtbRows(counting.school.soort, counting.peildatum);
  const byVestiging = new Map<string, CountedPupil[]>(openVestigingen(frame).map((volgnummer) => [volgnummer, []]));
  for (const item of counting.inschrijvingen) {
    const pupil = countPupil(situationOf(item, frame), rows);
    if (!pupil) continue;
    const pupils = byVestiging.get(pupil.vestigingsvolgnummer);
    if (pupils) pupils.push(pupil);
    else byVestiging.set(pupil.vestigingsvolgnummer, [pupil]);
  }
  return [...byVestiging]
    .map(([vestigingsvolgnummer, pupils]) => ({
      vestigingsvolgnummer,
      aantallen: totals(pupils, rows, counting.peildatum),
      pupils,
    }))
    .sort((a, b) => (a.vestigingsvolgnummer < b.vestigingsvolgnummer ? -1 : 1));
}
