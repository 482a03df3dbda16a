import { withoutHidden } from '../../../shared/domain/hidden.ts';

/** Text as it is searched in: lower case, without diacritics, white space folded. */
export function fold(text: string): string {
  const plain = PLAIN.test(text) ? text.toLowerCase() : withoutDiacritics(text);
  return plain.replaceAll(/\s+/g, ' ').trim();
}

/** Letters and what stands between them in most names: nothing in it can be a diacritic. */
const PLAIN = /^[\w\s.,'-]*$/;

const withoutDiacritics = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l');

interface Searchable {
  roepnaam?: string | undefined;
  voornamen?: string | undefined;
  voorvoegsel?: string | undefined;
  achternaam?: string | undefined;
  leerlingnummer?: string | undefined;
  burgerservicenummer?: string | undefined;
  onderwijsnummer?: string | undefined;
}

/** A word by which a pupil is found; numbers apart, as not everybody may search by them. */
export interface SearchWord {
  word: string;
  isNumber: boolean;
}

const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The words by which a pupil is found, each once: names, leerlingnummer, BSN and onderwijsnummer, folded. */
export function searchWords(persoon: Searchable): SearchWord[] {
  const { roepnaam, voornamen, voorvoegsel, achternaam, leerlingnummer, burgerservicenummer, onderwijsnummer } =
    persoon;
  const words = (texts: (string | undefined)[]) => new Set(texts.flatMap((text) => wordsIn(text ?? '')));
  return [
    ...[...words([roepnaam, voornamen, voorvoegsel, achternaam])].map((word) => ({ word, isNumber: false })),
    ...[...words([leerlingnummer, burgerservicenummer, onderwijsnummer])].map((word) => ({ word, isNumber: true })),
  ];
}

/** What is searched for: each word is to be found at the start of a word of the pupil. */
export const searchedWords = (search: string): string[] => [...new Set(wordsIn(search))];

/** The words of a search, each to be found somewhere in a folded text, as patterns for `LIKE … ESCAPE '\\'`. */
export function searchPatterns(search: string): string[] {
  return fold(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`);
}

/** What comes after every text that starts with `word`: the end of its range in an index. */
export const endOfRange = (word: string): string => `${word}\u{10FFFF}`;

/** The name in lists and titles: "Achternaam, Roepnaam voorvoegsel", without what would turn or hide the words around it. */
export function displayName(persoon: Searchable): string {
  const first = persoon.roepnaam ?? persoon.voornamen?.split(' ')[0];
  const given = [first, persoon.voorvoegsel].filter(Boolean).join(' ');
  return withoutHidden([persoon.achternaam ?? '(geen achternaam)', given].filter(Boolean).join(', '));
}

/** By what the list is sorted: achternaam, then the name in daily use. */
export const sortName = ({ achternaam, roepnaam, voornamen }: Searchable): string =>
  `${fold(achternaam ?? '')}\u0001${fold(roepnaam ?? voornamen ?? '')}`;
