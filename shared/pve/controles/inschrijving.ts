import { addMonths, ageOn, formatDutchDate, isDate, schoolYear } from '../../domain/dates.ts';
import { eindtoetsWpo } from '../gegevensset/inschrijvingWpo.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle } from './controle.ts';
import { isHigherAdvies } from './herzienAdvies.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { isNew } from './person.ts';
import { isVarend, validFrom } from './readings.ts';

const row = { gegevensgroep: 'inschrijvingWpo', ernst: 'A', section: '4.2.8.1' } as const;
const onStart = { ...row, attribuut: 'datumInschrijving' } as const;
const onEnd = { ...row, attribuut: 'datumUitschrijving' } as const;
/** Ages: from the datum start onderwijsnummer on. */
const ageRow = { ...onStart, period: validFrom('datumInschrijving') } as const;

const MINIMUM_AGE = 4;
/** Three years and six months. */
const MINIMUM_MONTHS_VAREND = 42;
const TOO_OLD = 15;
const TOO_OLD_VAREND = 8;
const HIGHEST_LEERJAAR = '8';

/** A check on the datum inschrijving of an inschrijving WPO, when it exists. */
const start = (wrong: (date: string, facts: Facts) => boolean) => (facts: Facts) =>
  hitWhen(facts.wpo !== undefined && facts.datumInschrijving !== undefined && wrong(facts.datumInschrijving, facts));

const end = (wrong: (date: string, facts: Facts) => boolean) => (facts: Facts) =>
  hitWhen(facts.wpo !== undefined && facts.datumUitschrijving !== undefined && wrong(facts.datumUitschrijving, facts));

const value = (key: string, wrong: (value: string, facts: Facts) => boolean) => (facts: Facts) => {
  const text = textOf(facts.wpo, key);
  return hitWhen(text !== undefined && wrong(text, facts));
};

/** Age on 31 July of the school year of inschrijving. */
const ageAtYearEnd = (birthDate: string, date: string) => ageOn(birthDate, schoolYear(date).last);

/** The other inschrijvingen at this school that share a day with this one (311). */
function overlapping({ register, datumInschrijving, datumUitschrijving }: Facts): string[] {
  return (register?.others ?? []).flatMap((other) => {
    const first = other.datumInschrijving;
    if (!isDate(first) || datumInschrijving === undefined) return [];
    const last = isDate(other.datumUitschrijving) ? other.datumUitschrijving : undefined;
    const apart =
      (last !== undefined && last < datumInschrijving) ||
      (datumUitschrijving !== undefined && datumUitschrijving < first);
    return apart ? [] : [first];
  });
}

/** The leerjaar on a date. Reading R9 (assumed): voorkomens follow each other by date, not by their order in the message. */
function leerjaarOn(facts: Facts, date: string): string | undefined {
  const begun = voorkomensOf(facts, 'leerjaarGroep')
    .map(({ item }) => ({ from: textOf(item, 'begindatum') ?? '', leerjaar: textOf(item, 'leerjaar') }))
    .filter(({ from }) => isDate(from) && from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : (a.leerjaar ?? '') < (b.leerjaar ?? '') ? -1 : 1));
  return begun.at(-1)?.leerjaar;
}

/** Reading R7 (assumed): an advies that is sent again is judged on the day this value was first delivered. */
const adviceDate = ({ datumUitschrijving, register, deliveredOn }: Facts) =>
  datumUitschrijving ?? register?.adviesDeliveredOn ?? deliveredOn;

/** No value of the list has ended since the first delivery of a herzien advies, so that R7 does not matter here. */
const herzienDate = ({ datumUitschrijving, deliveredOn }: Facts) => datumUitschrijving ?? deliveredOn;

const left = (wrong: (facts: Facts) => boolean) =>
  end((date, facts) => leerjaarOn(facts, date) === HIGHEST_LEERJAAR && wrong(facts));
const hasNoAdvies = ({ wpo }: Facts) => textOf(wpo, 'adviesVo') === undefined;
const hasNoEindtoets = (facts: Facts) => voorkomensOf(facts, 'eindtoets').length === 0;

/** Only of a basisschool an eindtoets is asked (316). */
const lacksEindtoets = (facts: Facts) => facts.school.soort === 'BAO' && hasNoEindtoets(facts);

const onAdvies = {
  ...row,
  attribuut: 'adviesVo',
  ernst: 'S',
  code: '316',
  period: validFrom('datumUitschrijving'),
} as const;
/** Rows that joined in the edition of November 2015. */
const onHerzien = { ...row, attribuut: 'herzienAdviesVo', edition: '2015-11' } as const;

