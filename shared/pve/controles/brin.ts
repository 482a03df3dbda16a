import type { Voorkomen } from '../gegevensset/types.ts';
import { findWaarde } from '../waardelijsten/waardelijsten.ts';
import { textOf, type Facts } from './facts.ts';
import type { BrinFacts, Period, SchoolFacts } from './types.ts';

/** Form of a BRINnummer (PvE 2). */
const BRIN = /^\d{2}[A-Z]{2}$/;

/** Whether a date lies in a period: its first day does, its end does not. */
export const holdsOn = ({ from, to }: Period, date: string) =>
  (from === undefined || from <= date) && (to === undefined || date < to);

/** Whether a school or REC is in operation on a date: the opening day is, the closing day is not. */
export const isOpenOn = ({ opened, closed }: Pick<SchoolFacts, 'opened' | 'closed'>, date: string): boolean =>
  holdsOn({ ...(opened ? { from: opened } : {}), ...(closed ? { to: closed } : {}) }, date);

/** What BRIN has under a BRINnummer of this kind; undefined as well when BRIN is not at hand. */
export function findInstelling(facts: Facts, soort: BrinFacts['soort'], brinnummer: string): BrinFacts | undefined {
  const found = facts.brin?.find(brinnummer);
  return found?.soort === soort ? found : undefined;
}

/** 741: the BRINnummer is not of a school or REC of this kind, whatever the date. Without BRIN only its form is judged. */
export const isNoInstelling = (facts: Facts, soort: BrinFacts['soort'], brinnummer: string): boolean =>
  isNoneOf(facts, [soort], brinnummer);

/** The kinds of school that are no WEC-school: WPO, WVO and instellingen WEB. */
export const REGULAR_SCHOOLS: readonly BrinFacts['soort'][] = ['BAO', 'SBAO', 'TREKKEND', 'WVO', 'WEB'];
/** Every kind of school; a REC is none. */
export const SCHOOLS: readonly BrinFacts['soort'][] = [...REGULAR_SCHOOLS, 'WEC'];

/** 399, 447, 741: the BRINnummer is of none of these kinds, whatever the date. Without BRIN only its form is judged. */
export function isNoneOf(facts: Facts, kinds: readonly BrinFacts['soort'][], brinnummer: string): boolean {
  if (!BRIN.test(brinnummer)) return true;
  const found = facts.brin?.find(brinnummer);
  return facts.brin !== undefined && !(found && kinds.includes(found.soort));
}

/** The cluster of an onderwijssoort indicatie: its first digit (PvE 7.1.4). Undefined for one outside the list. */
export const clusterOf = (indicatie: string | undefined): string | undefined =>
  indicatie !== undefined && findWaarde('onderwijssoortIndicatie', indicatie) ? indicatie[0] : undefined;

/** The cluster of the instellingen for visually handicapped children (VGK). */
export const CLUSTER_VGK = '1';

/** Whether a WEC-school is a VGK-instelling on a date. */
export const isVgkOn = ({ vgk }: Pick<SchoolFacts, 'vgk'>, date: string): boolean =>
  vgk !== undefined && holdsOn(vgk, date);

/** 329: on this date some WEC-school of the REC of `school` may teach the cluster. Reading R33 (assumed): without a REC, the school itself. */
export const mayGuide = ({ brin }: Pick<Facts, 'brin'>, school: BrinFacts, cluster: string, date: string): boolean =>
  (school.rec === undefined ? [school] : (brin?.schoolsOf(school.rec) ?? []))
    .flatMap(({ toestemmingen = [] }) => toestemmingen)
    .some((toestemming) => toestemming.cluster === cluster && holdsOn(toestemming, date));

/**
 * Whether the pupil of a LGF-indicatie is guided by a VGK-instelling: some guiding school is one when it begins to guide. Without BRIN
 * nobody knows: a pupil of cluster 1 is taken for one (reading R32, assumed).
 */
export function isGuidedByVgk(facts: Facts, indicatie: Voorkomen): boolean {
  if (!facts.brin) return clusterOf(textOf(indicatie, 'onderwijssoortIndicatie')) === CLUSTER_VGK;
  const guidance = indicatie['ambulanteBegeleiding'];
  return (Array.isArray(guidance) ? guidance : []).some((item) => {
    const school = findInstelling(facts, 'WEC', textOf(item, 'brinnummer') ?? '');
    return school !== undefined && isVgkOn(school, textOf(item, 'begindatum') ?? '');
  });
}
