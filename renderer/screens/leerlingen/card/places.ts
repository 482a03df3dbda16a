import { contact, ownPersoon } from '../../../../shared/domain/ownGegevens.ts';
import type { Place } from '../../../../shared/pve/controles/types.ts';
import {
  inschrijvingGroups,
  inschrijvingKinds,
  isInschrijving,
  type InschrijvingKind,
} from '../../../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../../shared/pve/gegevensset/person.ts';
import type { FieldElement, FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { groupAbove, groupIn, type TreePlace } from './tree.ts';

/** Where a gegeven stands on the card. */
export type CardPlace = TreePlace;

const all = new Map<string, FieldElement>(
  [persoonZonderPgn, persoonMetPgn, ownPersoon].flatMap(({ elements }) => elements.map((item) => [item.key, item])),
);

/** The persoonsgegevens as one group: of both variants of bericht 3, and what the school keeps besides. */
export const persoon: FieldGroup = {
  key: 'persoon',
  name: 'Persoonsgegevens',
  max: 1,
  elements: [...all.values()],
  groups: [],
};

/** The documents of a card: the persoonsgegevens, contact and nood, and each inschrijving. */
const ofLeerling: readonly FieldGroup[] = [persoon, contact];
const roots: readonly FieldGroup[] = [...ofLeerling, ...inschrijvingGroups];

/**
 * The document that a group belongs to. Both kinds of inschrijving have groups with one key: then `kind` tells which is meant, and
 * likewise in all that follows.
 */
export function rootOf(group: string, kind: InschrijvingKind = 'WPO'): FieldGroup {
  const own = inschrijvingKinds[kind];
  return [own, ...roots].find((root) => groupIn(root, group) !== undefined) ?? own;
}

/** A gegeven of the persoonsgegevens. Error: there is none with this key. */
export function persoonElement(key: string): FieldElement {
  const found = all.get(key);
  if (!found) throw new Error(`no such gegeven: ${key}`);
  return found;
}

const isIndex = (part: string | undefined): part is string => part !== undefined && /^\d+$/.test(part);

/** The place that the rest of a path names in a document, for example `lgfIndicatie.0.ambulanteBegeleiding.1.brinnummer`. */
function placeIn(
  root: FieldGroup,
  parts: readonly string[],
  parent?: number,
  voorkomen?: number,
): CardPlace | undefined {
  const [first, index, ...rest] = parts;
  const below = root.groups.find(({ key }) => key === first);
  if (below && isIndex(index)) return placeIn(below, rest, voorkomen, below.max === 1 ? undefined : Number(index));
  if (first !== undefined && !root.elements.some(({ key }) => key === first)) return undefined;
  return {
    group: root.key,
    ...(parent === undefined ? {} : { parent }),
    ...(voorkomen === undefined ? {} : { voorkomen }),
    ...(first === undefined ? {} : { element: first }),
  };
}

/** A refused field in the input of `leerlingen.saveCard`: which of the inschrijvingen that were sent, and the place in it. */
export interface RefusedField {
  inschrijving?: number;
  place: CardPlace;
}

/** Where the field stands that the core refused, for example `inschrijvingen.0.gegevens.gewicht.0.gewicht`. */
export function refusedField(field: string | undefined): RefusedField | undefined {
  const [part, ...rest] = field?.split('.') ?? [];
  if (part === 'leerling') {
    const [document, ...path] = rest;
    if (document === 'movedOn') return { place: { group: persoon.key, element: 'postcode' } };
    const root = [persoon, contact].find(({ key }) => key === document);
    const place = root && placeIn(root, path);
    return place?.element === undefined ? undefined : { place };
  }
  const [index, gegevens, ...path] = rest;
  if (part !== 'inschrijvingen' || !isIndex(index) || gegevens !== 'gegevens') return undefined;
  const place = inschrijvingGroups.map((root) => placeIn(root, path)).find((found) => found?.element !== undefined);
  return place && { inschrijving: Number(index), place };
}

type Located = Partial<Place>;

/** The place on the card of a finding, signaal or route focus; both variants of the persoonsgegevens are one tab here. */
export function placeOf(
  { gegevensgroep, element, voorkomen, parent }: Located,
  kind: InschrijvingKind = 'WPO',
): CardPlace {
  const own = inschrijvingKinds[kind];
  const wanted = gegevensgroep?.startsWith(persoon.key) ? persoon.key : (gegevensgroep ?? own.key);
  const known = groupIn(rootOf(wanted, kind), wanted);
  const group = known ?? own;
  const many = group.max === 'n' && (voorkomen !== undefined || element !== undefined);
  return {
    group: group.key,
    ...(parent === undefined || !known ? {} : { parent }),
    ...(many ? { voorkomen: voorkomen ?? 0 } : {}),
    ...(element !== undefined && known ? { element } : {}),
  };
}

/** Whether a place belongs to the pupil and not to one of its inschrijvingen. */
export const isOfLeerling = ({ group }: CardPlace): boolean => ofLeerling.includes(rootOf(group));

/** Whether two places are one field, or one group. */
export const samePlace = (a: CardPlace, b: CardPlace): boolean => keyOf(a) === keyOf(b);

/** One text per place, for example `gewicht.0.begindatum`, and `ambulanteBegeleiding.0.1.brinnummer` in the first LGF-indicatie. */
export const keyOf = ({ group, parent, voorkomen, element }: CardPlace): string =>
  [group, parent, voorkomen, element].filter((part) => part !== undefined).join('.');

/** The id in the page of the field at `place`; `scope` is the key of the inschrijving, of no use to what is the pupil's. */
export const domId = (scope: string, place: CardPlace): string =>
  `gegeven-${isOfLeerling(place) ? 'leerling' : scope}-${keyOf(place)}`;

/** The gegeven at a place, when the place names one that the card shows. */
export const elementAt = ({ group, element }: CardPlace, kind?: InschrijvingKind): FieldElement | undefined =>
  groupIn(rootOf(group, kind), group)?.elements.find(({ key }) => key === element);

/** A voorkomen in words: "periode 2" of a group with dates, "regel 2" of another. */
export const voorkomenName = ({ period }: FieldGroup, voorkomen: number): string =>
  `${period ? 'periode' : 'regel'} ${voorkomen + 1}`;

function groupName(root: FieldGroup, { group, parent, voorkomen }: CardPlace): string {
  const found = groupIn(root, group) ?? root;
  const name = voorkomen === undefined ? found.name : `${found.name}, ${voorkomenName(found, voorkomen)}`;
  const above = groupAbove(root, group);
  return above && parent !== undefined ? `${groupName(root, { group: above.key, voorkomen: parent })}, ${name}` : name;
}

/** The label of a field: of one that can be there more often, with which it is. */
export function fieldLabel(
  { name }: FieldElement,
  { group, parent, voorkomen }: CardPlace,
  kind?: InschrijvingKind,
): string {
  if (voorkomen === undefined) return name;
  const root = rootOf(group, kind);
  const above = groupAbove(root, group);
  const inside = parent === undefined || !above ? '' : `, ${above.name} ${voorkomenName(above, parent)}`;
  return `${name}, ${voorkomenName(groupIn(root, group) ?? root, voorkomen)}${inside}`;
}

/** The place in words, for example "Gewicht WPO, periode 2: Datum ingang gewicht". */
export function placeName(place: CardPlace, kind?: InschrijvingKind): string {
  const root = rootOf(place.group, kind);
  const name = elementAt(place, kind)?.name;
  if (place.group === root.key) return name ?? (isInschrijving(root.key) ? 'Inschrijving' : root.name);
  return name ? `${groupName(root, place)}: ${name}` : groupName(root, place);
}
