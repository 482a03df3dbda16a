import { eindtoetsWpo } from '../gegevensset/inschrijvingWpo.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import { isTooOld, isTooOldVarend, isTooYoung, isTooYoungVarend } from './ages.ts';
import type { Controle } from './controle.ts';
import { isHigherAdvies } from './herzienAdvies.ts';
import { textOf, valueOn, voorkomensOf, type Facts } from './facts.ts';
import { validFrom } from './readings.ts';
import { end, start, value } from './inschrijvingChecks.ts';
import { sharedRows } from './sharedRows.ts';

const row = { gegevensgroep: 'inschrijvingWpo', ernst: 'A', section: '4.2.8.1' } as const;
const shared = sharedRows('WPO', row.section);
/** Ages: from the datum start onderwijsnummer on. */
const ageRow = { ...row, attribuut: 'datumInschrijving', period: validFrom('datumInschrijving') } as const;

const HIGHEST_LEERJAAR = '8';

/** Reading R7 (assumed): an advies that is sent again is judged on the day this value was first delivered. */
const adviceDate = ({ datumUitschrijving, register, deliveredOn }: Facts) =>
  datumUitschrijving ?? register?.adviesDeliveredOn ?? deliveredOn;

/** No value of the list has ended since the first delivery of a herzien advies, so that R7 does not matter here. */
const herzienDate = ({ datumUitschrijving, deliveredOn }: Facts) => datumUitschrijving ?? deliveredOn;

const left = (wrong: (facts: Facts) => boolean) =>
  end((date, facts) => valueOn(facts, 'leerjaarGroep', 'leerjaar', date) === HIGHEST_LEERJAAR && wrong(facts));
const hasNoAdvies = ({ inschrijving }: Facts) => textOf(inschrijving, 'adviesVo') === undefined;
/** Neither kind of eindtoets: the old group, and since the edition of 2015-11 the verplichte eindtoets. */
const hasNoEindtoets = (facts: Facts) =>
  voorkomensOf(facts, 'eindtoets').length === 0 && voorkomensOf(facts, 'verplichteEindtoets').length === 0;

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

/** Inschrijving WPO (PvE 4.2.8.1). 304 concerns bericht 4. */
export const inschrijvingWpoControles: Controle[] = [
  shared.startNotFarAhead,
  shared.startAfterBirth,
  { ...ageRow, code: '306', check: start(isTooYoung) },
  { ...ageRow, code: '307', check: start(isTooYoungVarend) },
  { ...ageRow, code: '308', check: start(isTooOld) },
  { ...ageRow, code: '309', check: start(isTooOldVarend) },
  shared.startWhileOpen,
  shared.notOvertaken,
  shared.notTwice,
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
  shared.endAfterStart,
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
  shared.endWhileOpen,
  shared.endNotFarAhead,
  {
    ...row,
    attribuut: 'adviesVo',
    code: '741',
    period: validFrom('datumUitschrijving'),
    check: (facts) => {
      const code = textOf(facts.inschrijving, 'adviesVo');
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
    check: value('herzienAdviesVo', (code, { inschrijving }) => {
      const advies = textOf(inschrijving, 'adviesVo');
      // A code outside the list has 741 and no level.
      const known = [code, advies].every((each) => each !== undefined && findWaarde('adviesVo', each));
      return advies !== undefined && known && !isHigherAdvies(code, advies);
    }),
  },
  { ...onHerzien, code: '463', check: value('herzienAdviesVo', (_, facts) => hasNoEindtoets(facts)) },
  { ...onHerzien, code: '475', check: value('herzienAdviesVo', (_, facts) => hasNoAdvies(facts)) },
  shared.nncaInList,
  {
    ...row,
    attribuut: 'aanduidingNnca',
    code: '317',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    check: value('aanduidingNnca', (code, { school }) => school.soort === 'TREKKEND' && code !== '0'),
  },
  shared.originalDeleted,
];
