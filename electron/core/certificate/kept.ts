import { readFile } from 'node:fs/promises';
import { LasError } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { notAsWritten, writeVerified } from '../export/verifiedFile.ts';

interface Kept {
  content: Buffer;
  receivedAt: string;
}

const readKept = (db: Connection): Kept | undefined =>
  db.prepare<[], Kept>('SELECT content, received_at AS receivedAt FROM certificate_download WHERE id = 1').get();

/**
 * The certificate file that was downloaded and is not installed yet. It can be downloaded once, so that it stays in the encrypted database
 * until it is installed or thrown away; as long as it cannot be written there, in memory.
 */
export class KeptDownload {
  readonly #db: Connection;
  readonly #clock: Clock;
  #unwritten: Kept | undefined;

  constructor({ db, clock }: { db: Connection; clock: Clock }) {
    this.#db = db;
    this.#clock = clock;
  }

  /** When it came in; undefined: there is none. */
  get receivedAt(): string | undefined {
    return this.#kept?.receivedAt;
  }

  /** Keeps what was downloaded. @throws what the database throws; then it is kept in memory until the administration closes */
  keep(content: Buffer): void {
    this.#unwritten = { content, receivedAt: this.#clock.now().toISOString() };
    this.#write();
  }

  /** A copy of the file. @throws LasError certificate-none-kept */
  read(): Buffer {
    if (!this.#kept) throw new LasError('certificate-none-kept');
    return Buffer.from(this.#kept.content);
  }

  /** Writes the file as it came to `path`. @throws LasError certificate-none-kept, export-disk-full, target-not-writable, export-not-verified */
  async save(path: string): Promise<void> {
    const bytes = this.read();
    await writeVerified(path, {
      write: (file) => file.writeFile(bytes),
      verify: async (written) => {
        if (!(await readFile(written)).equals(bytes)) throw notAsWritten();
      },
    });
  }

  /** Destroys it. */
  forget(): void {
    this.#db.prepare('DELETE FROM certificate_download').run();
    this.#unwritten?.content.fill(0);
    this.#unwritten = undefined;
  }

  get #kept(): Kept | undefined {
    return this.#unwritten ?? readKept(this.#db);
  }

  #write(): void {
    if (!this.#unwritten) return;
    const { content, receivedAt } = this.#unwritten;
    this.#db
      .prepare('INSERT OR REPLACE INTO certificate_download (id, content, received_at) VALUES (1, ?, ?)')
      .run(content, receivedAt);
    this.#unwritten = undefined;
  }
}
