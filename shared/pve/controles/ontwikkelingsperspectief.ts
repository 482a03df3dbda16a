import { isDate } from '../../domain/dates.ts';
import { hitWhen, type Controle } from './controle.ts';
import { textOf, voorkomensOf } from './facts.ts';
import { dateHits, hitsIn, notFarAhead, unique, within, type GroupRows } from './generic.ts';
import { START_BELEIDSINFORMATIE } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'ontwikkelingsperspectief', section: '4.2.8.10' };
const row = { ...rows, ernst: 'A' } as const;
const onEnd = { ...row, attribuut: 'einddatum' } as const;

/** Ontwikkelingsperspectief BAO WPO (PvE 4.2.8.10 of 2015-11). */
export const ontwikkelingsperspectiefControles: Controle[] = [
  {
    ...row,
    code: '445',
    needs: 'school',
    check: (facts) => hitWhen(facts.school.soort === 'SBAO' && voorkomensOf(facts, rows.gegevensgroep).length > 0),
  },
  {
    ...onEnd,
    code: '435',
    check: (facts) =>
      facts.datumUitschrijving === undefined
        ? []
        : hitsIn(rows, facts, ({ item }) => textOf(item, 'einddatum') === undefined),
  },
  {
    ...row,
    attribuut: 'begindatum',
    code: '452',
    check: (facts) => dateHits(rows, facts, (date) => date < START_BELEIDSINFORMATIE),
  },
  within(rows),
  unique(rows),
  notFarAhead(rows),
  {
    ...onEnd,
    code: '453',
    check: (facts) =>
      dateHits(
        rows,
        facts,
        (end, { item }) => {
          const begin = textOf(item, 'begindatum');
          return (
            (isDate(begin) && end < begin) || (facts.datumUitschrijving !== undefined && end > facts.datumUitschrijving)
          );
        },
        'einddatum',
      ),
  },
  {
    // Reading R9 (assumed): voorkomens follow each other by date.
    ...onEnd,
    code: '454',
    check: (facts) => {
      const begins = voorkomensOf(facts, rows.gegevensgroep).map(({ item }) => textOf(item, 'begindatum') ?? '');
      return hitsIn(rows, facts, ({ item }) => {
        const [begin, end] = [textOf(item, 'begindatum'), textOf(item, 'einddatum')];
        const next = begins.filter((date) => isDate(date) && begin !== undefined && date > begin).sort()[0];
        return next !== undefined && (end === undefined || (isDate(end) && end >= next));
      });
    },
  },
  notFarAhead(rows, 'einddatum'),
];
