import type { InschrijvingCard, Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import { inschrijvingWpo } from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { Gegevenselement } from '../../../../shared/pve/gegevensset/types.ts';
import { listOf, vasteOf, type Texts } from './draft.ts';
import { periodicGroups, persoonElements, type CardPlace } from './places.ts';

/** One gegeven as it is kept here and as BRON has registered it. */
export interface StandRow {
  place: CardPlace;
  element: Gegevenselement;
  las: string | undefined;
  bron: string | undefined;
  differs: boolean;
}
export interface StandGroup {
  title: string;
  rows: StandRow[];
}

/** Gegevens that BRON takes from the BRP or does not keep: none registered is no difference. */
const fromBrp = new Set(['achternaam', 'voorvoegsel', 'voornamen', 'leerlingnummer']);

const asTexts = (value: unknown): Texts => (typeof value === 'object' && value !== null ? (value as Texts) : {});
const asList = (value: unknown): readonly Texts[] => (Array.isArray(value) ? value.map(asTexts) : []);

function rowsOf(
  elements: readonly Gegevenselement[],
  las: Texts,
  bron: Texts,
  place: Omit<CardPlace, 'element'>,
): StandRow[] {
  return elements
    .map((element): StandRow => {
      const { key } = element;
      const [here, there] = [las[key] ?? '', bron[key] ?? ''];
      const differs = here !== there && !(there === '' && fromBrp.has(key));
      return { place: { ...place, element: key }, element, las: here || undefined, bron: there || undefined, differs };
    })
    .filter((row) => row.las !== undefined || row.bron !== undefined);
}

/** Every gegeven of an inschrijving beside what BRON has registered of it; empty when BRON has nothing. */
export function compareWithBron(persoon: Persoonsgegevens, { gegevens, bronStand }: InschrijvingCard): StandGroup[] {
  if (!bronStand) return [];
  const person = persoonElements.filter(({ key }) => key !== 'roepnaam');
  const groups: StandGroup[] = [
    {
      title: 'Persoonsgegevens',
      rows: rowsOf(person, persoon, asTexts(bronStand.persoon), { group: 'persoon' }),
    },
    {
      title: 'Inschrijving',
      rows: rowsOf(inschrijvingWpo.elements, vasteOf(gegevens), asTexts(bronStand.gegevens), {
        group: 'inschrijvingWpo',
      }),
    },
  ];
  for (const { key, name, elements } of periodicGroups) {
    const [las, bron] = [listOf(gegevens, key), asList(bronStand.gegevens[key])];
    const count = Math.max(las.length, bron.length);
    for (let voorkomen = 0; voorkomen < count; voorkomen += 1) {
      const title = count > 1 ? `${name}, periode ${voorkomen + 1}` : name;
      groups.push({
        title,
        rows: rowsOf(elements, las[voorkomen] ?? {}, bron[voorkomen] ?? {}, { group: key, voorkomen }),
      });
    }
  }
  return groups.filter(({ rows }) => rows.length > 0);
}

/** How many gegevens differ from what BRON has. */
export const countDifferences = (groups: readonly StandGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.filter(({ differs }) => differs).length, 0);
