import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Register } from '../register/database.ts';

/** The vergelijkingsoverzichten of schools. */
export interface Comparisons {
  /** The present one; undefined when nothing differs, or nothing was compared. */
  current(brinnummer: string): Vergelijkingsoverzicht | undefined;
  /** Keeps what a comparison found: differences, or none. */
  add(brinnummer: string, madeOn: string, rows: Vergelijkingsoverzicht['rows']): void;
}

export function createComparisons(register: Register): Comparisons {
  const last = register.prepare<[string], { content: string | null }>(
    'SELECT content FROM comparisons WHERE brinnummer = ? ORDER BY seq DESC LIMIT 1',
  );
  const count = register.prepare<[string], { number: number }>(
    'SELECT count(*) AS number FROM comparisons WHERE brinnummer = ?',
  );
  const insert = register.prepare<[string, string, string | null]>(
    'INSERT INTO comparisons (brinnummer, made_on, content) VALUES (?, ?, ?)',
  );
  return {
    current: (brinnummer) => {
      const content = last.get(brinnummer)?.content ?? undefined;
      return content === undefined ? undefined : (JSON.parse(content) as Vergelijkingsoverzicht);
    },
    add: (brinnummer, madeOn, rows) => {
      const number = (count.get(brinnummer)?.number ?? 0) + 1;
      const overview: Vergelijkingsoverzicht = {
        layout: 'bronwijs-ab-1',
        kenmerk: `${brinnummer}-AB-${number}`,
        brinnummer,
        madeOn,
        rows,
      };
      insert.run(brinnummer, madeOn, rows.length > 0 ? JSON.stringify(overview) : null);
    },
  };
}
