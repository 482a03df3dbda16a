import { isDate } from '../../domain/dates.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import type { Controle, Hit } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { periodOf } from './groups.ts';
import { validFrom } from './readings.ts';

/** What the generic rows of a group need to know. */
export interface GroupRows {
  gegevensgroep: string;
  section: string;
  /** Whether the group is not judged at all. */
  ignored?: (facts: Facts) => boolean;
}

/** The voorkomens of a group that are judged. */
const judged = ({ gegevensgroep, ignored }: GroupRows, facts: Facts): readonly Occurrence[] =>
  ignored?.(facts) ? [] : voorkomensOf(facts, gegevensgroep);

/** Hits in the voorkomens that are wrong. */
export const hitsIn = (rows: GroupRows, facts: Facts, wrong: (at: Occurrence) => boolean): Hit[] =>
  judged(rows, facts)
    .filter(wrong)
    .map((at) => ({ at }));

/** Hits in the voorkomens whose gegeven is filled and wrong. */
export const valueHits = (
  rows: GroupRows,
  facts: Facts,
  key: string,
  wrong: (value: string, at: Occurrence) => boolean,
): Hit[] =>
  hitsIn(rows, facts, (at) => {
    const value = textOf(at.item, key);
    return value !== undefined && wrong(value, at);
  });

/** Hits in the voorkomens whose date (that by which they are ordered, unless another is named) exists and is wrong. */
export const dateHits = (
  rows: GroupRows,
  facts: Facts,
  wrong: (date: string, at: Occurrence) => boolean,
  key = periodOf(rows.gegevensgroep),
): Hit[] =>
  // Few dates are wrong: whether it exists is asked last.
  valueHits(rows, facts, key, (date, at) => wrong(date, at) && isDate(date));

const row = ({ gegevensgroep, section }: GroupRows) => ({
  gegevensgroep,
  section,
  attribuut: periodOf(gegevensgroep),
});

/** 321: the date lies from datum inschrijving to datum uitschrijving, both included. */
export const within = (rows: GroupRows): Controle => ({
  ...row(rows),
  code: '321',
  ernst: 'A',
  check: (facts) =>
    dateHits(
      rows,
      facts,
      (date) =>
        (facts.datumInschrijving !== undefined && date < facts.datumInschrijving) ||
        (facts.datumUitschrijving !== undefined && date > facts.datumUitschrijving),
    ),
});

/** 301: the date does not lie on or after the closing date of the school. */
export const beforeClosing = (rows: GroupRows, attribuut = periodOf(rows.gegevensgroep)): Controle => ({
  ...row(rows),
  attribuut,
  code: '301',
  ernst: 'A',
  needs: 'school',
  period: validFrom('voorkomen'),
  check: (facts) =>
    dateHits(rows, facts, (date) => facts.school.closed !== undefined && date >= facts.school.closed, attribuut),
});

/** 303: a voorkomen begins on the datum inschrijving. Reading R9 (assumed): the first is the first by date. */
export const firstOnInschrijving = (rows: GroupRows): Controle => ({
  ...row(rows),
  code: '303',
  ernst: 'A',
  period: validFrom('datumInschrijving'),
  check: (facts) => {
    const { datumInschrijving } = facts;
    const list = judged(rows, facts);
    const date = ({ item }: Occurrence) => textOf(item, 'begindatum') ?? '';
    if (datumInschrijving === undefined || list.some((at) => date(at) === datumInschrijving)) return [];
    const [first] = [...list].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
    return first ? [{ at: first }] : [];
  },
});

/** 349: a value occurs once in its list, or in the whole message. One signal per value that does not, at its last voorkomen. */
export const unique = (
  rows: GroupRows,
  attribuut = periodOf(rows.gegevensgroep),
  scope: 'list' | 'message' = 'list',
): Controle => ({
  ...row(rows),
  attribuut,
  code: '349',
  ernst: 'A',
  check: (facts) => {
    const list = judged(rows, facts);
    if (list.length < 2) return [];
    return valueHits(rows, facts, attribuut, (value, { parent, voorkomen }) => {
      const same = list.filter(
        (at) => (scope === 'message' || at.parent === parent) && textOf(at.item, attribuut) === value,
      );
      const last = same.at(-1);
      return same.length > 1 && last?.voorkomen === voorkomen && last.parent === parent;
    });
  },
});

/** 331: the date lies at most a year after the day of delivery. */
export const notFarAhead = (rows: GroupRows, attribuut = periodOf(rows.gegevensgroep)): Controle => ({
  ...row(rows),
  attribuut,
  code: '331',
  ernst: 'S',
  check: (facts) => dateHits(rows, facts, (date) => date > facts.yearAhead, attribuut),
});

/** The five rows on the begindatum that vestiging, indicatie bekostiging and leerjaar/groep have in common. */
export const periodRows = (rows: GroupRows): Controle[] => [
  within(rows),
  beforeClosing(rows),
  firstOnInschrijving(rows),
  unique(rows),
  notFarAhead(rows),
];
