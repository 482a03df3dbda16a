import fc from 'fast-check';
import { firstUnwritable } from '../../../shared/pve/berichten/characters.ts';
import type { Gegevenselement, Gegevensgroep, Voorkomen } from '../../../shared/pve/gegevensset/types.ts';

const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((text) => !firstUnwritable(text));
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (minLength: number, maxLength: number) => fc.string({ unit: digit, minLength, maxLength });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Texts within the format and length of a gegeven, as our documents hold them. */
export function within({ format, length }: Gegevenselement): fc.Arbitrary<string> {
  switch (format) {
    case 'alfanum':
      return fc.string({ unit: character, minLength: 1, maxLength: length });
    case 'num':
      return digits(1, length);
    case 'datum':
      return day;
    case 'partialDate':
      return digits(8, 8).map((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
    case 'boolean':
      return fc.constantFrom('true', 'false');
  }
}

/** Texts outside the format or length of a gegeven. */
export function outside({ format, length }: Gegevenselement): fc.Arbitrary<string> {
  const wrongDigits = fc.constantFrom(' ', '-', 'a', '٣', '1 ').map((text) => text.padStart(length, '1'));
  switch (format) {
    case 'alfanum':
      return fc.string({ unit: character, minLength: length + 1, maxLength: length + 9 });
    case 'num':
      return fc.oneof(digits(length + 1, length + 5), wrongDigits, fc.constantFrom('-1', '+1', '1.0', ' 1', '1e'));
    case 'datum':
      return fc.oneof(
        digits(8, 8),
        fc.constantFrom(
          '1899-12-31',
          '2200-01-01',
          '2009-02-29',
          '2009-00-01',
          '2009-1-1',
          '2009-08-01Z',
          '2009-08-01+01:00',
          '-2009-08-01',
        ),
      );
    case 'partialDate':
      return fc.oneof(digits(1, 7), digits(9, 12), wrongDigits);
    case 'boolean':
      return fc.constantFrom('1', '0', 'TRUE', 'ja', 'True');
  }
}

/** Contents of a group that are within the schema: formats, obligatory gegevens, cardinality. */
export function contents(group: Gegevensgroep): fc.Arbitrary<Voorkomen> {
  const elements = fc.record(Object.fromEntries(group.elements.map((element) => [element.key, within(element)])), {
    requiredKeys: group.elements.filter(({ required }) => required).map(({ key }) => key),
  });
  const list = (child: Gegevensgroep) =>
    fc.array(contents(child), { minLength: Math.max(child.min, 1), maxLength: child.max === 1 ? 1 : 3, size: 'max' });
  const groups = fc.record(Object.fromEntries(group.groups.map((child) => [child.key, list(child)])), {
    requiredKeys: group.groups.filter(({ min }) => min > 0).map(({ key }) => key),
  });
  return fc.tuple(elements, groups).map(([gegevens, below]) => ({ ...gegevens, ...below }));
}

/** One way to break a content: what is done, where, and the doing. */
export interface Breakage {
  what: 'format' | 'missing gegeven' | 'missing groep' | 'too few' | 'too many';
  element: string;
  apply(): void;
}

/** Every way to break a content in one place. `text` gives a text outside the format of a gegeven. */
export function breakages(
  group: Gegevensgroep,
  content: Voorkomen,
  text: (element: Gegevenselement) => string,
): Breakage[] {
  const result: Breakage[] = [];
  const add = (what: Breakage['what'], element: string, apply: () => void) => result.push({ what, element, apply });
  for (const element of group.elements) {
    if (content[element.key] === undefined) continue;
    add('format', element.xsd, () => {
      content[element.key] = text(element);
    });
    if (element.required) add('missing gegeven', element.xsd, () => delete content[element.key]);
  }
  for (const child of group.groups) {
    const list = content[child.key];
    if (!Array.isArray(list)) continue;
    if (child.min > 0) add('missing groep', child.xsd, () => delete content[child.key]);
    if (child.min > 1) add('too few', child.xsd, () => list.splice(1));
    if (child.max === 1) add('too many', child.xsd, () => list.push(...list));
    for (const item of list) result.push(...breakages(child, item, text));
  }
  return result;
}
