import { isNoneOf, REGULAR_SCHOOLS } from '../brin.ts';
import { DEAF, isTooOldSo, isTooOldWec, isYoungerThanWec } from '../ages.ts';
import type { Controle } from '../controle.ts';
import { START_BELEIDSINFORMATIE, START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';
import { start, value } from '../inschrijvingChecks.ts';
import { sharedRows } from '../sharedRows.ts';
import { isAmbulant, isZero, soortOnderwijsOn } from './situation.ts';

const row = { gegevensgroep: 'inschrijvingWec', ernst: 'A', section: '4.2.9.1' } as const;
const shared = sharedRows('WEC', row.section);
const ageRow = { ...row, attribuut: 'datumInschrijving', period: validFrom('datumInschrijving') } as const;
const onBrin = { ...row, attribuut: 'brinnummerTeruggeplaatst' } as const;

/** Inschrijving WEC (PvE 4.2.9.1). 304 concerns bericht 4. */
export const inschrijvingWecControles: Controle[] = [
  shared.startNotFarAhead,
  shared.startAfterBirth,
  { ...ageRow, code: '334', ernst: 'S', check: start(isTooOldWec) },
  { ...ageRow, code: '308', check: start(isTooOldSo) },
  shared.startWhileOpen,
  {
    ...ageRow,
    code: '333',
    ernst: 'S',
    // No ages for a pupil who is ambulant begeleid, as row 334 says in general (reading R45, assumed).
    check: start(
      (date, facts) =>
        date >= START_PASSEND_ONDERWIJS &&
        facts.birthDate !== undefined &&
        !isAmbulant(facts) &&
        isYoungerThanWec(facts.birthDate, date, soortOnderwijsOn(facts, date), DEAF),
    ),
  },
  shared.notOvertaken,
  shared.notTwice,
  shared.endAfterStart,
  shared.endWhileOpen,
  shared.endNotFarAhead,
  {
    ...onBrin,
    code: '410',
    check: value(
      'brinnummerTeruggeplaatst',
      (_, { datumUitschrijving }) => datumUitschrijving !== undefined && datumUitschrijving >= START_PASSEND_ONDERWIJS,
    ),
  },
  {
    ...onBrin,
    code: '399',
    period: validFrom('datumUitschrijving'),
    check: value('brinnummerTeruggeplaatst', (brinnummer, facts) => isNoneOf(facts, REGULAR_SCHOOLS, brinnummer)),
  },
  {
    ...onBrin,
    code: '340',
    check: value('brinnummerTeruggeplaatst', (_, { datumUitschrijving }) => datumUitschrijving === undefined),
  },
  shared.nncaInList,
  {
    ...row,
    attribuut: 'aanduidingNnca',
    code: '338',
    edition: '2015-11',
    check: value(
      'aanduidingNnca',
      (code, { datumInschrijving }) =>
        isZero(code) &&
        datumInschrijving !== undefined &&
        datumInschrijving >= START_PASSEND_ONDERWIJS &&
        datumInschrijving < START_BELEIDSINFORMATIE,
    ),
  },
  shared.originalDeleted,
];
