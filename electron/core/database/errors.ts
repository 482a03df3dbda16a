import { LasError } from '../../../shared/api/errors.ts';

const codeOf = (error: unknown): string => {
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
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new LasError('administration-damaged');
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
