import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../database/atomicFile.ts';
import { chainHead, hasHead, type ChainHead } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { codeOf } from '../database/errors.ts';

const fileSchema = z.strictObject({
  version: z.literal(1),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How long a change can be without the file knowing of it. */
const WRITE_EVERY_MS = 2_000;

/** The head of the chain as the file `chain-head` has it; undefined when there is no such file or it cannot be read. */
export function readChainHead(file: string): ChainHead | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { seq, hash } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { seq, hash };
  } catch {
    return undefined;
  }
}

/** Keeps the head of the chain outside the database, so that lines cut off at its end are missed at the next unlocking. */
export interface ChainHeadKeeper {
  /** The head that is missing from the chain; undefined when all is there. */
  readonly missing: ChainHead | undefined;
  /** Goes on from the chain as it is. */
  accept(): void;
  /** Writes the head a last time. Call it before the database closes. */
  stop(): void;
}

/** Compares the file with the chain and from then on follows the chain; while lines are missing the file stays as it is. */
export function keepChainHead(file: string, db: Connection): ChainHeadKeeper {
  const known = readChainHead(file);
  let missing = known && !hasHead(db, known) ? known : undefined;
  let written = known?.hash;
  const write = () => {
    if (missing) return;
    try {
      const head = chainHead(db);
      if (head.hash === written) return;
      writeFileAtomic(file, `${JSON.stringify({ version: 1, ...head })}\n`);
      written = head.hash;
    } catch (error) {
      // What was saved is saved; a full disk, a folder that went or a damaged database says so at the next saving, and this is tried again.
      if (codeOf(error) === '') throw error;
    }
  };
  write();
  const timer = setInterval(write, WRITE_EVERY_MS);
  timer.unref();
  return {
    get missing() {
      return missing;
    },
    accept: () => {
      missing = undefined;
      write();
    },
    stop: () => {
      clearInterval(timer);
      write();
    },
  };
}
