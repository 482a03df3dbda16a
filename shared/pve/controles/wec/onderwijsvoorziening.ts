import { isDate } from '../../../domain/dates.ts';
import { clusterOf, CLUSTER_VGK, findInstelling, holdsOn, mayGuide } from '../brin.ts';
import type { Controle, Hit } from '../controle.ts';
import { inForceOn, textOf, voorkomensOf, type Facts } from '../facts.ts';
import { AANVULLEND, START_PASSEND_ONDERWIJS } from '../readings.ts';
import type { VestigingToestemming } from '../types.ts';
import { findVestiging } from '../vestiging.ts';
import { isResidential, isVgk, isZero, NO_STAY } from './situation.ts';

/*
 * The consistentiecontrole onderwijsvoorziening, to which vestiging, soort onderwijs, schoolsoort, soort verblijf, indicatiestelling and
 * ambulante begeleiding each refer: done once, on every day on which one of them begins, and with at most one signal per gegeven
 * (reading R40, assumed).
 */

const row = { ernst: 'S', section: AANVULLEND, needs: 'school', once: 'gegeven' } as const;
const onSoort = { ...row, gegevensgroep: 'soortOnderwijs', attribuut: 'soortOnderwijs' } as const;

/** What holds of a pupil on one day. */
interface Situation {
  date: string;
  soortOnderwijs?: Hit['at'];
  soort?: string | undefined;
  indicatie?: Hit['at'];
  schoolsoort?: string | undefined;
  verblijf?: string | undefined;
  vestiging?: Hit['at'];
}

const KEYS = {
  vestiging: 'vestigingsvolgnummer',
  soortOnderwijs: 'soortOnderwijs',
  schoolsoort: 'schoolsoort',
  soortVerblijf: 'soortVerblijf',
  indicatiestelling: 'onderwijssoortIndicatie',
} as const;

/** Several controles judge the same situations. */
const known = new WeakMap<Facts, readonly Situation[]>();

function situations(facts: Facts): readonly Situation[] {
  const found = known.get(facts) ?? workOutSituations(facts);
  known.set(facts, found);
  return found;
}

function workOutSituations(facts: Facts): Situation[] {
  const starts = Object.keys(KEYS).flatMap((group) =>
    voorkomensOf(facts, group).map(({ item }) => textOf(item, 'begindatum')),
  );
  return [...new Set(starts)]
    .filter((date) => isDate(date))
    .sort()
    .map((date) => {
      const at = (group: keyof typeof KEYS) => inForceOn(facts, group, KEYS[group], date);
      const value = (group: keyof typeof KEYS) => textOf(at(group)?.item, KEYS[group]);
      const soortOnderwijs = at('soortOnderwijs');
      return {
        date,
        soortOnderwijs,
        soort: textOf(soortOnderwijs?.item, KEYS.soortOnderwijs),
        indicatie: at('indicatiestelling'),
        schoolsoort: value('schoolsoort'),
        verblijf: value('soortVerblijf'),
        vestiging: at('vestiging'),
      };
    });
}

const isPlaced = ({ schoolsoort }: Situation) => schoolsoort !== undefined && !isZero(schoolsoort);
const isRegular = (each: Situation) => isPlaced(each) && each.verblijf === NO_STAY;
const isResident = (each: Situation) => isPlaced(each) && isResidential(each.verblijf);

/** Whether the vestiging lacks a permission such as this for the schoolsoort; not when BRIN does not tell its permissions. */
function lacksPermission(
  { school }: Facts,
  { date, vestiging, schoolsoort }: Situation,
  fits: (toestemming: VestigingToestemming) => boolean,
): boolean {
  const { toestemmingen } = findVestiging(school, textOf(vestiging?.item, 'vestigingsvolgnummer')) ?? {};
  return (
    toestemmingen !== undefined &&
    !toestemmingen.some(
      (each) =>
        fits(each) && schoolsoort !== undefined && each.schoolsoorten.includes(schoolsoort) && holdsOn(each, date),
    )
  );
}

const volgnummer = ({ vestiging }: Situation) => textOf(vestiging?.item, 'vestigingsvolgnummer');

