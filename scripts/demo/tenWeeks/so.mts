import { emptyInschrijving, type GegevensWec } from '../../../shared/api/inschrijving.ts';
import { citizen, correctionOf, demoSchool, drawPupils } from '../data.mts';
import type { Pupil } from '../population.mts';
import type { Mistake } from '../recipes.mts';
import { nncaCorrections, spread, type PathSchool } from './pathSchool.mts';

const REC = '98RC';
/** Where the pupils are enrolled who are only guided. */
const GUIDED_AT = '98AA';
const PUPILS = 120;
const GUIDED_PUPILS = 12;
/** Nobody was enrolled before. */
const FIRST_DAY = '2008-08-01';
const SOORT = '33';

const school: PathSchool['school'] = {
  ...demoSchool,
  brinnummer: '98AE',
  naam: 'School voor speciaal onderwijs De Oefenhof',
  soort: 'SO',
  cluster: '3',
  vestigingen: [{ volgnummer: '00', naam: 'Oefenhof' }],
};

/** The leerjaren from a day on. */
function leerjarenFrom(
  { inschrijving: { leerjaarGroep }, leerjaar }: Pupil,
  start: string,
): GegevensWec['leerjaarGroep'] {
  const before = leerjaarGroep.findLast(({ begindatum = '' }) => begindatum <= start);
  const later = leerjaarGroep.filter(({ begindatum = '' }) => begindatum > start);
  return [{ ...before, begindatum: start }, ...later].map(({ begindatum, leerjaar: number = String(leerjaar) }) => ({
    begindatum,
    leerjaar: number,
    groep: `groep ${number}`,
  }));
}

/** The inschrijving of a pupil who is taught here, or only guided at another school. */
function inschrijvingOf(pupil: Pupil, index: number, guided: boolean): GegevensWec {
  const { datumInschrijving } = pupil.inschrijving;
  const begindatum = datumInschrijving > FIRST_DAY ? datumInschrijving : FIRST_DAY;
  const indicatie = {
    begindatum,
    onderwijssoortIndicatie: SOORT,
    brinnummerRec: REC,
    cviNummer: `3-01-2008-${String(index + 1).padStart(4, '0')}`,
  };
  return {
    ...emptyInschrijving('WEC'),
    datumInschrijving: begindatum,
    aanduidingNnca: guided ? '0' : (pupil.inschrijving.aanduidingNnca ?? '1'),
    vestiging: [{ begindatum, vestigingsvolgnummer: '00' }],
    indicatieBekostiging: [{ begindatum, indicatieBekostiging: 'true' }],
    soortOnderwijs: [{ begindatum, soortOnderwijs: guided ? '00' : SOORT }],
    leerjaarGroep: guided ? [{ begindatum, groep: '0', leerjaar: '0' }] : leerjarenFrom(pupil, begindatum),
    schoolsoort: [{ begindatum, schoolsoort: guided ? '0' : '1' }],
    soortVerblijf: [{ begindatum, soortVerblijf: '0' }],
    indicatiestelling: [{ ...indicatie, ambulanteBegeleiding: guided ? [{ begindatum, brinnummer: GUIDED_AT }] : [] }],
  };
}

const isOfPerson = ({ wrong }: Mistake) => wrong.inschrijving === undefined;

/** A WEC school of cluster 3 for SO, which also guides pupils at other schools. The same in every run. */
export function drawSo(): PathSchool {
  const { population: everybody, mistakes: drawn } = drawPupils();
  const mistakeOf = (pupil: Pupil) => drawn.find((mistake) => mistake.pupil === pupil);
  const withMistake = drawn.filter(isOfPerson);
  const sound = everybody.filter((pupil) => !mistakeOf(pupil));
  const chosen = new Set([...withMistake.map(({ pupil }) => pupil), ...spread(sound, PUPILS - withMistake.length)]);
  const population = everybody.filter((pupil) => chosen.has(pupil));
  const guided = spread(
    population.filter((pupil) => !mistakeOf(pupil)),
    GUIDED_PUPILS,
  );
  const leaver = population.find((pupil) => !mistakeOf(pupil) && !guided.includes(pupil));
  return {
    school,
    pupils: population.map((pupil, index) => ({
      persoon: { ...pupil.persoon, ...mistakeOf(pupil)?.wrong.persoon },
      inschrijving: inschrijvingOf(pupil, index, guided.includes(pupil)),
    })),
    corrections: withMistake.map(correctionOf).map((correction) => ({ ...correction, inschrijving: {} })),
    lateCorrections: nncaCorrections(
      population.filter((pupil) => !guided.includes(pupil)),
      'WEC',
    ),
    citizens: population.map((pupil) => citizen(pupil, mistakeOf(pupil), false)),
    cfi: [],
    leaver: leaver?.persoon.leerlingnummer ?? '',
  };
}
