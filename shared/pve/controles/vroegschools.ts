import { formatDutchDate, isDate } from '../../domain/dates.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import type { Controle } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { beforeClosing, dateHits, notFarAhead, unique, valueHits, within, type GroupRows } from './generic.ts';
import { validFrom } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'vroegschoolsProgramma', section: '4.2.8.5' };
const onEnd = { ...rows, attribuut: 'einddatum', ernst: 'A' } as const;
const onValue = { ...rows, attribuut: 'vroegschoolsProgramma', ernst: 'A' } as const;

/** Reading R9 (assumed): voorkomens follow each other by date. The first day after `begin` on which another programme begins. */
function nextBegin(facts: Facts, begin: string | undefined): string | undefined {
  const dates = voorkomensOf(facts, rows.gegevensgroep).map(({ item }) => textOf(item, 'begindatum'));
  return dates.filter((date) => isDate(date) && begin !== undefined && date > begin).sort()[0];
}

/**
 * 348 for a date of the voorkomen. Held always: the list has no value that ends, so that a row from the datum start onderwijsnummer on
 * could never find anything (reading R31, assumed).
 */
const validOn = (date: 'begindatum' | 'einddatum', name: string): Controle => ({
  ...onValue,
  code: '348',
  check: (facts) =>
    dateHits(
      rows,
      facts,
      (day, { item }) => {
        const code = textOf(item, 'vroegschoolsProgramma');
        return code !== undefined && findWaarde('vve', code) !== undefined && !isValidOn('vve', code, day);
      },
      date,
    ).map((hit) => {
      const day = textOf(hit.at?.item, date);
      return { ...hit, params: { attribuut2: name, ingang: day && formatDutchDate(day) } };
    }),
});

/** Vroegschools programma WPO (PvE 4.2.8.5). */
export const vroegschoolsControles: Controle[] = [
  within(rows),
  beforeClosing(rows),
  unique(rows),
  notFarAhead(rows),
  {
    ...onEnd,
    code: '324',
    check: (facts) =>
      dateHits(
        rows,
        facts,
        (end, { item }) => {
          const begin = textOf(item, 'begindatum');
          return (
            (isDate(begin) && end <= begin) ||
            (facts.datumUitschrijving !== undefined && end > facts.datumUitschrijving)
          );
        },
        'einddatum',
      ),
  },
  {
    ...onEnd,
    code: '301',
    needs: 'school',
    period: validFrom('voorkomen'),
    check: (facts) =>
      dateHits(rows, facts, (end) => facts.school.closed !== undefined && end > facts.school.closed, 'einddatum'),
  },
  {
    ...onEnd,
    code: '342',
    check: (facts) =>
      dateHits(
        rows,
        facts,
        (end, { item }) => {
          const next = nextBegin(facts, textOf(item, 'begindatum'));
          return next !== undefined && end >= next;
        },
        'einddatum',
      ),
  },
  notFarAhead(rows, 'einddatum'),
  {
    ...onValue,
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'vroegschoolsProgramma', (code) => !findWaarde('vve', code)),
  },
  validOn('begindatum', 'Datum plaatsing vroegschools programma'),
  validOn('einddatum', 'Datum einde plaatsing vroegschools programma'),
];
