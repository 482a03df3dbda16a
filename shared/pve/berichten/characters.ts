/** Every character outside the production Char of XML 1.0: most control characters, halves of a surrogate pair, U+FFFE, U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const UNWRITABLES = new RegExp(UNWRITABLE, 'gu');

/** The first character of a text that XML 1.0 cannot carry, as `U+0001`. */
export function firstUnwritable(text: string): string | undefined {
  const code = UNWRITABLE.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text without the characters that XML 1.0 cannot carry. */
export const withoutUnwritable = (text: string): string => text.replaceAll(UNWRITABLES, '');

/** Every character outside the character set of BRON, which the PvE calls ASCII819: ISO 8859-1 (PvE 5.2). */
const UNKNOWN_TO_BRON = /[^\u0000-\u00FF]/gu;
/** Letters that no decomposition gives, with the one they look most like (assumed: the PvE lists none). */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ł: 'L',
  ł: 'l',
  Ŋ: 'N',
  ŋ: 'n',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
};

/** A text as BRON keeps it: a letter that it does not have becomes the one that looks most like it (PvE 5.2). */
export const asKeptByBron = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      UNKNOWN_TO_BRON,
      (character) => LOOKS_LIKE[character] ?? character.normalize('NFD').replace(/\p{Mark}/gu, ''),
    );
