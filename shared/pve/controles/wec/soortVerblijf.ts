import { findWaarde } from '../../waardelijsten/waardelijsten.ts';
import type { Controle } from '../controle.ts';
import { textOf } from '../facts.ts';
import { dateHits, periodRows, valueHits, type GroupRows } from '../generic.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';

const rows: GroupRows = { gegevensgroep: 'soortVerblijf', section: '4.2.9.7' };
const row = { ...rows, ernst: 'A' } as const;

/** Crisisplaats and observatieplaats. */
const ENDED = ['1', '2'];

/** Soort verblijf WEC (PvE 4.2.9.7). */
export const soortVerblijfControles: Controle[] = [
  ...periodRows(rows),
  {
    ...row,
    attribuut: 'begindatum',
    code: '411',
    check: (facts) =>
      dateHits(
        rows,
        facts,
        (date, { item }) => date >= START_PASSEND_ONDERWIJS && ENDED.includes(textOf(item, 'soortVerblijf') ?? ''),
      ),
  },
  {
    ...row,
    attribuut: 'soortVerblijf',
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'soortVerblijf', (code) => !findWaarde('soortVerblijf', code)),
  },
];
