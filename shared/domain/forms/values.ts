import type { School } from '../../api/session.ts';
import type { Gegevensgroep, Voorkomen } from '../../pve/gegevensset/types.ts';
import { NO_STAY, isZero } from '../../pve/controles/wec/situation.ts';
import { START_PASSEND_ONDERWIJS } from '../../pve/controles/readings.ts';
import { VISUEEL } from '../../pve/controles/lgf.ts';
import type { FormFacts } from './facts.ts';
import { needOf } from './needs.ts';
import { situationOf } from './situation.ts';

const NOT_APPLICABLE = '0';
/** Onderwijssoort indicatie of a pupil who is guided by a VGK-instelling (PvE 4.2.9.8: 402, 403). */
const GUIDED_BY_VGK = ['13', '14'];

type Offers = (code: string, facts: FormFacts) => boolean;

const isTrekkend = ({ school }: FormFacts) => school.soort === 'TREKKEND';
const isElsewhere = ({ gegevens }: FormFacts) => situationOf(gegevens) !== 'school';

/** 0 is offered where it is the only right value, and nowhere else. */
const zeroWhen =
  (zero: (facts: FormFacts) => boolean): Offers =>
  (code, facts) =>
    isZero(code) === zero(facts);

function indicatie(code: string, { gegevens, school }: FormFacts): boolean {
  if (gegevens.kind === 'WPO') return code !== VISUEEL;
  if (school.vgk === undefined) return true;
  return situationOf(gegevens) === 'ambulant' ? code !== VISUEEL : !GUIDED_BY_VGK.includes(code);
}

/** To who does not know the school every schoolsoort but 0 is right. */
const fitsSchool = (code: string, { schoolsoorten }: FormFacts) =>
  schoolsoorten.length === 0 ? !isZero(code) : schoolsoorten.includes(code);

const offers: Readonly<Record<string, Offers>> = {
  aanduidingNnca: zeroWhen((facts) => isTrekkend(facts) || isElsewhere(facts)),
  soortOnderwijs: zeroWhen(isElsewhere),
  schoolsoort: (code, facts) => (isElsewhere(facts) ? isZero(code) : fitsSchool(code, facts)),
  soortVerblijf: (code, facts) => !isElsewhere(facts) || code === NO_STAY,
  onderwijssoortIndicatie: indicatie,
};

/** Whether a form offers a value of a waardelijst for a gegeven; what holds on its date is judged elsewhere. */
export const offersValue = (element: string, code: string, facts: FormFacts): boolean =>
  offers[element]?.(code, facts) ?? true;

/** What a form fills in by itself when an inschrijving begins. */
export interface FirstValues {
  /** Among the vaste gegevens, where nothing stands yet. */
  vaste: Readonly<Record<string, string>>;
  /** In the first period of a group, by its key. */
  periods: Readonly<Record<string, Voorkomen>>;
  /** Whether a group that lasts as long as the inschrijving gets its first period. */
  begins: (group: Gegevensgroep) => boolean;
}

/** What a form knows of an inschrijving by itself: what can only be one thing at this school. */
export function firstValues(school: Pick<School, 'vestigingen'>, facts: FormFacts): FirstValues {
  const [vestiging, ...others] = school.vestigingen;
  const [schoolsoort, ...more] = facts.schoolsoorten;
  return {
    vaste: isTrekkend(facts) ? { aanduidingNnca: NOT_APPLICABLE } : {},
    periods: {
      ...(vestiging && others.length === 0 ? { vestiging: { vestigingsvolgnummer: vestiging.volgnummer } } : {}),
      ...(schoolsoort !== undefined && more.length === 0 ? { schoolsoort: { schoolsoort } } : {}),
      soortVerblijf: { soortVerblijf: NO_STAY },
      // The first begins with the inschrijving, or with passend onderwijs (PvE 4.2.9.11: 428, 457).
      uitstroomprofiel: {
        begindatum: facts.begins < START_PASSEND_ONDERWIJS ? START_PASSEND_ONDERWIJS : facts.begins,
      },
    },
    begins: (group) => needOf(group, facts) === 'usual',
  };
}
