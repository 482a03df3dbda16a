import type { InschrijvingCard, Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import { ownPersoon } from '../../../../shared/domain/ownGegevens.ts';
import { voorkomensIn } from '../../../../shared/pve/berichten/place.ts';
import type { InschrijvingKind } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldElement, FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { groupOf } from './draft.ts';
import { persoon as persoonGroup, placeName, type CardPlace } from './places.ts';
import { voorkomenPlace } from './tree.ts';

/** One gegeven as it is kept here and as BRON has registered it. */
export interface StandRow {
  place: CardPlace;
  element: FieldElement;
  las: string | undefined;
  bron: string | undefined;
  differs: boolean;
}
export interface StandGroup {
  title: string;
  rows: StandRow[];
}

const own = new Set<string>(ownPersoon.elements.map(({ key }) => key));
/** Gegevens that BRON takes from the BRP or keeps only of a pupil without PGN: none registered is no difference. */
const maybeAbsent = new Set(
  persoonGroup.elements
    .map(({ key }) => key)
    .filter(
      (key) =>
        !['burgerservicenummer', 'onderwijsnummer', 'geboortedatum', 'geslacht', 'postcode', 'land'].includes(key),
    ),
);

const asVoorkomen = (value: object): Voorkomen => value as Voorkomen;
const textOf = (item: Voorkomen, key: string): string => {
  const value = item[key];
  return typeof value === 'string' ? value : '';
};

const rowsOf = (elements: readonly FieldElement[], las: Voorkomen, bron: Voorkomen, place: CardPlace): StandRow[] =>
  elements
    .map((element): StandRow => {
      const { key } = element;
      const [here, there] = [textOf(las, key), textOf(bron, key)];
      const differs = here !== there && !(there === '' && maybeAbsent.has(key));
      return { place: { ...place, element: key }, element, las: here || undefined, bron: there || undefined, differs };
    })
    .filter((row) => row.las !== undefined || row.bron !== undefined);

/** The groups below a voorkomen, each of their voorkomens with what lies below it. */
function groupsOf(
  group: FieldGroup,
  las: Voorkomen,
  bron: Voorkomen,
  kind: InschrijvingKind,
  parent?: number,
): StandGroup[] {
  return group.groups.flatMap((below) => {
    const [ours, theirs] = [voorkomensIn(las, below.key), voorkomensIn(bron, below.key)];
    const count = Math.max(ours.length, theirs.length);
    return Array.from({ length: count }, (_, voorkomen) => {
      const [here, there] = [ours[voorkomen] ?? {}, theirs[voorkomen] ?? {}];
      const place = voorkomenPlace(below, voorkomen, parent);
      const title = placeName(count > 1 || parent !== undefined ? place : { group: below.key }, kind);
      const inside = groupsOf(below, here, there, kind, place.voorkomen);
      return [{ title, rows: rowsOf(below.elements, here, there, place) }, ...inside];
    }).flat();
  });
}

/** Every gegeven of an inschrijving beside what BRON has registered of it; empty when BRON has nothing. */
export function compareWithBron(persoon: Persoonsgegevens, { gegevens, bronStand }: InschrijvingCard): StandGroup[] {
  if (!bronStand) return [];
  const [las, bron] = [asVoorkomen(gegevens), asVoorkomen(bronStand.gegevens)];
  const root = groupOf(gegevens);
  const person = persoonGroup.elements.filter(({ key }) => !own.has(key));
  return [
    {
      title: persoonGroup.name,
      rows: rowsOf(person, asVoorkomen(persoon), asVoorkomen(bronStand.persoon), { group: persoonGroup.key }),
    },
    { title: 'Inschrijving', rows: rowsOf(root.elements, las, bron, { group: root.key }) },
    ...groupsOf(root, las, bron, gegevens.kind),
  ].filter(({ rows }) => rows.length > 0);
}

/** How many gegevens differ from what BRON has. */
export const countDifferences = (groups: readonly StandGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.filter(({ differs }) => differs).length, 0);
