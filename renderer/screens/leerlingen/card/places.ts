import type { Finding } from '../../../../shared/pve/controles/types.ts';
import {
  gewichtWpo,
  indicatieBekostigingWpo,
  inschrijvingWpo,
  leerjaarGroepWpo,
  vestigingWpo,
} from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../../shared/pve/gegevensset/person.ts';
import type { Gegevenselement, Gegevensgroep } from '../../../../shared/pve/gegevensset/types.ts';

/** The periodic groups of an inschrijving that the card edits, in the order in which they stand on it. */
export const periodicGroups = [vestigingWpo, indicatieBekostigingWpo, leerjaarGroepWpo, gewichtWpo] as const;
export type PeriodicKey = (typeof periodicGroups)[number]['key'];

const PERSOON = 'persoon';
/** What the school keeps of a pupil besides the persoonsgegevens met PGN. */
const roepnaam: Gegevenselement = {
  nr: '',
  key: 'roepnaam',
  name: 'Roepnaam',
  xsd: '',
  format: 'alfanum',
  length: 200,
  required: false,
  help: 'De naam waarmee u de leerling aanspreekt. Gaat niet naar BRON.',
};

const named = (key: string) => persoonZonderPgn.elements.find((item) => item.key === key);
const nameElements = ['voornamen', 'voorvoegsel', 'achternaam', 'leerlingnummer'].flatMap((key) => named(key) ?? []);

/** Every gegeven of the tab Persoonsgegevens, in reading order. */
export const persoonElements: readonly Gegevenselement[] = [roepnaam, ...nameElements, ...persoonMetPgn.elements];

/** Where a gegeven stands on the card: which part, and which field in it. */
export interface CardPlace {
  /** `persoon`, or the gegevensgroep of an inschrijving. */
  group: string;
  element?: string;
  voorkomen?: number;
}

/** The place of a field in the input of `leerlingen.save` or `leerlingen.saveInschrijving`, for example `gegevens.gewicht.0.gewicht`. */
export function placeOfField(field: string | undefined): CardPlace | undefined {
  const [part, first, index, element] = field?.split('.') ?? [];
  if (first === undefined || (part !== PERSOON && part !== 'gegevens')) return undefined;
  const place: CardPlace =
    part === PERSOON
      ? { group: PERSOON, element: first }
      : element === undefined
        ? { group: 'inschrijvingWpo', element: first }
        : { group: first, voorkomen: Number(index), element };
  return elementAt(place) ? place : undefined;
}

type Located = Partial<Pick<Finding, 'gegevensgroep' | 'element' | 'voorkomen'>>;

/** The place on the card of a finding, signaal or route focus; both variants of the persoonsgegevens are one tab here. */
export function placeOf({ gegevensgroep = 'inschrijvingWpo', element, voorkomen }: Located): CardPlace {
  const person = gegevensgroep.startsWith(PERSOON);
  const known =
    person || gegevensgroep === 'inschrijvingWpo' || periodicGroups.some(({ key }) => key === gegevensgroep);
  const group = person ? PERSOON : known ? gegevensgroep : 'inschrijvingWpo';
  const periodic = periodicGroups.some(({ key }) => key === group);
  return {
    group,
    ...(element && known ? { element } : {}),
    ...(periodic && (voorkomen !== undefined || element) ? { voorkomen: voorkomen ?? 0 } : {}),
  };
}

export const isPersoon = ({ group }: CardPlace): boolean => group === PERSOON;

/** Whether two places are one field, or one group. */
export const samePlace = (a: CardPlace, b: CardPlace): boolean => keyOf(a) === keyOf(b);

/** One text per place, for example `gewicht.0.begindatum`. */
export const keyOf = ({ group, element, voorkomen }: CardPlace): string =>
  [group, voorkomen, element].filter((part) => part !== undefined).join('.');

/** The id in the page of the field at `place`; `scope` is the key of the inschrijving, of no use to the persoonsgegevens. */
export const domId = (scope: string, place: CardPlace): string =>
  `gegeven-${isPersoon(place) ? PERSOON : scope}-${keyOf(place)}`;

const groupOf = (key: string): Gegevensgroep | undefined =>
  key === inschrijvingWpo.key ? inschrijvingWpo : periodicGroups.find((group) => group.key === key);

/** The gegeven at a place, when the place names one that the card shows. */
export function elementAt({ group, element }: CardPlace): Gegevenselement | undefined {
  const elements = group === PERSOON ? persoonElements : groupOf(group)?.elements;
  return elements?.find(({ key }) => key === element);
}

/** The place in words, for example "Gewicht WPO, periode 2: Datum ingang gewicht". */
export function placeName(place: CardPlace): string {
  const { group, voorkomen } = place;
  const periodic = periodicGroups.find(({ key }) => key === group);
  const name = elementAt(place)?.name;
  if (!periodic) return name ?? (group === PERSOON ? 'Persoonsgegevens' : 'Inschrijving');
  const period = voorkomen === undefined ? periodic.name : `${periodic.name}, periode ${voorkomen + 1}`;
  return name ? `${period}: ${name}` : period;
}
