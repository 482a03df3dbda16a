import Database from 'better-sqlite3';
import type { Connection } from '../../electron/core/database/database.ts';

/** The connections that the cores of this process open. */
export interface CaughtConnections {
  /** That of the administration that is open. */
  administration(): Connection;
  stop(): void;
}

/** From now on the connections are caught: the core hands them out to nobody, but each sets its pragmas. */
export function catchConnections(): CaughtConnections {
  const connections = new Set<Connection>();
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (this: Connection, ...args) {
    connections.add(this);
    return pragma.apply(this, args);
  };
  return {
    administration() {
      const [db] = [...connections].filter(
        ({ open, name, readonly }) => open && !readonly && name.endsWith('administratie.db'),
      );
      if (!db) throw new Error('no open administration');
      return db;
    },
    stop() {
      Database.prototype.pragma = pragma;
    },
  };
}
