import common from './commonPasswords.json' with { type: 'json' };

/** Fewest characters of a password. */
export const SHORTEST_PASSWORD = 12;
/** Fewest characters, and fewest different ones, that must be left when names, common words and spaces are taken out. */
const LEAST_LEFT = 7;
const LEAST_DIFFERENT = 5;

/** What is wrong with a new password: too short, or little more than a common one or a name that others know. */
export type PasswordProblem = 'short' | 'guessable';

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The words that make a password guessable, longest first: each name as a whole and by its words of four letters and more. */
function guessableWords(about: readonly string[]): string[] {
  const names = about
    .map(fold)
    .flatMap((name) => [name, name.replaceAll(/\s+/g, ''), ...name.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set([...names, ...common].filter((word) => word.length >= 4))].sort((a, b) => b.length - a.length);
}

/**
 * Judges a new password by its length and by what is left of it without common passwords, rows of keys and the names in `about`
 * (of the person and the school). There are no rules about capitals, digits or signs.
 */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | undefined {
  if ([...password.normalize('NFC')].length < SHORTEST_PASSWORD) return 'short';
  const left = guessableWords(about)
    .reduce((text, word) => text.replaceAll(word, ''), fold(password))
    .replaceAll(/\s/g, '');
  const enough = [...left].length >= LEAST_LEFT && new Set(left).size >= LEAST_DIFFERENT;
  return enough ? undefined : 'guessable';
}
