/**
 * What a typed password may have been to the program that wrote a file: as a rule the text itself. `null` is no password,
 * which some programs tell from an empty one.
 */
export type PasswordText = string | null;

/**
 * The readings of a typed password to try, the standard first: letters with their accents in one sign (as keyboards give
 * them), as they were typed, and its UTF-8 bytes taken for letters (OpenSSL before 1.1).
 */
export function passwordReadings(typed: string): readonly PasswordText[] {
  const composed = typed.normalize('NFC');
  const bytes = Buffer.from(composed, 'utf8');
  const widened = bytes.toString('latin1');
  bytes.fill(0);
  return [...new Set<PasswordText>([composed, typed, widened, ...(typed === '' ? [null] : [])])];
}

/** The bytes that PKCS#12 makes a key of: UTF-16, big end first, with a zero at the end (RFC 7292, appendix B.1). */
export function bmpBytes(text: PasswordText): Buffer {
  return text === null ? Buffer.alloc(0) : Buffer.from(`${text}\0`, 'utf16le').swap16();
}

/**
 * What gives the bytes that PKCS#5 may make a key of: UTF-8, or one byte a letter, as node-forge writes it. Made when they are tried, so
 * that none is left that nobody wipes.
 */
export function keyBytes(text: PasswordText): readonly (() => Buffer)[] {
  const typed = text ?? '';
  const utf8 = () => Buffer.from(typed, 'utf8');
  return Buffer.byteLength(typed) === typed.length ? [utf8] : [utf8, () => Buffer.from(typed, 'latin1')];
}
