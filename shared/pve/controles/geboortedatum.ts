import {
  isTooOld,
  isTooOldSo,
  isTooOldVarend,
  isTooOldWec,
  isTooYoung,
  isTooYoungVarend,
  isYoungerThanWec,
} from './ages.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../berichten/kinds.ts';
import { rowsOf, type Controle } from './controle.ts';
import { valueHits } from './generic.ts';
import { judgeControles } from './judge.ts';
import { AANVULLEND, validFrom } from './readings.ts';
import { start, withBirthDate } from './inschrijvingChecks.ts';
import type { ControleContext, Finding } from './types.ts';
import { isAmbulant } from './wec/situation.ts';

const ageRow = { ernst: 'S', section: AANVULLEND, code: '351', period: validFrom('datumInschrijving') } as const;

const onStart = (kind: InschrijvingKind) => ({
  ...ageRow,
  gegevensgroep: inschrijvingKinds[kind].key,
  attribuut: 'datumInschrijving',
});

/** 350: the datum inschrijving no longer lies after the geboortedatum. */
const afterBirth = (kind: InschrijvingKind): Controle => ({
  ernst: 'S',
  section: AANVULLEND,
  code: '350',
  gegevensgroep: inschrijvingKinds[kind].key,
  attribuut: 'datumInschrijving',
  check: (facts) =>
    withBirthDate(facts, start((date, { birthDate }) => birthDate !== undefined && date <= birthDate)(facts)),
});

const wpo = onStart('WPO');
const wec = onStart('WEC');
const indicaties = { gegevensgroep: 'indicatiestelling', section: AANVULLEND };

/** Onderwijssoort indicatie with which a pupil may be 3 years old here: fewer than in row 333, as written. */
const FROM_3 = ['21', '22'];

/**
 * The rows on a geboortedatum that has changed, by the BRP or by the school (PvE 4.2.11; 4.2.9.12 in the edition of 2014-12). They judge
 * (`judgeControles`) an inschrijving as registered, with the persoonsgegevens after the change.
 */
export const geboortedatumControles: readonly Controle[] = [
  ...rowsOf('WPO', [
    afterBirth('WPO'),
    { ...wpo, check: start(isTooYoung) },
    { ...wpo, check: start(isTooYoungVarend) },
    { ...wpo, check: start(isTooOld) },
    { ...wpo, check: start(isTooOldVarend) },
  ]),
  ...rowsOf('WEC', [
    afterBirth('WEC'),
    { ...wec, check: start(isTooOldWec) },
    { ...wec, check: start(isTooOldSo) },
    {
      ...ageRow,
      ...indicaties,
      attribuut: 'onderwijssoortIndicatie',
      check: (facts) => {
        const { birthDate, datumInschrijving: date } = facts;
        if (birthDate === undefined || date === undefined || isAmbulant(facts)) return [];
        return valueHits(indicaties, facts, 'onderwijssoortIndicatie', (code) =>
          isYoungerThanWec(birthDate, date, code, FROM_3),
        );
      },
    },
  ]),
];

/**
 * Judges a registered inschrijving by a geboortedatum that has changed, by the BRP or by the school (bericht 2). `content` holds the
 * inschrijving and the persoonsgegevens after the change.
 */
export const judgeGeboortedatum = (context: ControleContext): Finding[] =>
  judgeControles(context, geboortedatumControles).map(({ finding }) => finding);
