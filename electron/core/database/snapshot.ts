import type { Connection } from './database.ts';

/**
 * The administration as it is now, on a connection of its own that only reads: what is saved meanwhile does not show, and
 * nobody waits. Close it soon, as the write-ahead log grows until then. @param connect opens another connection
 */
export function openSnapshot(connect: () => Connection): Connection {
  const snapshot = connect();
  try {
    snapshot.pragma('query_only = ON');
    snapshot.exec('BEGIN');
    // The moment is that of the first read.
    snapshot.prepare('SELECT count(*) FROM sqlite_schema').get();
    return snapshot;
  } catch (error) {
    snapshot.close();
    throw error;
  }
}
