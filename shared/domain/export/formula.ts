/**
 * What a spreadsheet could take for a formula: `=`, `+`, `-`, `@` (also in full width), tab or carriage return at the start, or
 * after quotes and white space, which some spreadsheets take away before they look.
 */
const DANGEROUS = /^['"\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The text with an apostrophe in front when a spreadsheet could run it; spreadsheets show such a cell as text. */
export const guardFormula = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text before `guardFormula`: for every text `unguardFormula(guardFormula(text)) === text`. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text;
