import { isDate } from '../../domain/dates.ts';
import type { Controle, Hit } from './controle.ts';
import { textOf, voorkomensOf, type Facts, type PeriodGroup } from './facts.ts';
import { validFrom } from './readings.ts';

/** What the generic rows of a group need to know. */
export interface GroupRows {
  gegevensgroep: PeriodGroup;
  section: string;
  /** Whether the group is not judged at all. */
  ignored?: (facts: Facts) => boolean;
}

/** The voorkomens of a group that are judged. */
export const judged = ({ gegevensgroep, ignored }: GroupRows, facts: Facts) =>
  ignored?.(facts) ? [] : voorkomensOf(facts, gegevensgroep);

/** Hits in the voorkomens whose gegeven is filled and wrong. */
export const valueHits = (
  rows: GroupRows,
  facts: Facts,
  key: string,
  wrong: (value: string, index: number) => boolean,
): Hit[] =>
  judged(rows, facts).flatMap((voorkomen, index) => {
    const value = textOf(voorkomen, key);
    return value !== undefined && wrong(value, index) ? [{ voorkomen: index }] : [];
  });

/** Hits in the voorkomens whose begindatum exists and is wrong. */
export const dateHits = (rows: GroupRows, facts: Facts, wrong: (date: string, index: number) => boolean): Hit[] =>
  valueHits(rows, facts, 'begindatum', (date, index) => isDate(date) && wrong(date, index));

const row = ({ gegevensgroep, section }: GroupRows) => ({ gegevensgroep, section, attribuut: 'begindatum' });

/** 321: the begindatum lies from datum inschrijving to datum uitschrijving, both included. */
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

/** 301: the begindatum does not lie on or after the closing date of the school. */
export const beforeClosing = (rows: GroupRows): Controle => ({
  ...row(rows),
  code: '301',
  ernst: 'A',
  needs: 'school',
  period: validFrom('voorkomen'),
  check: (facts) => dateHits(rows, facts, (date) => facts.school.closed !== undefined && date >= facts.school.closed),
});

/** 303: a voorkomen begins on the datum inschrijving. Reading R9 (assumed): the first is the first by date. */
export const firstOnInschrijving = (rows: GroupRows): Controle => ({
  ...row(rows),
  code: '303',
  ernst: 'A',
  period: validFrom('datumInschrijving'),
  check: (facts) => {
    const dates = judged(rows, facts).map((voorkomen) => textOf(voorkomen, 'begindatum') ?? '');
    const [first] = [...dates].sort();
    if (first === undefined || facts.datumInschrijving === undefined || dates.includes(facts.datumInschrijving))
      return [];
    return [{ voorkomen: dates.indexOf(first) }];
  },
});

/** 349: a value occurs once. One signal per value that does not, at its last voorkomen. */
export const unique = (rows: GroupRows, attribuut = 'begindatum'): Controle => ({
  ...row(rows),
  attribuut,
  code: '349',
  ernst: 'A',
  check: (facts) => {
    const values = judged(rows, facts).map((voorkomen) => textOf(voorkomen, attribuut));
    return valueHits(
      rows,
      facts,
      attribuut,
      (value, index) => values.indexOf(value) < index && values.lastIndexOf(value) === index,
    );
  },
});

/** 331: the begindatum lies at most a year after the day of delivery. */
export const notFarAhead = (rows: GroupRows): Controle => ({
  ...row(rows),
  code: '331',
  ernst: 'S',
  check: (facts) => dateHits(rows, facts, (date) => date > facts.yearAhead),
});

/** The five rows on the begindatum that vestiging, indicatie bekostiging and leerjaar/groep have in common. */
export const periodRows = (rows: GroupRows): Controle[] => [
  within(rows),
  beforeClosing(rows),
  firstOnInschrijving(rows),
  unique(rows),
  notFarAhead(rows),
];
