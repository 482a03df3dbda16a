import type { CountedPupil, VestigingTelling } from './types.ts';

/** A number that two sides have differently. */
export interface RowDifference {
  vestigingsvolgnummer: string;
  /** Code of the row (`rows.ts`). */
  code: string;
  own: number;
  other: number;
}

/** What only one of the sides has of a pupil. */
interface Only {
  rows: readonly string[];
  signalen: readonly string[];
}

/** A pupil of whom two countings say different things. `added`: only in the own one; `missing`: only in the other. */
export interface PupilDifference {
  key: string;
  kinds: readonly ('added' | 'missing' | 'vestiging' | 'rows' | 'signalen')[];
  own?: CountedPupil;
  other?: CountedPupil;
  onlyOwn: Only;
  onlyOther: Only;
}

export interface TellingDifference {
  rows: RowDifference[];
  pupils: PupilDifference[];
}

/** What of a list does not stand in the other. */
export const without = (list: readonly string[] = [], other: readonly string[] = []) =>
  list.filter((code) => !other.includes(code));

const onlyIn = (one: CountedPupil | undefined, other: CountedPupil | undefined): Only => ({
  rows: without(one?.rows, other?.rows),
  signalen: without(one?.signalen, other?.signalen),
});

function kindsOf(own: CountedPupil | undefined, other: CountedPupil | undefined, only: Only[]) {
  if (!own) return ['missing'] as const;
  if (!other) return ['added'] as const;
  return [
    ...(own.vestigingsvolgnummer === other.vestigingsvolgnummer ? [] : ['vestiging' as const]),
    ...(only.some(({ rows }) => rows.length > 0) ? ['rows' as const] : []),
    ...(only.some(({ signalen }) => signalen.length > 0) ? ['signalen' as const] : []),
  ];
}

/** The numbers of a vestiging that differ; a row that one side lacks has 0 there. */
export function rowDifferences(
  vestigingsvolgnummer: string,
  own: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): RowDifference[] {
  return [...new Set([...Object.keys(own), ...Object.keys(other)])]
    .map((code) => ({ vestigingsvolgnummer, code, own: own[code] ?? 0, other: other[code] ?? 0 }))
    .filter((row) => row.own !== row.other);
}

const byKey = (tellingen: readonly VestigingTelling[]) =>
  new Map(tellingen.flatMap(({ pupils }) => pupils).map((pupil) => [pupil.key, pupil]));

/**
 * What differs between two countings of a school on one date, in numbers and pupil by pupil: the own administration beside what BRON has registered,
 * or before beside after. The caller gives a pupil the same key on both sides.
 */
export function compareTellingen(
  own: readonly VestigingTelling[],
  other: readonly VestigingTelling[],
): TellingDifference {
  const [here, there] = [byKey(own), byKey(other)];
  const pupils = [...new Set([...here.keys(), ...there.keys()])].flatMap((key): PupilDifference[] => {
    const [one, two] = [here.get(key), there.get(key)];
    const [onlyOwn, onlyOther] = [onlyIn(one, two), onlyIn(two, one)];
    const kinds = kindsOf(one, two, [onlyOwn, onlyOther]);
    if (kinds.length === 0) return [];
    return [{ key, kinds, ...(one ? { own: one } : {}), ...(two ? { other: two } : {}), onlyOwn, onlyOther }];
  });
  const numbers = (tellingen: readonly VestigingTelling[], volgnummer: string) =>
    tellingen.find(({ vestigingsvolgnummer }) => vestigingsvolgnummer === volgnummer)?.aantallen ?? {};
  const volgnummers = [...new Set([...own, ...other].map(({ vestigingsvolgnummer }) => vestigingsvolgnummer))].sort();
  const rows = volgnummers.flatMap((each) => rowDifferences(each, numbers(own, each), numbers(other, each)));
  return { rows, pupils };
}