/** 337: a soort onderwijs that is delivered, at a vestiging that may not give it on such a place. */
const soortControle = (concerns: (each: Situation) => boolean, residential: boolean): Controle => ({
  ...onSoort,
  code: '337',
  check: (facts) =>
    situations(facts).flatMap((each) => {
      const { soort, soortOnderwijs } = each;
      if (!soortOnderwijs || soort === undefined || isZero(soort) || !concerns(each)) return [];
      const wrong = lacksPermission(
        facts,
        each,
        ({ soortOnderwijs: given, residentieel = false }) => given === soort && residentieel === residential,
      );
      return wrong ? [{ at: soortOnderwijs, params: { vestiging: volgnummer(each) } }] : [];
    }),
});

/** 418, 427: no soort onderwijs is delivered, and the vestiging may not give any on such a place. */
const anySoort = (facts: Facts, concerns: (each: Situation) => boolean, residential: boolean) =>
  voorkomensOf(facts, 'soortOnderwijs').length > 0
    ? []
    : situations(facts).filter(
        (each) =>
          concerns(each) &&
          lacksPermission(
            facts,
            each,
            ({ soortOnderwijs, residentieel = false }) => !isZero(soortOnderwijs) && residentieel === residential,
          ),
      );

/** Indicaties that belong to a soort onderwijs; of any other the indicatie with the same code (345). */
const INDICATIES: Record<string, readonly string[]> = {
  '33': ['33', '35'],
  '41': ['40', '44'],
  '42': ['40', '44'],
  '43': ['40', '44'],
};

/** Whether a soort onderwijs belongs to the onderwijssoort of an indicatie (345). */
export const fitsIndicatie = (soort: string, indicatie: string): boolean =>
  (INDICATIES[soort] ?? [soort]).includes(indicatie);

const isBefore = (date: string | undefined) => date !== undefined && date < START_PASSEND_ONDERWIJS;

/** The consistentiecontrole onderwijsvoorziening (PvE 4.2.11; 4.2.9.12 in the edition of 2014-12). */
export const onderwijsvoorzieningControles: Controle[] = [
  soortControle(isRegular, false),
  soortControle(isResident, true),
  {
    ...row,
    gegevensgroep: 'vestiging',
    attribuut: 'vestigingsvolgnummer',
    code: '427',
    check: (facts) =>
      anySoort(facts, isRegular, false).flatMap(({ vestiging }) => (vestiging ? [{ at: vestiging }] : [])),
  },
  {
    ...row,
    gegevensgroep: 'soortVerblijf',
    attribuut: 'soortVerblijf',
    code: '418',
    check: (facts) =>
      anySoort(facts, isResident, true).flatMap((each) => {
        const at = inForceOn(facts, 'soortVerblijf', KEYS.soortVerblijf, each.date);
        return at ? [{ at, params: { vestiging: volgnummer(each) } }] : [];
      }),
  },
  {
    ...onSoort,
    code: '345',
    check: (facts) =>
      isVgk(facts) || !isBefore(facts.datumInschrijving)
        ? []
        : situations(facts).flatMap(({ soortOnderwijs, soort, indicatie, verblijf }) => {
            const code = textOf(indicatie?.item, 'onderwijssoortIndicatie');
            if (!soortOnderwijs || soort === undefined || isZero(soort) || verblijf !== NO_STAY) return [];
            if (code === undefined || fitsIndicatie(soort, code)) return [];
            const dates = [soortOnderwijs, indicatie].map((at) => textOf(at?.item, 'begindatum'));
            return dates.every(isBefore) ? [{ at: soortOnderwijs, params: { indicatie: code } }] : [];
          }),
  },
  {
    ...row,
    gegevensgroep: 'indicatiestelling',
    attribuut: 'onderwijssoortIndicatie',
    code: '337',
    check: (facts) => {
      const school = findInstelling(facts, 'WEC', facts.school.brinnummer);
      if (!school || !isBefore(facts.datumInschrijving)) return [];
      const parents = voorkomensOf(facts, 'indicatiestelling');
      return voorkomensOf(facts, 'ambulanteBegeleiding').flatMap(({ item, parent }) => {
        const at = parents.find(({ voorkomen }) => voorkomen === parent);
        const cluster = clusterOf(textOf(at?.item, 'onderwijssoortIndicatie'));
        const date = textOf(item, 'begindatum');
        if (!at || !isDate(date) || cluster === undefined || cluster === CLUSTER_VGK) return [];
        const soort = inForceOn(facts, 'soortOnderwijs', KEYS.soortOnderwijs, date);
        const dates = [at, soort].flatMap((each) => (each ? [textOf(each.item, 'begindatum')] : []));
        return dates.every(isBefore) && !mayGuide(facts, school, cluster, date) ? [{ at }] : [];
      });
    },
  },
];
