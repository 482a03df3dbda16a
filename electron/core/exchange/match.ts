import { inschrijvingIn, type InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { meldingOf, type Accepted, type Registered } from './stand.ts';

/** The inschrijving here that one at BRON is. */
export interface Match {
  inschrijvingId: number;
  /** The melding of ours that BRON names as the last one it accepted. */
  melding?: { id: number; accepted: Accepted };
}

/** By which inschrijvingen of one pupil are told apart. */
interface Key {
  kind: InschrijvingKind;
  datum: string;
}

interface MeldingRow {
  id: number;
  inschrijving_id: number;
  delivered: string;
  hash: string;
}

function byMelding(db: Connection, registered: Registered, { kind, datum }: Key): Match | undefined {
  const row = db
    .prepare<[string, string, string], MeldingRow>(
      `SELECT b.id, b.inschrijving_id, b.content AS delivered, b.content_hash AS hash FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id
       WHERE b.nr = 3 AND b.berichtidentificatie = ? AND i.datum_inschrijving = ? AND i.kind = ?`,
    )
    .get(meldingOf(registered) ?? '', datum, kind);
  if (!row) return undefined;
  const { id, inschrijving_id: inschrijvingId, delivered, hash } = row;
  return { inschrijvingId, melding: { id, accepted: { delivered, hash } } };
}

/** The one inschrijving that fits; none when several do. */
function onlyOne(db: Connection, where: string, values: Record<string, string | null>): Match | undefined {
  const rows = db
    .prepare<[Record<string, string | null>], { id: number }>(
      `SELECT i.id FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id WHERE i.datum_inschrijving = :datum AND i.kind = :kind AND ${where} LIMIT 2`,
    )
    .all(values);
  return rows.length === 1 && rows[0] ? { inschrijvingId: rows[0].id } : undefined;
}

/**
 * The inschrijving here that a registered one is: the one whose melding BRON names; else that of the PGN with the same datum
 * inschrijving, of the same kind; else that of a pupil without PGN with the same surname, birth date and sex.
 */
export function matchOf(db: Connection, registered: Registered): Match | undefined {
  const found = inschrijvingIn(registered);
  const datum = found?.inschrijving.datumInschrijving;
  if (!found || datum === undefined) return undefined;
  const key = { kind: found.kind, datum };
  const { burgerservicenummer: bsn = null, onderwijsnummer = null } = registered;
  const { achternaam = null, geboortedatum = null, geslacht = null } = registered;
  return (
    byMelding(db, registered, key) ??
    onlyOne(db, 'l.burgerservicenummer = :bsn', { ...key, bsn }) ??
    onlyOne(db, 'l.onderwijsnummer = :onderwijsnummer', { ...key, onderwijsnummer }) ??
    onlyOne(
      db,
      `l.burgerservicenummer IS NULL AND l.onderwijsnummer IS NULL AND l.achternaam = :achternaam COLLATE NOCASE
       AND l.geboortedatum = :geboortedatum AND l.geslacht = :geslacht`,
      { ...key, achternaam, geboortedatum, geslacht },
    )
  );
}
