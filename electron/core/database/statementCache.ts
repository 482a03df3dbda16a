import type Database from 'better-sqlite3';

/** More different statements than the program has. */
const LIMIT = 500;

type AnyStatement = Database.Statement;

/** What makes a statement one's own: it keeps the mode or the place it was given. */
const keepsState = ['pluck', 'expand', 'raw', 'bind', 'safeIntegers', 'iterate'] as const;

/**
 * Makes `db.prepare` give the same statement for the same SQL. Compiling costs more than most of our queries, and what is compiled
 * and dropped waits for the garbage collector outside the heap, where it does not press. A statement that is given a mode, or
 * is iterated, belongs to the caller from then on.
 */
export function cacheStatements(db: Database.Database): void {
  const compile = db.prepare.bind(db) as (sql: string) => AnyStatement;
  const known = new Map<string, AnyStatement>();

  const prepare = (sql: string): AnyStatement => {
    const found = known.get(sql);
    if (found) return found;
    const statement = compile(sql);
    for (const name of keepsState) {
      const own = statement[name].bind(statement) as (...args: unknown[]) => unknown;
      Object.defineProperty(statement, name, {
        value: (...args: unknown[]) => {
          known.delete(sql);
          return own(...args);
        },
      });
    }
    if (known.size >= LIMIT) known.delete(known.keys().next().value ?? '');
    known.set(sql, statement);
    return statement;
  };
  db.prepare = prepare as typeof db.prepare;
}
