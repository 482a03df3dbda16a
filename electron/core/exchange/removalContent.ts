import type { VoorkomenOf } from '../../../shared/pve/gegevensset/types.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { persoonVerwijderd } from '../../../shared/pve/gegevensset/personInMessages.ts';
import { verwijderenInschrijving } from '../../../shared/pve/berichten/requests.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { everLeftSql } from './known.ts';

/** What a verwijdering (bericht 4) says, without its berichtidentificatie (PvE 5.6.4). */
export type RemovalContent = Omit<Message<4>, 'berichtidentificatie'>;

/**
 * What a verwijdering of this inschrijving would say: the pupil and the date by which BRON knows it, from what it has registered, else
 * from the last melding that left. Undefined when BRON has no PGN of it, or has never got it.
 */
export function removalOf(db: Connection, id: number): RemovalContent | undefined {
  const stand = db
    .prepare<[number], string>('SELECT content FROM bron_stand WHERE inschrijving_id = ?')
    .pluck()
    .get(id);
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

/** The content of the verwijdering (bericht 4) that BRON must get of an inschrijving before anything else; undefined when nobody asked for it. */
export const removalDue = (db: Connection, id: number): RemovalContent | undefined =>
  isRemovalWanted(db, id) ? removalOf(db, id) : undefined;

interface Asked {
  reason: string;
  at: string;
  name: string | null;
  new_start: string | null;
}

/** That BRON was asked to remove an inschrijving: why, when and by whom; `newStart` when it is to begin on another date afterwards. */
export interface RemovalAsked {
  reason: string;
  at: string;
  by?: string;
  newStart?: string;
}

/** How BRON was asked to remove an inschrijving; undefined when it was not, or has done so. */
export function removalAsked(db: Connection, id: number): RemovalAsked | undefined {
  const row = db
    .prepare<[number], Asked>(
      `SELECT v.reason, v.requested_at AS at, u.name, v.new_start FROM verwijdering v LEFT JOIN user_account u ON u.id = v.requested_by
       WHERE v.inschrijving_id = ?`,
    )
    .get(id);
  if (!row) return undefined;
  const { reason, at, name, new_start: newStart } = row;
  return { reason, at, ...(name ? { by: name } : {}), ...(newStart ? { newStart } : {}) };
}

/** Whether a person asked BRON to remove an inschrijving, and it has not done so yet. */
export const isRemovalWanted = (db: Connection, id: number): boolean =>
  db.prepare('SELECT 1 FROM verwijdering WHERE inschrijving_id = ?').get(id) !== undefined;
