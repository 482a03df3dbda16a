import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Connection } from '../database/database.ts';

type Pgn = Pick<Persoonsgegevens, 'burgerservicenummer' | 'onderwijsnummer'>;

/** Where a pupil is looked for: `main.leerling` is the bin too. */
export type Where = 'leerling' | 'main.leerling';

/** The pupil here with this PGN. */
export const leerlingByPgn = (
  db: Connection,
  { burgerservicenummer, onderwijsnummer }: Pgn,
  where: Where,
): number | undefined =>
  db
    .prepare<[string | null, string | null], number>(
      `SELECT id FROM ${where} WHERE burgerservicenummer = ? OR onderwijsnummer = ? LIMIT 1`,
    )
    .pluck()
    .get(burgerservicenummer ?? null, onderwijsnummer ?? null);
