import type { BrpPerson } from '../registers/brp.ts';
import type { Register } from './database.ts';

/** Persons whom a tester edited in the BRP, by the BSN they stand under; undefined for a BSN that nobody has any more. */
export type EditedPersons = ReadonlyMap<string, BrpPerson | undefined>;

/** The edits of the BRP: kept in the register, because BRON has told schools about them. */
export interface BrpEdits {
  all(): EditedPersons;
  put(bsn: string, person: BrpPerson | undefined): void;
  clear(): void;
}

export function createBrpEdits(register: Register): BrpEdits {
  const select = register.prepare<[], { bsn: string; person: string | null }>('SELECT * FROM brp_edits ORDER BY bsn');
  const upsert = register.prepare(
    'INSERT INTO brp_edits (bsn, person) VALUES (?, ?) ON CONFLICT (bsn) DO UPDATE SET person = excluded.person',
  );
  const empty = register.prepare('DELETE FROM brp_edits');
  return {
    all: () =>
      new Map(
        select.all().map(({ bsn, person }) => [bsn, person === null ? undefined : (JSON.parse(person) as BrpPerson)]),
      ),
    put: (bsn, person) => {
      upsert.run(bsn, person ? JSON.stringify(person) : null);
    },
    clear: () => {
      empty.run();
    },
  };
}
