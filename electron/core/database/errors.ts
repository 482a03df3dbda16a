import { LasError } from '../../../shared/api/errors.ts';

/** The code of an error of SQLite or of the file system; empty when it has none. */
export const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/**
 * The LasError that says what an error of SQLite or of the file system means for the user; undefined when it means nothing
 * more than a fault of the program. A LasError comes back as it is.
 */
export function translateDatabaseError(error: unknown): LasError | undefined {
  if (error instanceof LasError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new LasError('disk-full');
  // Another connection of this program writes: an import, in one long transaction.
  if (code.startsWith('SQLITE_BUSY')) return new LasError('import-running');
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ' || code.startsWith('SQLITE_CORRUPT'))
    return new LasError('administration-damaged');
  // A write beyond a limit of the file system (EFBIG) reaches us through SQLite as a failed write.
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO' || code === 'EFBIG') return new LasError('disk-failed');
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new LasError('folder-not-writable');
  }
  return undefined;
}

/** Runs `work`; an error of SQLite or of the file system leaves as the LasError that it means. */
export function translating<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}
