import type { Register } from './database.ts';

/** One message in or out, as it went over the line. */
export interface LogEntry {
  /** ISO instant by the mock's clock. */
  at: string;
  direction: 'in' | 'out';
  /** Subject CN of the client certificate. */
  holder?: string | undefined;
  brinnummer?: string | undefined;
  aanleverpunt?: string | undefined;
  /** Number of the message in PvE 5.5. */
  nr?: number | undefined;
  berichtidentificatie?: string | undefined;
  /** HTTP status; of outgoing messages only. */
  status?: number | undefined;
  signaal?: string | undefined;
  /** What the mock has to say about it: a fault that was asked for, misuse. */
  note?: string | undefined;
  xml: string;
}

export interface LogFilter {
  direction?: 'in' | 'out' | undefined;
  brinnummer?: string | undefined;
  aanleverpunt?: string | undefined;
  nr?: number | undefined;
  berichtidentificatie?: string | undefined;
  signaal?: string | undefined;
  /** Only entries after this one. */
  after?: number | undefined;
  limit?: number | undefined;
}

export type LoggedMessage = LogEntry & { seq: number };

const columns = [
  'at',
  'direction',
  'holder',
  'brinnummer',
  'aanleverpunt',
  'nr',
  'berichtidentificatie',
  'status',
  'signaal',
  'note',
  'xml',
] as const;

export interface MessageLog {
  add(entry: LogEntry): void;
  /** Oldest first; at most `limit` (1000). */
  list(filter?: LogFilter): LoggedMessage[];
}

export function createLog(register: Register): MessageLog {
  const insert = register.prepare(
    `INSERT INTO log (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const equal = ['direction', 'brinnummer', 'aanleverpunt', 'nr', 'berichtidentificatie', 'signaal'] as const;
  const select = register.prepare<[Record<string, unknown>], Record<string, unknown>>(
    `SELECT * FROM log WHERE seq > @after AND ${equal.map((name) => `(@${name} IS NULL OR ${name} = @${name})`).join(' AND ')}
     ORDER BY seq LIMIT @limit`,
  );
  return {
    add: (entry) => {
      insert.run(Object.fromEntries(columns.map((column) => [column, entry[column] ?? null])));
    },
    list: (filter = {}) => {
      const values = Object.fromEntries(equal.map((name) => [name, filter[name] ?? null]));
      const rows = select.all({ ...values, after: filter.after ?? 0, limit: filter.limit ?? 1000 });
      return rows.map(
        (row) =>
          Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as LoggedMessage,
      );
    },
  };
}
