import { randomUUID } from 'node:crypto';
import { LasError } from '../../../../shared/api/errors.ts';

/** A CSV file that a person chose and that is being mapped. */
export interface CsvFile {
  path: string;
  fileName: string;
  /** In bytes. */
  size: number;
}

const LIFETIME_MS = 30 * 60_000;

/** The CSV file that was inspected last; a token can be used once only, and mapping takes more steps. */
export class CsvDraft {
  #draft: { id: string; file: CsvFile; expires: number } | undefined;

  /** Keeps a file in place of the former one; gives the id to get it by. */
  add(file: CsvFile): string {
    const id = randomUUID();
    this.#draft = { id, file, expires: performance.now() + LIFETIME_MS };
    return id;
  }

  /** @throws LasError file-gone */
  get(id: string): CsvFile {
    const draft = this.#draft;
    if (!draft || draft.id !== id || draft.expires < performance.now()) throw new LasError('file-gone');
    return draft.file;
  }

  clear(): void {
    this.#draft = undefined;
  }
}
