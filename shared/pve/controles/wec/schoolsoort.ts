import { addDays } from '../../../domain/dates.ts';
import { findWaarde } from '../../waardelijsten/waardelijsten.ts';
import type { Controle } from '../controle.ts';
import { textOf } from '../facts.ts';
import { dateHits, periodRows, valueHits, type GroupRows } from '../generic.ts';
import { START_BELEIDSINFORMATIE, START_ONE_SCHOOLSOORT, START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';
import { isZero, schoolsoortOn } from './situation.ts';

const rows: GroupRows = { gegevensgroep: 'schoolsoort', section: '4.2.9.6' };
const row = { ...rows, ernst: 'A' } as const;
const onValue = { ...row, attribuut: 'schoolsoort' } as const;

/** Schoolsoort WEC (PvE 4.2.9.6). */
export const schoolsoortControles: Controle[] = [
  ...periodRows(rows),
  {
    ...row,
    attribuut: 'begindatum',
    code: '430',
    check: (facts) =>
      dateHits(rows, facts, (date, { item }) => {
        if (date < START_ONE_SCHOOLSOORT) return false;
        const before = schoolsoortOn(facts, addDays(date, -1));
        return before !== undefined && textOf(item, 'schoolsoort') !== before;
      }),
  },
  {
    ...onValue,
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'schoolsoort', (code) => !findWaarde('schoolsoort', code)),
  },
  {
    ...onValue,
    code: '338',
    edition: '2015-11',
    check: (facts) => {
      const { datumInschrijving = '' } = facts;
      return datumInschrijving >= START_PASSEND_ONDERWIJS && datumInschrijving < START_BELEIDSINFORMATIE
        ? valueHits(rows, facts, 'schoolsoort', isZero)
        : [];
    },
  },
];
