import { inschrijvingGroups } from '../../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';
import { verplichteEindtoets } from '../../../shared/pve/gegevensset/verplichteEindtoets.ts';
import { catalog, type CatalogEntry } from '../../../shared/pve/signalen/catalog.ts';
import type { Page } from './search.ts';

/** The page that lists them all. */
const INDEX = 'signalen';

/** The name of the page about a signaal; undefined for a code that is not in our catalogue. */
export const signaalPageName = (code: string): string | undefined =>
  catalog.has(code) ? `signaal-${code}` : undefined;

const below = (group: FieldGroup): FieldGroup[] => [group, ...group.groups.flatMap(below)];
const groups = [persoonMetPgn, persoonZonderPgn, ...inschrijvingGroups, verplichteEindtoets].flatMap(below);

/** The names of a place of the catalogue, without the variant of the group: a secretary sees one. */
function placeName(place: string): string {
  const [key, element] = place.split('.');
  const sameKey = groups.filter((group) => group.key === key);
  const name = (sameKey[0]?.name ?? '').replace(/ (WPO|WEC|met PGN|zonder PGN)$/i, '');
  const elements = sameKey.flatMap((group) => group.elements);
  const elementName = elements.find((item) => item.key === element)?.name;
  return elementName === undefined ? name : `${name}: ${elementName.toLowerCase()}`;
}

const ernstText = {
  A: '**Afkeur.** BRON registreert niets van de melding tot dit is opgelost.',
  S: '**Signaal.** BRON heeft de melding geregistreerd en vraagt u iets na te kijken.',
};

const pageTitle = ({ code, title }: CatalogEntry) => `Signaal ${code}: ${title}`;

function pageText(entry: CatalogEntry): string {
  const { ernst, meaning, cause, remedy, places } = entry;
  const names = [...new Set(places.map(placeName))];
  return [
    `# ${pageTitle(entry)}`,
    ernstText[ernst],
    `## Wat het betekent\n\n${meaning}`,
    `## Hoe het meestal komt\n\n${cause}`,
    `## Wat u doet\n\n${remedy}`,
    ...(names.length === 0 ? [] : [`## Om welk gegeven het gaat\n\n${names.map((name) => `- ${name}`).join('\n')}`]),
    `Zie ook [Terugkoppelingen lezen](terugkoppeling-lezen.md) en [Signalen van BRON](${INDEX}.md).`,
  ].join('\n\n');
}

const inOrder = [...catalog.values()].sort((a, b) => Number(a.code) - Number(b.code));
const linesOf = (ernst: CatalogEntry['ernst']) =>
  inOrder
    .filter((entry) => entry.ernst === ernst)
    .map(({ code, title }) => `- [${code}](signaal-${code}.md): ${title}`)
    .join('\n');

const indexText = `# Signalen van BRON

BRON antwoordt met codes. Achter elke code staat wat zij betekent, hoe het meestal komt en wat u doet. Zoek op het nummer of op een woord.

## Afkeur: BRON registreert niets

${linesOf('A')}

## Signaal: geregistreerd, maar kijk het na

${linesOf('S')}
`;

/** A page of the manual for every signaal, made from the catalogue, and the page that lists them. */
export const signaalPages: readonly Page[] = [
  { name: INDEX, title: 'Signalen van BRON', text: indexText },
  ...inOrder.map((entry): Page => ({
    name: `signaal-${entry.code}`,
    title: pageTitle(entry),
    text: pageText(entry),
    unlisted: true,
  })),
];
