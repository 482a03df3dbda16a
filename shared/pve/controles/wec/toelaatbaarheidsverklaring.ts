import { isDate } from '../../../domain/dates.ts';
import type { Occurrence } from '../../gegevensset/occurrences.ts';
import { findWaarde } from '../../waardelijsten/waardelijsten.ts';
import { isOpenOn } from '../brin.ts';
import { hitWhen, type Controle } from '../controle.ts';
import { textOf, voorkomensOf, type Facts } from '../facts.ts';
import { dateHits, notFarAhead, unique, valueHits, type GroupRows } from '../generic.ts';
import { START_PASSEND_ONDERWIJS } from '../readings.ts';
import { withBirthDate } from '../inschrijvingChecks.ts';
import type { SamenwerkingsverbandFacts } from '../types.ts';
import { beganBefore, continuesSeries } from './series.ts';
import { hasArrangement, isOfCluster, isResidential, SO, schoolsoortOn, soortVerblijfOn, VSO } from './situation.ts';

const rows: GroupRows = { gegevensgroep: 'toelaatbaarheidsverklaring', section: '4.2.9.10' };
const row = { ...rows, ernst: 'A' } as const;
const onDate = { ...row, attribuut: 'begindatum' } as const;
const onVerband = { ...row, attribuut: 'samenwerkingsverbandNummer' } as const;
const onNumber = { ...row, attribuut: 'beschikkingsnummerTlv' } as const;
const onEnd = { ...row, attribuut: 'einddatum' } as const;

/** Form of the number of a samenwerkingsverband: six characters (PvE 4.1.4). */
const SAMENWERKINGSVERBAND = /^[\dA-Z]{6}$/;
const FIRST_YEAR = Number(START_PASSEND_ONDERWIJS.slice(0, 4));
const FIRST_DAY = '08-01';
const LAST_DAY = '07-31';

/** Sector of the samenwerkingsverbanden of a schoolsoort. */
const sectors: Record<string, SamenwerkingsverbandFacts['sector']> = { [SO]: 'PO', [VSO]: 'VO' };

/** A verklaring is there on the datum inschrijving: it began on or before that day and has not ended (reading R39, assumed). */
const isThereOn = (facts: Facts, date: string) =>
  voorkomensOf(facts, rows.gegevensgroep).some(({ item }) => {
    const [from, to] = [textOf(item, 'begindatum'), textOf(item, 'einddatum')];
    return isDate(from) && from <= date && !(isDate(to) && to < date);
  });

const isSpared = (facts: Facts, date: string) =>
  isResidential(soortVerblijfOn(facts, date)) ||
  continuesSeries(facts, beganBefore) ||
  (facts.edition === '2015-11' && facts.school.epilepsy === true && hasArrangement(facts));

const verbandOf = ({ brin }: Facts, { item }: Occurrence) =>
  brin?.samenwerkingsverband(textOf(item, 'samenwerkingsverbandNummer') ?? '');

/** A verklaring may begin before the inschrijving: then the schoolsoort at its start counts. */
function sectorOn(facts: Facts, date: string) {
  const { datumInschrijving = date } = facts;
  return sectors[schoolsoortOn(facts, date < datumInschrijving ? datumInschrijving : date) ?? ''];
}

/** A part of the beschikkingsnummer, such as `PO9901-2014-00001`, that is wrong (743). */
const partControle = (start: number, end: number, isRight: (part: string) => boolean): Controle => ({
  ...onNumber,
  code: '743',
  once: 'gegeven',
  check: (facts) => valueHits(rows, facts, 'beschikkingsnummerTlv', (value) => !isRight(value.slice(start, end))),
});

/** Toelaatbaarheidsverklaring (PvE 4.2.9.10). */
export const toelaatbaarheidsverklaringControles: Controle[] = [
  {
    // Reading R16 (assumed): the day of delivery.
    ...row,
    code: '414',
    check: (facts) =>
      hitWhen(facts.deliveredOn < START_PASSEND_ONDERWIJS && voorkomensOf(facts, rows.gegevensgroep).length > 0),
  },
  {
    ...row,
    code: '415',
    ernst: 'S',
    needs: 'school',
    check: (facts) => {
      const { datumInschrijving: date } = facts;
      return hitWhen(
        date !== undefined &&
          date >= START_PASSEND_ONDERWIJS &&
          isOfCluster(facts, '3', '4') &&
          !isThereOn(facts, date) &&
          !isSpared(facts, date),
      );
    },
  },
  { ...onDate, code: '416', check: (facts) => dateHits(rows, facts, (date) => date < START_PASSEND_ONDERWIJS) },
  {
    ...onDate,
    code: '305',
    check: (facts) =>
      withBirthDate(
        facts,
        dateHits(rows, facts, (date) => facts.birthDate !== undefined && date <= facts.birthDate),
      ),
  },
  notFarAhead(rows),
  { ...unique(rows), code: '425' },
  {
    ...onVerband,
    code: '741',
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'samenwerkingsverbandNummer',
        (nummer, at) => !SAMENWERKINGSVERBAND.test(nummer) || (facts.brin !== undefined && !verbandOf(facts, at)),
      ),
  },
  {
    ...onVerband,
    code: '419',
    check: (facts) =>
      dateHits(rows, facts, (date, at) => {
        const verband = verbandOf(facts, at);
        return verband !== undefined && !isOpenOn(verband, date);
      }),
  },
  {
    ...onVerband,
    code: '420',
    check: (facts) =>
      dateHits(rows, facts, (date, at) => {
        const [verband, sector] = [verbandOf(facts, at), sectorOn(facts, date)];
        return verband !== undefined && sector !== undefined && verband.sector !== sector;
      }),
  },
  {
    ...row,
    attribuut: 'bekostigingscategorie',
    code: '741',
    check: (facts) =>
      valueHits(rows, facts, 'bekostigingscategorie', (code) => !findWaarde('bekostigingscategorie', code)),
  },
  {
    ...onNumber,
    code: '421',
    check: (facts) =>
      valueHits(rows, facts, 'beschikkingsnummerTlv', (number, { item }) => {
        const nummer = textOf(item, 'samenwerkingsverbandNummer');
        return nummer !== undefined && number.slice(0, 6) !== nummer;
      }),
  },
  partControle(0, 12, (part) => part[6] === '-' && part[11] === '-'),
  partControle(7, 11, (part) => /^\d{4}$/.test(part) && Number(part) >= FIRST_YEAR),
  partControle(12, 17, (part) => /^\d{5}$/.test(part)),
  {
    ...onNumber,
    code: '422',
    ernst: 'S',
    needs: 'register',
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'beschikkingsnummerTlv',
        (number) => facts.register?.takenBeschikkingsnummers?.includes(number) === true,
      ),
  },
  {
    ...onEnd,
    code: '423',
    check: (facts) => dateHits(rows, facts, (date) => date.slice(5) !== LAST_DAY, 'einddatum'),
  },
  {
    ...onEnd,
    code: '424',
    check: (facts) =>
      dateHits(
        rows,
        facts,
        (to, { item }) => {
          const from = textOf(item, 'begindatum');
          if (!isDate(from)) return false;
          const years = from.slice(5) <= FIRST_DAY ? 1 : 2;
          return Number(to.slice(0, 4)) < Number(from.slice(0, 4)) + years;
        },
        'einddatum',
      ),
  },
];
