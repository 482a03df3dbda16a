import type { InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { Place } from '../pve/controles/types.ts';
import data from './causes.json' with { type: 'json' };
import type { PupilDifference } from './compare.ts';
import type { CountRow } from './rows/row.ts';
import { findGtbSignaal } from './signalen/catalog.ts';

/** Why two countings differ about a pupil, and where in the inschrijving to look. */
export interface Cause {
  /** Dutch sentence, or the text of a signaal. */
  text: string;
  /** Of a signaal. */
  code?: string;
  /** Left out: there is no gegeven to look at. */
  place?: Pick<Place, 'gegevensgroep' | 'element'>;
}

type Told = { text: string } & Partial<Record<InschrijvingKind, string>>;

const groups: Readonly<Record<string, Told | undefined>> = data.groups;

function toldCause({ text, ...kinds }: Told, kind: InschrijvingKind): Cause {
  const [gegevensgroep, element] = kinds[kind]?.split('.') ?? [];
  return gegevensgroep && element ? { text, place: { gegevensgroep, element } } : { text };
}

function signaalCauses(codes: readonly string[], kind: InschrijvingKind): Cause[] {
  return codes.flatMap((code) => {
    const signaal = findGtbSignaal(code);
    const place = signaal?.place?.[kind];
    return signaal ? [{ code, text: signaal.text, ...(place ? { place } : {}) }] : [];
  });
}

/**
 * The causes of a difference, the likeliest first: signalen that one side has, the vestiging, then what the rows that differ are about. `rows` are
 * those of the school on the date.
 */
export function causesOf(difference: PupilDifference, kind: InschrijvingKind, rows: readonly CountRow[]): Cause[] {
  const { kinds, onlyOwn, onlyOther } = difference;
  const signalen = signaalCauses([...onlyOwn.signalen, ...onlyOther.signalen], kind);
  const whole = (['added', 'missing', 'vestiging'] as const).filter((each) => kinds.includes(each));
  const told = whole.map((each) => toldCause(data[each], kind));
  // A pupil of whom one side has nothing, or does not count it, differs in every row: that says nothing.
  if (signalen.length > 0 || whole.some((each) => each !== 'vestiging')) return [...told, ...signalen];
  const codes = new Set([...onlyOwn.rows, ...onlyOther.rows]);
  const differing = new Set(rows.filter(({ code }) => codes.has(code)).map(({ group }) => group));
  return [...told, ...[...differing].flatMap((group) => groups[group] ?? []).map((each) => toldCause(each, kind))];
}
