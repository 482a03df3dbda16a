import { LasError } from '../../../../shared/api/errors.ts';
import { piecesOf, startOf } from '../../files/chosenFile.ts';

/** How the bytes of a file are read as text. */
export interface Encoding {
  label: string;
  /** A Dutch sentence, when the file is not what it says it is. */
  sentence?: string;
}

const FALLBACK = 'windows-1252';
const HEAD_BYTES = 1024;

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

/** What the first bytes say: a byte order mark, the width of the characters, the declaration (XML 1.0, appendix F). */
function declared(head: Buffer): string {
  if (starts(head, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(head, 0xff, 0xfe) || starts(head, 0x3c, 0x00)) return 'utf-16le';
  if (starts(head, 0xfe, 0xff) || starts(head, 0x00, 0x3c)) return 'utf-16be';
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1'))?.[1] ?? 'utf-8';
  // The declaration could be read byte by byte, so whatever it says, the characters are not two bytes wide.
  return /^(utf-?16|ucs-2|iso-10646-ucs-2)/i.test(label) ? 'utf-8' : label;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new LasError('import-encoding', { encoding: label.slice(0, 40) });
  }
}

/** Whether every byte of the file is text in this encoding. */
async function fits(path: string, label: string, stopped: () => boolean): Promise<boolean> {
  const decoder = decoderOf(label);
  try {
    for await (const piece of piecesOf(path)) {
      if (stopped()) throw new LasError('import-stopped');
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Finds out how a file is to be read. One that says to be UTF-8 and is not, is read as Windows-1252, which older programs write;
 * the sentence says so. Throws a LasError `import-encoding` for a character set that is not known, or that the file is
 * not in, and `file-unreadable`.
 */
export async function encodingOf(path: string, stopped: () => boolean): Promise<Encoding> {
  const label = declared(await startOf(path, HEAD_BYTES));
  if (await fits(path, label, stopped)) return { label };
  if (decoderOf(label).encoding !== 'utf-8') throw new LasError('import-encoding', { encoding: label.slice(0, 40) });
  return {
    label: FALLBACK,
    sentence:
      'Het bestand zegt in UTF-8 te zijn, maar dat klopt niet. Het is gelezen als Windows-1252: controleer namen met accenten.',
  };
}

/** The text of a file, piece by piece, with the number of bytes read so far. */
export async function* textOf(path: string, label: string): AsyncGenerator<{ text: string; done: number }> {
  const decoder = decoderOf(label);
  let done = 0;
  for await (const piece of piecesOf(path)) {
    done += piece.length;
    yield { text: decoder.decode(piece, { stream: true }), done };
  }
  yield { text: decoder.decode(), done };
}
