import { asKeptByBron } from '../../pve/berichten/characters.ts';
import type { FieldElement, FieldGroup, Voorkomen } from '../../pve/gegevensset/types.ts';

/** One gegeven that is not the same here and in BRON. */
export interface Difference {
  /**
   * What is taken over in one go: a gegeven (`leerjaarGroep[2009-08-01].leerjaar`), or a voorkomen that only one side has
   * (`gewicht[2009-08-01]`), which all gegevens in it share.
   */
  path: string;
  /** The gegevensgroepen it stands in, the outermost first. */
  groups: readonly FieldGroup[];
  /** The date or index that tells the voorkomen from the others of its list. */
  occurrence?: string;
  element: FieldElement;
  here?: string;
  bron?: string;
}

/** A voorkomen of here and the same one in BRON; one side may lack it. */
interface Pair {
  mark: string;
  here?: Voorkomen;
  bron?: Voorkomen;
}

/** BRON does not give it back: it points out what a melding corrects (PvE 5.6.12). */
const NOT_RETURNED = new Set(['datumOorspronkelijkeInschrijving']);

const textOf = (voorkomen: Voorkomen | undefined, key: string): string => {
  const value = voorkomen?.[key];
  return typeof value === 'string' ? value : '';
};

/** The voorkomens of a group below a voorkomen. */
export const listIn = (voorkomen: Voorkomen | undefined, key: string): readonly Voorkomen[] => {
  const value = voorkomen?.[key];
  return Array.isArray(value) ? value : [];
};

/** Each voorkomen under its date, or its number in a group without; of the same date, the second and later get a number besides. */
function marked({ period }: FieldGroup, list: readonly Voorkomen[]): Map<string, Voorkomen> {
  const result = new Map<string, Voorkomen>();
  list.forEach((item, index) => {
    const date = period === undefined ? String(index + 1) : textOf(item, period);
    let mark = date;
    for (let again = 2; result.has(mark); again += 1) mark = `${date} (${String(again)})`;
    result.set(mark, item);
  });
  return result;
}

function pairs(group: FieldGroup, here: readonly Voorkomen[], bron: readonly Voorkomen[]): Pair[] {
  const ofHere = marked(group, here);
  const ofBron = marked(group, bron);
  const marks = [...new Set([...ofHere.keys(), ...ofBron.keys()])];
  return marks.map((mark) => {
    const ours = ofHere.get(mark);
    const theirs = ofBron.get(mark);
    return { mark, ...(ours ? { here: ours } : {}), ...(theirs ? { bron: theirs } : {}) };
  });
}

const differs = (here: string, bron: string): boolean => here !== bron && asKeptByBron(here) !== asKeptByBron(bron);

const pathOf = (above: string, key: string) => (above === '' ? key : `${above}.${key}`);
const markOf = (above: string, group: FieldGroup, mark: string) => pathOf(above, `${group.key}[${mark}]`);

/** Where the comparison is in a document. */
interface Place {
  path: string;
  groups: readonly FieldGroup[];
  occurrence?: string;
  /** The path of the outermost voorkomen that only one side has. */
  oneSided?: string;
}

function compareVoorkomen(group: FieldGroup, { here, bron }: Omit<Pair, 'mark'>, place: Place): Difference[] {
  const { path, groups, occurrence, oneSided } = place;
  const own = group.elements.flatMap((element) => {
    const [ours, theirs] = [textOf(here, element.key), textOf(bron, element.key)];
    if (NOT_RETURNED.has(element.key) || !differs(ours, theirs)) return [];
    return [
      {
        path: oneSided ?? pathOf(path, element.key),
        groups,
        ...(occurrence === undefined ? {} : { occurrence }),
        element,
        ...(ours === '' ? {} : { here: ours }),
        ...(theirs === '' ? {} : { bron: theirs }),
      },
    ];
  });
  const below = group.groups.flatMap((child) =>
    pairs(child, listIn(here, child.key), listIn(bron, child.key)).flatMap((pair) => {
      const inside = markOf(path, child, pair.mark);
      const alone = pair.here && pair.bron ? undefined : inside;
      const onlyOne = oneSided ?? alone;
      return compareVoorkomen(child, pair, {
        path: inside,
        groups: [...groups, child],
        occurrence: pair.mark,
        ...(onlyOne === undefined ? {} : { oneSided: onlyOne }),
      });
    }),
  );
  return [...own, ...below];
}

/**
 * What differs between a document here and the same one in BRON, in the order of the gegevensset. Voorkomens of a periodic group belong
 * together by their date. A text that BRON keeps in simpler characters is the same (PvE 5.2).
 */
export const differencesOf = (group: FieldGroup, here: Voorkomen, bron: Voorkomen): Difference[] =>
  compareVoorkomen(group, { here, bron }, { path: '', groups: [] });

function takeVoorkomen(
  group: FieldGroup,
  { here, bron }: { here: Voorkomen; bron: Voorkomen },
  wanted: ReadonlySet<string>,
  path: string,
): Voorkomen {
  const result: Voorkomen = { ...here };
  for (const { key } of group.elements) if (wanted.has(pathOf(path, key))) result[key] = textOf(bron, key) || undefined;
  for (const child of group.groups) {
    const list = pairs(child, listIn(here, child.key), listIn(bron, child.key)).flatMap(
      ({ mark, here: ours, bron: theirs }) => {
        const inside = markOf(path, child, mark);
        if (ours && theirs) return [takeVoorkomen(child, { here: ours, bron: theirs }, wanted, inside)];
        const kept = wanted.has(inside) ? theirs : ours;
        return kept ? [kept] : [];
      },
    );
    if (list.length > 0 || here[child.key] !== undefined) result[child.key] = list;
  }
  return result;
}

/** The document of here with what BRON has at the paths of these differences; everything else stays as it is here. */
export const withTaken = <V extends Voorkomen>(
  group: FieldGroup,
  here: V,
  bron: Voorkomen,
  paths: Iterable<string>,
): V => takeVoorkomen(group, { here, bron }, new Set(paths), '') as V;
