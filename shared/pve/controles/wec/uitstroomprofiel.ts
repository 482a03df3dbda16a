import { findWaarde } from '../../waardelijsten/waardelijsten.ts';
import { holdsOn } from '../brin.ts';
import { hitWhen, type Controle } from '../controle.ts';
import { textOf, voorkomensOf, type Facts } from '../facts.ts';
import { dateHits, hitsIn, notFarAhead, unique, valueHits, within, type GroupRows } from '../generic.ts';
import { START_PASSEND_ONDERWIJS } from '../readings.ts';
import type { Voorkomen } from '../../gegevensset/types.ts';
import { schoolsoortOn, VSO } from './situation.ts';

const rows: GroupRows = { gegevensgroep: 'uitstroomprofiel', section: '4.2.9.11' };
const row = { ...rows, ernst: 'A' } as const;
const onProfile = { ...row, attribuut: 'uitstroomprofiel' } as const;
const onElementcode = { ...row, attribuut: 'elementcode' } as const;
const onLeerjaar = { ...row, attribuut: 'leerjaarUitstroomprofiel' } as const;

const VERVOLGONDERWIJS = '3';
const PRAKTIJKONDERWIJS = '0090';
const ELEMENTCODE = /^\d{4}$/;
const LEERJAAR = /^[1-6]$/;

/** From this day on a pupil of VSO has an uitstroomprofiel: the same as the start of passend onderwijs (PvE 4.2.5). */
const START = START_PASSEND_ONDERWIJS;

const isPrepared = (item: Voorkomen) => textOf(item, 'uitstroomprofiel') === VERVOLGONDERWIJS;

/** 428, 457: a pupil of VSO has none. The edition of 2015-11 asks one that begins on the day itself. */
function lacksProfile(facts: Facts, date: string): boolean {
  if (schoolsoortOn(facts, date) !== VSO) return false;
  const profiles = voorkomensOf(facts, rows.gegevensgroep);
  return facts.edition === '2015-11'
    ? !profiles.some(({ item }) => textOf(item, 'begindatum') === date)
    : profiles.length === 0;
}

/** The rows of the table of elementcodes that hold on the start of the profile; undefined without a table. */
const elementcodesOf = ({ elementcodes }: Facts, item: Voorkomen) =>
  elementcodes?.(textOf(item, 'elementcode') ?? '').filter((each) => holdsOn(each, textOf(item, 'begindatum') ?? ''));

const lacks = (attribuut: string) => (facts: Facts) =>
  hitsIn(rows, facts, ({ item }) => isPrepared(item) && textOf(item, attribuut) === undefined);
const isTooMuch = (attribuut: string) => (facts: Facts) =>
  valueHits(rows, facts, attribuut, (_, { item }) => !isPrepared(item));

/** Uitstroomprofiel WEC (PvE 4.2.9.11). Row 456 is printed twice and stands here once. */
export const uitstroomprofielControles: Controle[] = [
  {
    ...row,
    code: '428',
    check: (facts) => {
      const { datumInschrijving: date } = facts;
      return hitWhen(date !== undefined && date >= START && lacksProfile(facts, date));
    },
  },
  {
    ...row,
    code: '457',
    ernst: 'S',
    // Before that day nobody could have one (reading R43, assumed).
    period: { from: START, of: 'deliveredOn' },
    check: (facts) => {
      const { datumInschrijving: date, datumUitschrijving: left } = facts;
      return hitWhen(
        date !== undefined && date < START && (left === undefined || left >= START) && lacksProfile(facts, START),
      );
    },
  },
  within(rows),
  unique(rows),
  { ...row, attribuut: 'begindatum', code: '433', check: (facts) => dateHits(rows, facts, (date) => date < START) },
  notFarAhead(rows),
  {
    ...onProfile,
    code: '741',
    check: (facts) => valueHits(rows, facts, 'uitstroomprofiel', (code) => !findWaarde('uitstroomprofiel', code)),
  },
  { ...onProfile, code: '434', check: lacks('leerjaarUitstroomprofiel') },
  { ...onProfile, code: '429', check: lacks('elementcode') },
  {
    ...onElementcode,
    code: '741',
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'elementcode',
        (code, { item }) => !ELEMENTCODE.test(code) || elementcodesOf(facts, item)?.length === 0,
      ),
  },
  { ...onElementcode, code: '438', check: isTooMuch('elementcode') },
  {
    ...onElementcode,
    code: '456',
    check: (facts) => valueHits(rows, facts, 'elementcode', (code) => code === PRAKTIJKONDERWIJS),
  },
  {
    ...onLeerjaar,
    code: '431',
    check: (facts) =>
      valueHits(rows, facts, 'leerjaarUitstroomprofiel', (leerjaar, { item }) => {
        const found = elementcodesOf(facts, item) ?? [];
        return found.length > 0 && !found.some(({ leerjaren }) => leerjaren.includes(leerjaar));
      }),
  },
  {
    ...onLeerjaar,
    code: '741',
    check: (facts) => valueHits(rows, facts, 'leerjaarUitstroomprofiel', (leerjaar) => !LEERJAAR.test(leerjaar)),
  },
  { ...onLeerjaar, code: '432', check: isTooMuch('leerjaarUitstroomprofiel') },
];
