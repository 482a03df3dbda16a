import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Connection } from '../database/database.ts';

type Pgn = Pick<Persoonsgegevens, 'burgerservicenummer' | 'onderwijsnummer'>;

/** The pupil here with this PGN, if it does not lie in the bin. */
export const leerlingByPgn = (db: Connection, { burgerservicenummer, onderwijsnummer }: Pgn): number | undefined =>
  db
    .prepare<[string | null, string | null], number>(
      'SELECT id FROM leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ? LIMIT 1',
    )
    .pluck()
    .get(burgerservicenummer ?? null, onderwijsnummer ?? null);
