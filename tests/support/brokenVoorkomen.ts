import fc from 'fast-check';
import { addDays, addYears, isDate } from '../../shared/domain/dates.ts';
import type { FieldElement, FieldGroup, Voorkomen } from '../../shared/pve/gegevensset/types.ts';
import { waardelijsten, waarden, type Waardelijst } from '../../shared/pve/waardelijsten/waardelijsten.ts';

/** One thing done to a voorkomen: where, what, and with which value; numbers that are counted round. */
export interface Edit {
  where: number;
  what: number;
  value: number;
  /** Also against the schema: what it refuses, no controle is asked about. */
  rough: boolean;
}

/** A few things done to a voorkomen, often none. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    where: fc.nat(),
    what: fc.nat(),
    value: fc.nat(),
    rough: fc.oneof({ weight: 19, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  { maxLength: 4 },
);

/** Days on and around which the rules change (PvE 4.2.3 and 4.2.4, the waardelijsten of 7.1). */
const turningPoints = [
  '2006-08-01',
  '2008-08-01',
  '2009-08-01',
  '2010-08-01',
  '2013-08-01',
  '2014-08-01',
  '2015-08-01',
];
const aroundTurningPoints = turningPoints.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]);

/** Texts that fit somewhere, or nearly: of lists that are registers, and of numbers with a form of their own. */
const named: Record<string, readonly string[]> = {
  brin: ['98AA', '98AE', '98RC', '98RE', '98WA', '98WC', '98WV', '97ZZ', 'x'],
  vestiging: ['00', '0', '1', '01', '02', '77', 'A'],
  postcode: ['2548AE', '2554EJ', '0548AE', '2548ae'],
  cviNummer: ['3-01-2009-0001', '1-00-2009-0001', '3-99-2009-1', '3-01-2009-0001x'],
  samenwerkingsverbandNummer: ['PO9901', 'VO9901', 'PO9999', 'x'],
  beschikkingsnummerTlv: ['PO9901-2014-00001', 'VO9901-2013-1', 'PO9902-2014-00001', 'x'],
  elementcode: ['0011', '9999', '12'],
  burgerservicenummer: ['999990019', '999990018', '12'],
  onderwijsnummer: ['100000041', '100000042', '1'],
};

const isList = (name: string): name is Waardelijst => (waardelijsten as string[]).includes(name);

const near = (date: string) =>
  isDate(date) ? [addDays(date, -1), addDays(date, 1), addDays(date, 40), addYears(date, 1), addYears(date, -4)] : [];

function candidates({ key, format, length, waardelijst }: FieldElement, now: string): readonly string[] {
  const own = named[key] ?? (waardelijst ? named[waardelijst] : undefined);
  if (own) return own;
  if (waardelijst && isList(waardelijst)) return [...waarden(waardelijst).map(({ code }) => code), 'zz', '99'];
  switch (format) {
    case 'datum':
      return [...near(now), ...aroundTurningPoints];
    case 'partialDate':
      return [...near(now), ...aroundTurningPoints, '2003-00-00', '2003-13-00'];
    case 'boolean':
      return ['true', 'false'];
    case 'num':
      return ['0', '1', '2', '7', '8', '9', '25', '60', '501', '550', '9'.repeat(length)];
    case 'alfanum':
      return ['0', '1', '4', 'a', '.', 'Jäger de', 'Jager3', 'Postbus 3', "d'Angelo & <zonen>", '𝕏 ‐ é'];
  }
}

/** Values within its format that a person might fill in at a gegeven that has this one now. */
const valuesOf = (element: FieldElement, now: string): readonly string[] =>
  candidates(element, now).filter(
    (text) =>
      (text.length <= element.length || element.format === 'datum' || element.format === 'partialDate') &&
      (element.format !== 'num' || /^\d+$/.test(text)),
  );

/** Values outside every format. */
const outside = ({ length }: FieldElement) => ['', 'x'.repeat(length + 1), '1'.repeat(length + 1), '2009-02-30', 'ja'];

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** A voorkomen, its group, and the list it stands in. */
interface Place {
  group: FieldGroup;
  item: Voorkomen;
  list?: Voorkomen[] | undefined;
}

/** The voorkomen and all below it. */
function* places(group: FieldGroup, item: Voorkomen, list?: Voorkomen[]): Generator<Place> {
  yield { group, item, list };
  for (const child of group.groups) {
    const below = item[child.key];
    if (Array.isArray(below)) for (const each of below) yield* places(child, each, below);
  }
}

/** A voorkomen in which the gegevens are filled in, without thought. */
function careless(group: FieldGroup, number: number, datum: string): Voorkomen {
  const gegevens = group.elements.map((element, index): [string, string | undefined] => [
    element.key,
    element.key === group.period ? datum : pick(valuesOf(element, datum), number + index),
  ]);
  return Object.fromEntries(gegevens);
}

/** What can be done at one place. */
function ways({ group, item, list }: Place, { value, rough }: Edit): (() => void)[] {
  const datum = typeof item.datumInschrijving === 'string' ? item.datumInschrijving : '2009-08-01';
  const setting = group.elements.map((element) => () => {
    const now = item[element.key];
    item[element.key] = pick(rough ? outside(element) : valuesOf(element, typeof now === 'string' ? now : ''), value);
  });
  const clearing = group.elements
    .filter(({ required }) => rough || !required)
    .map(
      ({ key }) =>
        () =>
          delete item[key],
    );
  const groups = group.groups.flatMap((child) => {
    const below = item[child.key];
    const had = Array.isArray(below) ? below : [];
    const more = () => {
      item[child.key] = [...had, careless(child, value, datum)];
    };
    return [
      ...(rough || child.min === 0 ? [() => delete item[child.key]] : []),
      ...(rough || child.max === 'n' || had.length === 0 ? [more] : []),
    ];
  });
  const self = list && (rough || group.max === 'n') ? [() => list.push(structuredClone(item))] : [];
  return [...setting, ...setting, ...clearing, ...groups, ...self];
}

/** The voorkomen after the edits, in a copy. */
export function edited(group: FieldGroup, voorkomen: Voorkomen, list: readonly Edit[]): Voorkomen {
  const result = structuredClone(voorkomen);
  for (const edit of list) {
    const place = pick([...places(group, result)], edit.where);
    if (place) pick(ways(place, edit), edit.what)?.();
  }
  return result;
}
