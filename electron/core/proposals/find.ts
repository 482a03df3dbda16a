import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Connection } from '../database/database.ts';

type Pgn = Pick<Persoonsgegevens, 'burgerservicenummer' | 'onderwijsnummer'>;

/** Where a pupil is looked for: `main.leerling` is the bin too. */
export type Where = 'leerling' | 'main.leerling';

type Find = (db: Connection, pgn: Pgn, where: Where) => number | undefined;

/** The pupil here with this PGN. */
export const leerlingByPgn: Find = (db, { burgerservicenummer, onderwijsnummer }, where) =>
  db
    .prepare<[string | null, string | null], number>(
      `SELECT id FROM ${where} WHERE burgerservicenummer = ? OR onderwijsnummer = ? LIMIT 1`,
    )
    .pluck()
    .get(burgerservicenummer ?? null, onderwijsnummer ?? null);

/** The pupil here whom BRON knows under this PGN: the change of it was declined here, or nobody decided on it. */
const leerlingByBronPgn: Find = (db, { burgerservicenummer, onderwijsnummer }, where) =>
  db
    .prepare<[string | null, string | null], number>(
      `SELECT l.id FROM bron_stand s JOIN main.inschrijving i ON i.id = s.inschrijving_id JOIN ${where} l ON l.id = i.leerling_id
       WHERE s.content ->> '$.persoon[0].burgerservicenummer' = ? OR s.content ->> '$.persoon[0].onderwijsnummer' = ? LIMIT 1`,
    )
    .pluck()
    .get(burgerservicenummer ?? null, onderwijsnummer ?? null);

/** The pupil of whom BRON tells these PGNs, the earlier one first: by the number of here, or else by the one that BRON has. */
export function leerlingByPgns(db: Connection, pgns: readonly Pgn[], where: Where): number | undefined {
  for (const find of [leerlingByPgn, leerlingByBronPgn])
    for (const pgn of pgns) {
      const found = find(db, pgn, where);
      if (found !== undefined) return found;
    }
  return undefined;
}
