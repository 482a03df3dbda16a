import type { GegevensWec, InschrijvingGegevens } from '../../api/inschrijving.ts';
import { START_BELEIDSINFORMATIE, START_PASSEND_ONDERWIJS } from '../../pve/controles/readings.ts';
import { isZero, NO_STAY } from '../../pve/controles/wec/situation.ts';
import type { FormFacts } from './facts.ts';

/** Where a pupil of a WEC-school is: in its classes, or at another school where it guides or arranges (PvE 4.1.4). */
export const situations = [
  {
    code: 'school',
    label: 'Onderwijs op onze school',
    text: 'De leerling zit bij u in de klas, ook als hij in een residentiële instelling of op een crisisplaats verblijft.',
  },
  {
    code: 'ambulant',
    label: 'Ambulante begeleiding op een andere school',
    text: 'De leerling zit op een andere school en wordt daar door uw school begeleid. Kan tot 1 augustus 2014.',
  },
  {
    code: 'arrangement',
    label: 'Arrangement op een andere school',
    text: 'De leerling zit op een andere school en krijgt daar een onderwijsarrangement van uw instelling. Kan vanaf 1 augustus 2015.',
  },
] as const;
export type Situation = (typeof situations)[number]['code'];

/** The situation that an inschrijving tells of; every pupil of a WPO-school is at that school. */
export function situationOf(gegevens: InschrijvingGegevens): Situation {
  if (gegevens.kind === 'WPO') return 'school';
  if (gegevens.arrangement.length > 0) return 'arrangement';
  return gegevens.indicatiestelling.some(({ ambulanteBegeleiding }) => ambulanteBegeleiding.length > 0)
    ? 'ambulant'
    : 'school';
}

/** Whether the school may deliver an arrangement: cluster 1 or 2, one for pupils with epilepsy, or not known (PvE 4.2.9.12: 446). */
const givesArrangements = ({ school: { cluster, epilepsy } }: FormFacts): boolean =>
  epilepsy === true || cluster === undefined || cluster === '1' || cluster === '2';

/** Which situations an inschrijving can be in: those of its day and school, and the one it is in. */
export function situationsFor(facts: FormFacts): Situation[] {
  const { gegevens, begins, edition } = facts;
  if (gegevens.kind === 'WPO') return ['school'];
  const now = situationOf(gegevens);
  const fits: Record<Situation, boolean> = {
    school: true,
    ambulant: begins < START_PASSEND_ONDERWIJS,
    arrangement: edition === '2015-11' && begins >= START_BELEIDSINFORMATIE && givesArrangements(facts),
  };
  return situations.map(({ code }) => code).filter((code) => fits[code] || code === now);
}

/** The groups that say 0 of a pupil who is at another school, and what they say (PvE 4.2.9.9: 343, 4.2.9.12: 443). */
const zeros = {
  soortOnderwijs: { soortOnderwijs: '00' },
  leerjaarGroep: { leerjaar: '0', groep: '0' },
  schoolsoort: { schoolsoort: '0' },
  soortVerblijf: { soortVerblijf: NO_STAY },
} as const;
type ZeroGroup = keyof typeof zeros;

/** Whether a group says 0 in a situation: then a form need not show it. */
export const isZeroGroup = (group: string, situation: Situation): group is ZeroGroup =>
  situation !== 'school' && group in zeros;

/** Whether everything that is filled in of a group is 0. */
const isAllZero = (list: readonly object[]): boolean =>
  list.every((voorkomen) =>
    Object.entries(voorkomen).every(([key, text]) => key === 'begindatum' || !text || isZero(String(text))),
  );

/** Whether a group holds nothing but the zeros of a pupil who is at another school. */
export const saysOnlyZero = (gegevens: InschrijvingGegevens, group: string): boolean =>
  gegevens.kind === 'WEC' &&
  isZeroGroup(group, situationOf(gegevens)) &&
  isAllZero(gegevens[group]) &&
  gegevens[group].length > 0;

/** The inschrijving without what tells of a situation: a form fills the rest in anew. */
function cleared(gegevens: GegevensWec): GegevensWec {
  const { aanduidingNnca, ...kept } = gegevens;
  const without = (group: ZeroGroup) => (isAllZero(gegevens[group]) ? [] : gegevens[group]);
  return {
    ...kept,
    ...(isZero(aanduidingNnca) ? {} : { aanduidingNnca }),
    soortOnderwijs: without('soortOnderwijs'),
    leerjaarGroep: without('leerjaarGroep'),
    schoolsoort: without('schoolsoort'),
    soortVerblijf: without('soortVerblijf'),
    indicatiestelling: gegevens.indicatiestelling.map((item) => ({ ...item, ambulanteBegeleiding: [] })),
    arrangement: [],
  };
}

/**
 * The inschrijving as one of a pupil in another situation. Of one at another school the groups that cannot be there go, what must be 0
 * becomes 0, and the group that tells of it begins with the inschrijving; of one at the own school the zeros go.
 */
export function withSituation(gegevens: GegevensWec, situation: Situation): GegevensWec {
  const base = cleared(gegevens);
  if (situation === 'school') return base;
  const { datumInschrijving } = gegevens;
  const begin = datumInschrijving ? { begindatum: datumInschrijving } : {};
  const zero = {
    ...base,
    aanduidingNnca: '0',
    leerjaarGroep: [{ ...begin, ...zeros.leerjaarGroep }],
    schoolsoort: [{ ...begin, ...zeros.schoolsoort }],
    soortVerblijf: [{ ...begin, ...zeros.soortVerblijf }],
    toelaatbaarheidsverklaring: [],
    uitstroomprofiel: [],
  };
  if (situation === 'arrangement')
    return { ...zero, soortOnderwijs: [], indicatiestelling: [], arrangement: [{ ...begin }] };
  const [first, ...rest] = base.indicatiestelling;
  return {
    ...zero,
    soortOnderwijs: [{ ...begin, ...zeros.soortOnderwijs }],
    indicatiestelling: [{ ...first, ambulanteBegeleiding: [{ ...begin }] }, ...rest],
  };
}

/** The begeleiding that began with the inschrijving (or has no date yet) begins on its new date (PvE 4.2.9.9: 303). */
export const guidedFrom = <G extends InschrijvingGegevens>(gegevens: G, before: string | undefined, date: string): G =>
  gegevens.kind === 'WPO'
    ? gegevens
    : {
        ...gegevens,
        indicatiestelling: gegevens.indicatiestelling.map((item) => ({
          ...item,
          ambulanteBegeleiding: item.ambulanteBegeleiding.map((guidance, index) =>
            index === 0 && (!guidance.begindatum || guidance.begindatum === before)
              ? { ...guidance, begindatum: date }
              : guidance,
          ),
        })),
      };
