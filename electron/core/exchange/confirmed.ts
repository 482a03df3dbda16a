import type { Connection } from '../database/database.ts';

const isPgnIn = (content: string) =>
  `coalesce(l.burgerservicenummer, l.onderwijsnummer) IN (${content} ->> '$.persoon[0].burgerservicenummer', ${content} ->> '$.persoon[0].onderwijsnummer')`;

/**
 * Whether BRON knows a pupil `l` by the number that is kept here, in SQL: its last answer to an identificatieverzoek
 * named it (PvE 5.6.8), whatever was decided on the rest of that, or it has an inschrijving registered under it.
 */
export const confirmedSql = `(EXISTS (SELECT 1 FROM proposal p WHERE p.leerling_id = l.id AND p.nr = 8 AND p.state <> 'superseded' AND ${isPgnIn('p.content')})
  OR EXISTS (SELECT 1 FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = l.id AND ${isPgnIn('s.content')}))`;

/** Whether BRON has confirmed the number of a pupil. */
export const isConfirmed = (db: Connection, leerlingId: number): boolean =>
  db.prepare(`SELECT 1 FROM leerling l WHERE l.id = ? AND ${confirmedSql}`).get(leerlingId) !== undefined;
