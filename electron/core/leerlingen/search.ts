/** Text as it is searched in: lower case, without diacritics, white space folded. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Searchable {
  roepnaam?: string | undefined;
  voornamen?: string | undefined;
  voorvoegsel?: string | undefined;
  achternaam?: string | undefined;
  leerlingnummer?: string | undefined;
  burgerservicenummer?: string | undefined;
  onderwijsnummer?: string | undefined;
}

/** Everything a pupil is found by: names, leerlingnummer, BSN and onderwijsnummer, folded. */
export function searchText(persoon: Searchable): string {
  const { roepnaam, voornamen, voorvoegsel, achternaam, leerlingnummer, burgerservicenummer, onderwijsnummer } =
    persoon;
  const parts = [roepnaam, voornamen, voorvoegsel, achternaam, leerlingnummer, burgerservicenummer, onderwijsnummer];
  return fold(parts.filter(Boolean).join(' '));
}

/** The words of a search, each to be found somewhere, as patterns for `LIKE … ESCAPE '\'`. */
export function searchPatterns(search: string): string[] {
  return fold(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`);
}

/** The name in lists and titles: "Achternaam, Roepnaam voorvoegsel". */
export function displayName(persoon: Searchable): string {
  const first = persoon.roepnaam ?? persoon.voornamen?.split(' ')[0];
  const given = [first, persoon.voorvoegsel].filter(Boolean).join(' ');
  return [persoon.achternaam ?? '(geen achternaam)', given].filter(Boolean).join(', ');
}
