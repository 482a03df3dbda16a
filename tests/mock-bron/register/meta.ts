import type { Register } from './database.ts';

/** Small facts that survive a restart. */
export interface Meta {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** The next number of a counter, from 1 on. */
  next(counter: string): number;
}

export function createMeta(register: Register): Meta {
  const select = register.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const upsert = register.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const set = (key: string, value: string) => {
    upsert.run(key, value);
  };
  return {
    get: (key) => select.get(key)?.value,
    set,
    next: (counter) => {
      const value = Number(select.get(counter)?.value ?? 0) + 1;
      set(counter, String(value));
      return value;
    },
  };
}

/** The next berichtidentificatie of BRON's own series, of berichten 15, 16 and 17. */
export const ownBerichtidentificatie = (meta: Meta): string =>
  `B${String(meta.next('berichtidentificatie')).padStart(15, '0')}`;
