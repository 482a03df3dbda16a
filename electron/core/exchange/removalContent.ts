import type { VoorkomenOf } from '../../../shared/pve/gegevensset/types.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { persoonVerwijderd } from '../../../shared/pve/gegevensset/personInMessages.ts';
import { verwijderenInschrijving } from '../../../shared/pve/berichten/requests.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { gegevenSql } from './content.ts';
import { everLeftSql } from './known.ts';

/** What a verwijdering (bericht 4) says, without its berichtidentificatie (PvE 5.6.4). */
export type RemovalContent = Omit<Message<4>, 'berichtidentificatie'>;

interface Row {
  wanted: 0 | 1;
  stand: string | null;
  /** The datum inschrijving by which BRON knows it, and that of here. */
  registered: string | null;
  datum: string | null;
}

/** The pupil and the date by which BRON knows an inschrijving: from what it has registered, else from the last melding that left. */
function keyAtBron(db: Connection, id: number, stand: string | null): RemovalContent | undefined {
  const left = db
    .prepare<[number], string>(
      `SELECT content FROM bericht WHERE inschrijving_id = ? AND nr = 3 AND ${everLeftSql} ORDER BY id DESC LIMIT 1`,
    )
    .pluck();
  const known = JSON.parse(stand ?? left.get(id) ?? '{}') as MeldingContent & {
    persoon?: VoorkomenOf<typeof persoonVerwijderd>[];
  };
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht } =
    known.persoon?.[0] ?? known.persoonMetPgn?.[0] ?? {};
  const datumInschrijving = inschrijvingIn(known)?.inschrijving.datumInschrijving;
  // Either may be filled, not both (PvE 5.6.4): the BSN counts.
  const pgn = burgerservicenummer ? { burgerservicenummer } : { onderwijsnummer };
  if (!Object.values(pgn)[0] || !datumInschrijving) return undefined;
  return canonical(verwijderenInschrijving, {
    persoon: [{ ...pgn, geboortedatum, geslacht }],
    identificatieInschrijving: [{ datumInschrijving }],
  });
}

/** What a verwijdering of this inschrijving would say; undefined when BRON gave no PGN of it, or has never got it. */
export const removalOf = (db: Connection, id: number): RemovalContent | undefined =>
  keyAtBron(
    db,
    id,
    db.prepare<[number], string>('SELECT content FROM bron_stand WHERE inschrijving_id = ?').pluck().get(id) ?? null,
  );

/**
 * The canonical content of the verwijdering (bericht 4) that BRON must get of an inschrijving before anything else: a person asked for
 * it, or the datum inschrijving was corrected, by which BRON knows it (PvE 5.6.3). Undefined when there is none.
 */
export function removalDue(db: Connection, id: number): RemovalContent | undefined {
  const row = db
    .prepare<[number], Row>(
      `SELECT EXISTS (SELECT 1 FROM verwijdering v WHERE v.inschrijving_id = i.id) AS wanted, s.content AS stand,
         ${gegevenSql('s.content', 'datumInschrijving')} AS registered, i.datum_inschrijving AS datum
       FROM inschrijving i LEFT JOIN bron_stand s ON s.inschrijving_id = i.id WHERE i.id = ?`,
    )
    .get(id);
  if (!row || (row.wanted === 0 && (row.registered === null || row.registered === row.datum))) return undefined;
  return keyAtBron(db, id, row.stand);
}

interface Asked {
  reason: string;
  at: string;
  name: string | null;
}

/** Why, when and by whom BRON was asked to remove an inschrijving; undefined when it was not, or has done so. */
export function removalAsked(db: Connection, id: number): { reason: string; at: string; by?: string } | undefined {
  const row = db
    .prepare<[number], Asked>(
      `SELECT v.reason, v.requested_at AS at, u.name FROM verwijdering v LEFT JOIN user_account u ON u.id = v.requested_by
       WHERE v.inschrijving_id = ?`,
    )
    .get(id);
  return row && { reason: row.reason, at: row.at, ...(row.name ? { by: row.name } : {}) };
}

/** Whether a person asked BRON to remove an inschrijving, and it has not done so yet. */
export const isRemovalWanted = (db: Connection, id: number): boolean =>
  db.prepare('SELECT 1 FROM verwijdering WHERE inschrijving_id = ?').get(id) !== undefined;
