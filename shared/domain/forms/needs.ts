import type { InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { inschrijvingKinds } from '../../pve/berichten/kinds.ts';
import { isIn } from '../../pve/gegevensset/editions.ts';
import type {
  FieldElement,
  FieldGroup,
  Gegevenselement,
  Gegevensgroep,
  Voorkomen,
} from '../../pve/gegevensset/types.ts';
import { START_BELEIDSINFORMATIE, START_PASSEND_ONDERWIJS, weightsAreIgnored } from '../../pve/controles/readings.ts';
import { isResidential, SO, VSO } from '../../pve/controles/wec/situation.ts';
import type { FormFacts } from './facts.ts';
import { isZeroGroup, situationOf } from './situation.ts';

/** Whether a form shows something from the start, offers it, or shows it only when there is something in it. */
export type Need = 'usual' | 'possible' | 'none';

interface GroupRule {
  need: (facts: FormFacts) => Need;
  /** What the group is for, where it is offered. One Dutch sentence. */
  text?: string;
}

/** The verplichte eindtoets and the herzien advies came with school year 2014-2015 (PvE 4.1.3 and 4.2.5a of 2015-11). */
const VERPLICHTE_EINDTOETS_FROM = '2014-08-01';
const LAST_LEERJAAR = '8';

const always = (): Need => 'usual';
const possibleWhen = (fits: boolean): Need => (fits ? 'possible' : 'none');

/** Whether the inschrijving holds on a day or after it. */
const lastsUntil = ({ ends }: FormFacts, date: string) => ends === undefined || ends >= date;
const beganBefore = ({ begins }: FormFacts, date: string) => begins < date;

const inClusters = ({ school: { cluster } }: FormFacts, ...clusters: readonly string[]) =>
  cluster !== undefined && clusters.includes(cluster);

/** Whether a period of a group has a value that fits. */
const has = ({ gegevens }: FormFacts, group: string, element: string, fits: (value: string) => boolean): boolean => {
  const list = (gegevens as unknown as Record<string, readonly Record<string, unknown>[]>)[group] ?? [];
  return list.some(({ [element]: value }) => typeof value === 'string' && fits(value));
};

const wasInLeerjaar8 = (facts: FormFacts) =>
  has(facts, 'leerjaarGroep', 'leerjaar', (leerjaar) => leerjaar === LAST_LEERJAAR);

/** Whether the pupil is in a schoolsoort, as filled in or because the school has no other. */
const isInSchoolsoort = (facts: FormFacts, code: string) =>
  has(facts, 'schoolsoort', 'schoolsoort', (each) => each === code) ||
  (facts.schoolsoorten.length === 1 && facts.schoolsoorten[0] === code);

/** Before passend onderwijs every inschrijving has it, later only those of cluster 1 and 2 (PvE 4.2.9.4: 341, 413). */
function soortOnderwijs(facts: FormFacts): Need {
  if (beganBefore(facts, START_PASSEND_ONDERWIJS) || inClusters(facts, '1', '2')) return 'usual';
  return possibleWhen(facts.school.cluster === undefined || facts.continues);
}

/** Asked of cluster 3 and 4 from passend onderwijs on, but not of who lives in an institution (PvE 4.2.9.10: 414, 415). */
function toelaatbaarheidsverklaring(facts: FormFacts): Need {
  const tooEarly = facts.today < START_PASSEND_ONDERWIJS || !lastsUntil(facts, START_PASSEND_ONDERWIJS);
  if (tooEarly || inClusters(facts, '1', '2')) return 'none';
  const asked =
    inClusters(facts, '3', '4') &&
    !beganBefore(facts, START_PASSEND_ONDERWIJS) &&
    !facts.continues &&
    !has(facts, 'soortVerblijf', 'soortVerblijf', isResidential);
  return asked ? 'usual' : 'possible';
}

/** Of a pupil in VSO from passend onderwijs on (PvE 4.2.9.11: 428, 433, 457). */
const uitstroomprofiel = (facts: FormFacts): Need =>
  facts.today >= START_PASSEND_ONDERWIJS && lastsUntil(facts, START_PASSEND_ONDERWIJS) && isInSchoolsoort(facts, VSO)
    ? 'usual'
    : 'none';

const groupRules: Record<InschrijvingKind, Readonly<Record<string, GroupRule>>> = {
  WPO: {
    vestiging: { need: always },
    indicatieBekostiging: { need: always },
    leerjaarGroep: { need: always },
    gewicht: { need: ({ school }) => (weightsAreIgnored(school) ? 'none' : 'usual') },
    vroegschoolsProgramma: {
      need: () => 'possible',
      text: 'Een vroegschools programma in groep 1 of 2, met begin en einde.',
    },
    eindtoets: {
      need: (facts) => possibleWhen(wasInLeerjaar8(facts)),
      text: 'De uitslag van een eindtoets in leerjaar 8. Vanaf schooljaar 2015-2016 alleen om een eerdere uitslag te verbeteren.',
    },
    verplichteEindtoets: {
      need: (facts) => possibleWhen(wasInLeerjaar8(facts) && lastsUntil(facts, VERPLICHTE_EINDTOETS_FROM)),
      text: 'De eindtoets van leerjaar 8 met de referentieniveaus, of de reden waarom de leerling die niet heeft gemaakt. Vanaf schooljaar 2014-2015.',
    },
    lgfIndicatie: {
      need: (facts) => possibleWhen(beganBefore(facts, START_PASSEND_ONDERWIJS)),
      text: 'Een LGF-indicatie (rugzakje) met de school die ambulant begeleidt, voor inschrijvingen van vóór 1 augustus 2014.',
    },
    ontwikkelingsperspectief: {
      need: (facts) => possibleWhen(facts.school.soort !== 'SBAO' && lastsUntil(facts, START_BELEIDSINFORMATIE)),
      text: 'Van wanneer tot wanneer een ontwikkelingsperspectief voor de leerling geldt, op een basisschool. Vanaf 1 augustus 2015.',
    },
  },
  WEC: {
    vestiging: { need: always },
    indicatieBekostiging: { need: always },
    leerjaarGroep: { need: always },
    schoolsoort: { need: always },
    soortVerblijf: { need: always },
    soortOnderwijs: {
      need: soortOnderwijs,
      text: 'Het soort onderwijs: vanaf 1 augustus 2014 alleen in cluster 1 en 2, of als een eerdere inschrijving doorloopt.',
    },
    indicatiestelling: {
      need: (facts) => {
        if (situationOf(facts.gegevens) === 'ambulant') return 'usual';
        return possibleWhen(beganBefore(facts, START_PASSEND_ONDERWIJS) || facts.continues);
      },
      text: 'De indicatie van de commissie voor de indicatiestelling, voor inschrijvingen van vóór 1 augustus 2014.',
    },
    toelaatbaarheidsverklaring: {
      need: toelaatbaarheidsverklaring,
      text: 'De verklaring van het samenwerkingsverband, voor cluster 3 en 4 vanaf 1 augustus 2014.',
    },
    uitstroomprofiel: { need: uitstroomprofiel },
    verplichteEindtoets: {
      need: (facts) => possibleWhen(isInSchoolsoort(facts, SO) && lastsUntil(facts, VERPLICHTE_EINDTOETS_FROM)),
      text: 'De eindtoets met de referentieniveaus, als de leerling die in het speciaal onderwijs heeft gemaakt. Vanaf schooljaar 2014-2015.',
    },
    arrangement: { need: () => 'none' },
  },
};

/** Groups that do not go beside an arrangement (PvE 4.2.9.12: 444), nor a pupil who is guided at another school. */
const ofClassOnly = ['toelaatbaarheidsverklaring', 'uitstroomprofiel'];
const besideArrangement = ['soortOnderwijs', 'indicatiestelling', ...ofClassOnly];

function needIn(group: string, facts: FormFacts): Need | undefined {
  const situation = situationOf(facts.gegevens);
  if (situation === 'arrangement') {
    if (group === 'arrangement') return 'usual';
    if (besideArrangement.includes(group)) return 'none';
  }
  if (situation === 'ambulant' && ofClassOnly.includes(group)) return 'none';
  return isZeroGroup(group, situation) ? 'none' : undefined;
}

/** Whether a form shows a group of an inschrijving, offers it, or leaves it out while there is nothing in it. */
export function needOf(group: Gegevensgroep, facts: FormFacts): Need {
  if (!isIn(facts.edition, group)) return 'none';
  return needIn(group.key, facts) ?? groupRules[facts.gegevens.kind][group.key]?.need(facts) ?? 'possible';
}

/** Whether a form shows a group below another: ambulante begeleiding WEC only of a pupil who is guided elsewhere. */
export const showsBelow = ({ key }: Pick<FieldGroup, 'key'>, { gegevens }: FormFacts): boolean =>
  key !== 'ambulanteBegeleiding' || gegevens.kind === 'WPO' || situationOf(gegevens) === 'ambulant';

/** What a group is for, to say where it is offered. */
export const purposeOf = (group: Gegevensgroep, { gegevens: { kind } }: FormFacts): string =>
  groupRules[kind][group.key]?.text ?? '';

/** The groups of an inschrijving of which a form says so, in the order of the gegevensset. */
export const groupsThat = (need: Need, facts: FormFacts): Gegevensgroep[] =>
  inschrijvingKinds[facts.gegevens.kind].groups.filter((group: Gegevensgroep) => needOf(group, facts) === need);

/** Uitstroomprofiel vervolgonderwijs, of which alone elementcode and leerjaar are asked (PvE 4.2.9.11: 429, 434). */
const VERVOLGONDERWIJS = '3';

/** Whether a form shows a gegeven of a voorkomen while it is empty. */
export const showsElement = ({ key }: Pick<FieldElement, 'key'>, voorkomen: Voorkomen): boolean =>
  !['elementcode', 'leerjaarUitstroomprofiel'].includes(key) || voorkomen['uitstroomprofiel'] === VERVOLGONDERWIJS;

/** Whether a form shows a vast gegeven of an inschrijving while nothing is filled in. */
export function showsVast(element: Gegevenselement, facts: FormFacts): boolean {
  if (!isIn(facts.edition, element)) return false;
  switch (element.key) {
    case 'datumOorspronkelijkeInschrijving':
      return false;
    case 'herzienAdviesVo':
      return lastsUntil(facts, VERPLICHTE_EINDTOETS_FROM);
    case 'brinnummerTeruggeplaatst':
      return facts.ends !== undefined && facts.ends < START_PASSEND_ONDERWIJS;
    case 'aanduidingNnca':
      return situationOf(facts.gegevens) === 'school';
    default:
      return true;
  }
}
