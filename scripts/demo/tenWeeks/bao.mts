import type { GegevensWpo } from '../../../shared/api/inschrijving.ts';
import { asTyped, citizen, correctionOf, demoSchool, drawPupils } from '../data.mts';
import type { Pupil } from '../population.mts';
import type { Mistake } from '../recipes.mts';
import { lateCorrection, nncaCorrections, spread, type PathSchool } from './pathSchool.mts';

/** WEC school that guides the pupils, and the REC that gave out the indicaties. */
const GUIDED_BY = '98AE';
const REC = '98RC';
const GUIDED_PUPILS = 8;
const SINCE = '2009-08-01';
const GUIDED_SINCE = '2009-09-01';

/** The first number is the cluster, then the year (PvE 4.1.3). */
const cviNummer = (index: number) => `3-01-2009-${String(index + 1).padStart(4, '0')}`;
/** Two digits of the first one the wrong way round. */
const WRONG_CVI = '3-01-2009-0010';

const guidance = (number: string): GegevensWpo['lgfIndicatie'] => [
  {
    begindatum: SINCE,
    onderwijssoortIndicatie: '31',
    brinnummerRec: REC,
    cviNummer: number,
    ambulanteBegeleiding: [{ begindatum: GUIDED_SINCE, brinnummer: GUIDED_BY }],
  },
];

/** Only another administration of the school could make BRON see the first (PvE 4.2.8, 311); the second stays odd at BRON (308). */
const isOfPath = ({ codes }: Mistake) => !codes.some((code) => code === '311' || code === '308');

/** The BAO of the demo with ambulant begeleide pupils. The same in every run. */
export function drawBao(): PathSchool {
  const { population: everybody, mistakes: drawn } = drawPupils();
  const odd = drawn.find(({ codes }) => codes.includes('308'))?.pupil;
  const population = everybody.filter((pupil) => pupil !== odd);
  const mistakes = drawn.filter(isOfPath);
  const mistakeOf = (pupil: Pupil) => mistakes.find((mistake) => mistake.pupil === pupil);
  const sound = population.filter((pupil) => !mistakeOf(pupil) && pupil.inschrijving.datumInschrijving <= SINCE);
  const eligible = sound.filter(({ leerjaar }) => leerjaar >= 3);
  const guided = spread(eligible, GUIDED_PUPILS);
  const leaver = sound.find((pupil) => !guided.includes(pupil));
  guided.forEach(({ inschrijving }, index) => {
    inschrijving.lgfIndicatie = guidance(cviNummer(index));
  });
  const [mistyped] = guided;
  return {
    school: demoSchool,
    pupils: population.map((pupil) => {
      const { persoon, inschrijving } = asTyped(pupil, mistakeOf(pupil));
      return {
        persoon,
        inschrijving: pupil === mistyped ? { ...inschrijving, lgfIndicatie: guidance(WRONG_CVI) } : inschrijving,
      };
    }),
    corrections: mistakes.map(correctionOf),
    lateCorrections: [
      ...(mistyped ? [lateCorrection(mistyped, { lgfIndicatie: guidance(cviNummer(0)) })] : []),
      ...nncaCorrections(population, 'BAO'),
    ],
    citizens: population.map((pupil) => citizen(pupil, mistakeOf(pupil), false)),
    cfi: guided.map(({ persoon, inschrijving: { datumInschrijving } }, index) => ({
      pgn: persoon.burgerservicenummer ?? '',
      geboortedatum: persoon.geboortedatum,
      onderwijssoort: '31',
      datumIndicatiestelling: SINCE,
      cviNummer: cviNummer(index),
      brinnummerRec: REC,
      brinnummerWec: GUIDED_BY,
      start: GUIDED_SINCE,
      datumInschrijving,
    })),
    leaver: leaver?.persoon.leerlingnummer ?? '',
  };
}
