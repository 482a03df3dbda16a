import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { LasError } from '../../../shared/api/errors.ts';
import { codeOf } from '../database/errors.ts';

/** What the file system says of a file that is gone, held by another program, on a disk that was taken out, or not to be read. */
const unreadable: ReadonlySet<string> = new Set([
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EBUSY', 'EIO', 'ENXIO', 'ENODEV'],
  ...['ESTALE', 'EHOSTDOWN', 'ETIMEDOUT', 'UNKNOWN'],
]);

const translated = (error: unknown): unknown =>
  unreadable.has(codeOf(error)) ? new LasError('file-unreadable') : error;

/** Runs `work` on a file that a person chose. @throws LasError file-unreadable, and what `work` throws */
export function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}

/** The bytes of a file that a person chose. @throws LasError file-unreadable */
export const sizeOf = (path: string): number => reading(() => statSync(path).size);

/** The first bytes, at most `length`, of a file that a person chose. @throws LasError file-unreadable */
export async function startOf(path: string, length: number): Promise<Buffer> {
  try {
    const file = await open(path);
    const start = Buffer.alloc(length);
    const { bytesRead } = await file.read(start, 0, length, 0).finally(() => file.close());
    return start.subarray(0, bytesRead);
  } catch (error) {
    throw translated(error);
  }
}

/** A file that a person chose, piece by piece. @param pieceBytes longest piece @throws LasError file-unreadable */
export async function* piecesOf(path: string, pieceBytes = 64 * 1024): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) yield piece as Buffer;
  } catch (error) {
    throw translated(error);
  }
}
