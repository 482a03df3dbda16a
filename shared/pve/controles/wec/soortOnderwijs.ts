import { findWaarde } from '../../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle } from '../controle.ts';
import { voorkomensOf, type Facts } from '../facts.ts';
import { dateHits, periodRows, valueHits, type GroupRows } from '../generic.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';
import { continuesSeries, hadSoortOnderwijsBefore } from './series.ts';
import { hasArrangement, isOfCluster, isZero } from './situation.ts';

const rows: GroupRows = { gegevensgroep: 'soortOnderwijs', section: '4.2.9.4' };
const row = { ...rows, ernst: 'A' } as const;
const onValue = { ...row, attribuut: 'soortOnderwijs' } as const;

const enrolledFrom = ({ datumInschrijving }: Facts, date: string) =>
  datumInschrijving !== undefined && datumInschrijving >= date;

/** 413. The edition of 2015-11 spares a series; whether there is one, only BRON knows: a LAS then warns. */
const spared = (facts: Facts) => facts.edition === '2015-11' && continuesSeries(facts, hadSoortOnderwijsBefore);
const unsure = ({ edition, register }: Facts) => edition === '2015-11' && !register;

/** Soort onderwijs WEC (PvE 4.2.9.4). */
export const soortOnderwijsControles: Controle[] = [
  {
    ...row,
    code: '341',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    // Beside an arrangement the group is forbidden (444), so that it cannot be asked there (reading R42, assumed).
    check: (facts) =>
      hitWhen(
        facts.datumInschrijving !== undefined &&
          voorkomensOf(facts, rows.gegevensgroep).length === 0 &&
          !hasArrangement(facts) &&
          (!enrolledFrom(facts, START_PASSEND_ONDERWIJS) || isOfCluster(facts, '1', '2')),
      ),
  },
  {
    ...row,
    attribuut: 'begindatum',
    code: '413',
    needs: 'school',
    check: (facts) =>
      !isOfCluster(facts, '3', '4') || spared(facts)
        ? []
        : dateHits(rows, facts, (date) => date >= START_PASSEND_ONDERWIJS).map((hit) =>
            unsure(facts) ? { ...hit, ernst: 'S' } : hit,
          ),
  },
  ...periodRows(rows),
  {
    ...onValue,
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'soortOnderwijs', (code) => !findWaarde('soortOnderwijs', code)),
  },
  {
    ...onValue,
    code: '338',
    edition: '2015-11',
    check: (facts) =>
      enrolledFrom(facts, START_PASSEND_ONDERWIJS) ? valueHits(rows, facts, 'soortOnderwijs', isZero) : [],
  },
];
