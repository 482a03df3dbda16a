import type { TestLas } from './administration.ts';
import { lookInto } from './database.ts';

/** What of a pupil came from a file, without ids and moments. That a vestiging was called otherwise there is no fact of a pupil. */
export const registeredFromFile = (world: TestLas): Promise<Record<string, unknown>> =>
  lookInto(world, (db) => {
    const all = (sql: string) => db.prepare<[], Record<string, unknown>>(sql).all();
    const moments = new Set(['id', 'created_at', 'changed_at', 'version', 'leerling_id', 'inschrijving_id']);
    const plain = (rows: Record<string, unknown>[]) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !moments.has(name))));
    const name = `coalesce(l.leerlingnummer, l.roepnaam)`;
    return {
      leerlingen: plain(all('SELECT * FROM leerling ORDER BY leerlingnummer')),
      inschrijvingen: plain(
        all(`SELECT ${name} AS who, i.* FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id ORDER BY 1`),
      ),
      groups: ['inschrijving_vestiging', 'inschrijving_leerjaar_groep', 'gewicht_wpo'].map((table) =>
        plain(
          all(
            `SELECT ${name} AS who, g.* FROM ${table} g JOIN inschrijving i ON i.id = g.inschrijving_id JOIN leerling l ON l.id = i.leerling_id ORDER BY 1, g.begindatum`,
          ),
        ),
      ),
      facts: plain(
        all(
          `SELECT ${name} AS who, f.* FROM import_fact f JOIN leerling l ON l.id = f.leerling_id ORDER BY 1, f.field`,
        ),
      ),
      marks: plain(
        all(
          `SELECT ${name} AS who, m.* FROM gegeven_mark m JOIN leerling l ON l.id = m.leerling_id WHERE m.gegevensgroep <> 'vestiging' ORDER BY 1, m.gegevensgroep, m.element`,
        ),
      ),
    };
  });
