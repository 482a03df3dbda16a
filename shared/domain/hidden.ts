/**
 * Characters that do not show, or that change how the text around them shows: control characters, marks and overrides of the
 * direction of writing, zero width, and ends of lines and paragraphs. Not the joiners that some scripts write words with.
 */
const HIDDEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** The text with `instead` for every character that hides or turns what a person reads; nothing, when left out. */
export const withoutHidden = (text: string, instead = ''): string => text.replaceAll(HIDDEN, instead);
