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
