import { everyStoredGroup, type StoredGroup } from '../../electron/core/leerlingen/columns.ts';
import type { Administration } from '../../electron/core/context.ts';
import { hideBin } from '../../electron/core/database/hideBin.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { temporaryDatabase } from '../unit/databaseWorld.ts';
import { creation, START } from './administration.ts';
import { correctInschrijving } from './pupils.ts';

const USER = 'user-1';

/** An open administration without session or contract: for tests that call handlers themselves, and look in the database. */
export function directAdministration(): Administration {
  const { db } = temporaryDatabase();
  const clock = createFixedClock(START);
  writeSchool(db, creation.school, 'oefen');
  const insertUser = db.prepare('INSERT INTO user_account (id, name, role, created_at) VALUES (?, ?, ?, ?)');
  insertUser.run(USER, 'Secretaresse', 'beheerder', START.toISOString());
  insertUser.run('user-2', 'Juf Ank', 'leerkracht', START.toISOString());
  hideBin(db);
  return { db, clock, emit: () => undefined, caller: { userId: USER, role: 'beheerder' } };
}

/** Saves a pupil with one inschrijving; gives the ids. */
export function addDirectly(
  administration: Administration,
  persoon: Persoonsgegevens,
  gegevens: InschrijvingGegevens = correctInschrijving(),
): { leerlingId: number; inschrijvingId: number } {
  const handlers = leerlingenHandlers(administration);
  const { id: leerlingId } = handlers['leerlingen.save']({ persoon }) as { id: number };
  const { id: inschrijvingId } = handlers['leerlingen.saveInschrijving']({ leerlingId, gegevens }) as { id: number };
  return { leerlingId, inschrijvingId };
}

/** Columns that rise with every change. */
const counters = ['version', 'changed_at'];
/** The log, and what keeps which change can be undone. */
const logTables = ['change_log', 'change_value', 'groep_batch', 'leerling_undo'];

const tablesIn = ({ table, groups }: StoredGroup): string[] => [table, ...groups.flatMap(tablesIn)];
const groupTables = new Set(everyStoredGroup.flatMap(tablesIn));

/** Everything in the database but the log and the counters. */
export function contentOf({ db }: Pick<Administration, 'db'>): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !logTables.includes(name));
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare<[], Record<string, unknown>>(`SELECT * FROM main.${table}`)
        .all()
        .map((row) =>
          // Rows of a group are written anew with each save: their ids mean nothing.
          JSON.stringify(row, (key, value: unknown) =>
            counters.includes(key) || (key === 'id' && groupTables.has(table)) ? undefined : value,
          ),
        )
        .sort(),
    ]),
  );
}