/** Inschrijving WPO (PvE 4.2.8.1). 304 concerns bericht 4. The verplichte eindtoets of 2015-11 joins later. */
export const inschrijvingControles: Controle[] = [
  { ...onStart, code: '332', check: start((date, { yearAhead }) => date > yearAhead) },
  {
    ...onStart,
    code: '305',
    check: (facts) =>
      start((date, { birthDate }) => birthDate !== undefined && date <= birthDate)(facts).map((hit) => ({
        ...hit,
        params: { geboortedatum: facts.geboortedatum && formatDutchDate(facts.geboortedatum) },
      })),
  },
  {
    ...ageRow,
    code: '306',
    check: start(
      (date, { birthDate, school }) =>
        birthDate !== undefined && !isVarend(school) && ageOn(birthDate, date) < MINIMUM_AGE,
    ),
  },
  {
    ...ageRow,
    code: '307',
    check: start(
      (date, { birthDate, school }) =>
        birthDate !== undefined && isVarend(school) && date < addMonths(birthDate, MINIMUM_MONTHS_VAREND),
    ),
  },
  {
    ...ageRow,
    code: '308',
    check: start(
      (date, { birthDate, school }) =>
        birthDate !== undefined && !isVarend(school) && ageAtYearEnd(birthDate, date) >= TOO_OLD,
    ),
  },
  {
    ...ageRow,
    code: '309',
    check: start(
      (date, { birthDate, school }) =>
        birthDate !== undefined && isVarend(school) && ageAtYearEnd(birthDate, date) >= TOO_OLD_VAREND,
    ),
  },
  {
    ...onStart,
    code: '301',
    needs: 'school',
    period: validFrom('datumInschrijving'),
    check: start(
      (date, { school: { opened, closed } }) =>
        (opened !== undefined && date < opened) || (closed !== undefined && date >= closed),
    ),
  },
  {
    ...row,
    code: '312',
    needs: 'register',
    check: ({ wpo, register }) =>
      hitWhen(wpo !== undefined && register?.laterBericht !== undefined, { bericht: register?.laterBericht }),
  },
  {
    // Reading R22 (assumed): new inschrijvingen only, as written.
    ...onStart,
    code: '311',
    needs: 'register',
    check: (facts) => {
      const dates = facts.wpo && isNew(facts) ? overlapping(facts) : [];
      return hitWhen(dates.length > 0, { others: dates.map(formatDutchDate).join(', ') });
    },
  },
  {
    ...row,
    attribuut: 'voorschoolsProgramma',
    code: '741',
    period: validFrom('datumUitschrijving'),
    check: value('voorschoolsProgramma', (code) => !findWaarde('vve', code)),
  },
  {
    ...row,
    attribuut: 'voorschoolseMaanden',
    code: '313',
    check: value(
      'voorschoolseMaanden',
      (months) => !/^\d{1,2}$/.test(months) || Number(months) < 1 || Number(months) > 24,
    ),
  },
  {
    ...onEnd,
    code: '314',
    check: end((date, { datumInschrijving }) => datumInschrijving !== undefined && date < datumInschrijving),
  },
  { ...onAdvies, edition: '2014-12', check: left(hasNoAdvies) },
  {
    // Reading R26 (assumed): one signal, also when both are missing; either kind of eindtoets will do.
    ...onAdvies,
    edition: '2015-11',
    check: (facts) => {
      const also = lacksEindtoets(facts) ? eindtoetsWpo.name : undefined;
      return left((known) => hasNoAdvies(known) || lacksEindtoets(known))(facts).map((hit) =>
        hasNoAdvies(facts)
          ? { ...hit, params: { also } }
          : { ...hit, place: { gegevensgroep: eindtoetsWpo.key }, params: { attribuut: also } },
      );
    },
  },
  {
    ...onEnd,
    code: '301',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    check: end((date, { school }) => school.closed !== undefined && date > school.closed),
  },
  { ...onEnd, ernst: 'S', code: '331', check: end((date, { yearAhead }) => date > yearAhead) },
  {
    ...row,
    attribuut: 'adviesVo',
    code: '741',
    period: validFrom('datumUitschrijving'),
    check: (facts) => {
      const code = textOf(facts.wpo, 'adviesVo');
      if (code === undefined || isValidOn('adviesVo', code, adviceDate(facts))) return [];
      // Only BRON knows when a value was first delivered (R7): of a code that has been valid, a LAS warns.
      const unsure =
        !facts.register && facts.datumUitschrijving === undefined && findWaarde('adviesVo', code) !== undefined;
      return [unsure ? { ernst: 'S' } : {}];
    },
  },
  {
    ...onHerzien,
    code: '741',
    period: validFrom('datumUitschrijving'),
    check: value('herzienAdviesVo', (code, facts) => !isValidOn('adviesVo', code, herzienDate(facts))),
  },
  {
    ...onHerzien,
    code: '462',
    check: value('herzienAdviesVo', (code, { wpo }) => {
      const advies = textOf(wpo, 'adviesVo');
      // A code outside the list has 741 and no level.
      const known = [code, advies].every((each) => each !== undefined && findWaarde('adviesVo', each));
      return advies !== undefined && known && !isHigherAdvies(code, advies);
    }),
  },
  { ...onHerzien, code: '463', check: value('herzienAdviesVo', (_, facts) => hasNoEindtoets(facts)) },
  { ...onHerzien, code: '475', check: value('herzienAdviesVo', (_, facts) => hasNoAdvies(facts)) },
  {
    ...row,
    attribuut: 'aanduidingNnca',
    code: '741',
    period: validFrom('datumUitschrijving'),
    check: value('aanduidingNnca', (code) => !findWaarde('nnca', code)),
  },
  {
    ...row,
    attribuut: 'aanduidingNnca',
    code: '317',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    check: value('aanduidingNnca', (code, { school }) => school.soort === 'TREKKEND' && code !== '0'),
  },
  {
    ...row,
    attribuut: 'datumOorspronkelijkeInschrijving',
    ernst: 'S',
    code: '400',
    needs: 'register',
    check: value(
      'datumOorspronkelijkeInschrijving',
      (date, { register }) => register?.deleted.includes(date) === false,
    ),
  },
];
