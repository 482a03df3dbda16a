import { rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LasError } from '../../../shared/api/errors.ts';
import { replaceFile, syncFolder, temporaryName } from '../database/atomicFile.ts';

/** What the file system says when nothing more fits: the disk, the quota of the user, or the limit on a file. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EBUSY']);

/** What an error of the file system means for who chose where to write: `export-disk-full` or `target-not-writable`; otherwise as it is. */
export function targetError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return new LasError('export-disk-full');
  return FORBIDDEN.has(code) ? new LasError('target-not-writable') : error;
}

/** A new file to write what a person wants written. @throws LasError export-disk-full, target-not-writable */
export async function openTarget(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    throw targetError(error);
  }
}

interface Parts<T> {
  write(file: FileHandle): Promise<T>;
  /** Reads the closed file back; throws when it does not hold what was written. */
  verify(path: string, written: T): Promise<void>;
}

/**
 * Writes a file so that what stands under `target` is always whole: it is written under another name, read back, and only then
 * renamed. Whatever goes wrong, nothing is left behind and a former file stays. Gives what `write` gave, and the size.
 * @throws LasError export-disk-full, target-not-writable, and what `write` and `verify` throw
 */
export async function writeVerified<T>(
  target: string,
  { write, verify }: Parts<T>,
): Promise<{ written: T; bytes: number }> {
  const temporary = temporaryName(target);
  const file = await openTarget(temporary);
  try {
    let written: T;
    try {
      written = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await verify(temporary, written);
    replaceFile(temporary, target);
    syncFolder(dirname(target));
    return { written, bytes: statSync(target).size };
  } catch (error) {
    throw targetError(error);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The failure of a file that does not read back as it was written. */
export const notAsWritten = (): LasError => new LasError('export-not-verified');
