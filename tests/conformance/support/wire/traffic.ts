import { messages, type MessageNumber } from '../../../../shared/pve/berichten/messages.ts';
import { isIn } from '../../../../shared/pve/gegevensset/editions.ts';
import type { Edition, Gegevensgroep, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';

/** Which parts of the messages of PvE 5.6 have been on the wire, and whether each message was within the schema and its edition. */
export interface Traffic {
  /** A message with its content; those inside a bericht 7 are taken for themselves. */
  saw(nr: MessageNumber, content: Voorkomen): void;
  invalid(nr: number, problem: string): void;
  numbers(): ReadonlySet<number>;
  problems(nr: number): readonly string[];
  /** What has not been on the wire of a message: a part that may be left out with it, without it, or more than once. */
  missing(nr: number): string[];
}

const numberOf = new Map<Gegevensgroep, MessageNumber>(
  Object.entries(messages).map(([nr, group]) => [group, Number(nr) as MessageNumber]),
);

type Way = 'with' | 'without' | 'more than once';

/** Every way in which the parts of a group may occur in an edition, as `path: way`. */
function waysOf(group: Gegevensgroep, edition: Edition, path = ''): string[] {
  const elements = group.elements
    .filter((element) => !element.required && isIn(edition, element))
    .flatMap(({ xsd }) => [`${path}${xsd}: with`, `${path}${xsd}: without`]);
  const inEdition = group.groups.filter((child) => isIn(edition, child));
  const groups = inEdition.flatMap((child) => [
    ...(child.min === 0 ? [`${path}${child.xsd}: with`, `${path}${child.xsd}: without`] : []),
    ...(child.max === 'n' ? [`${path}${child.xsd}: more than once`] : []),
    ...(numberOf.has(child) ? [] : waysOf(child, edition, `${path}${child.xsd}/`)),
  ]);
  return [...elements, ...groups];
}

export function createTraffic(edition: Edition): Traffic {
  const seen = new Map<number, Set<string>>();
  const problems = new Map<number, string[]>();
  const note = (nr: number, part: string, way: Way) => seen.get(nr)?.add(`${part}: ${way}`);
  const invalid = (nr: number, problem: string) => problems.set(nr, [...(problems.get(nr) ?? []), problem]);

  function walk(nr: number, group: Gegevensgroep, content: Voorkomen, path: string): void {
    for (const element of group.elements) {
      const { key, xsd } = element;
      note(nr, `${path}${xsd}`, content[key] === undefined ? 'without' : 'with');
      if (content[key] !== undefined && !isIn(edition, element)) invalid(nr, `${path}${xsd} is not of ${edition}`);
    }
    for (const child of group.groups) {
      const value = content[child.key];
      const list = Array.isArray(value) ? value : [];
      note(nr, `${path}${child.xsd}`, list.length === 0 ? 'without' : 'with');
      if (list.length > 0 && !isIn(edition, child)) invalid(nr, `${path}${child.xsd} is not of ${edition}`);
      if (list.length > 1) note(nr, `${path}${child.xsd}`, 'more than once');
      const own = numberOf.get(child);
      for (const item of list) {
        if (own) saw(own, item);
        else walk(nr, child, item, `${path}${child.xsd}/`);
      }
    }
  }

  function saw(nr: MessageNumber, content: Voorkomen): void {
    if (!seen.has(nr)) seen.set(nr, new Set());
    walk(nr, messages[nr], content, '');
  }

  return {
    saw,
    invalid,
    numbers: () => new Set(seen.keys()),
    problems: (nr) => problems.get(nr) ?? [],
    missing: (nr) => {
      const group = messages[nr as MessageNumber] as Gegevensgroep | undefined;
      return group ? waysOf(group, edition).filter((way) => !seen.get(nr)?.has(way)) : [];
    },
  };
}
