import { createHash } from 'node:crypto';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { allKinds, inMessage, inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import { identificatieverzoek, meldingInschrijving } from '../../../shared/pve/berichten/requests.ts';
import type { Connection } from '../database/database.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';

/** A pupil as a message names it, with or without PGN (PvE 5.6.1, 5.6.3). */
function persoonInMessage(persoon: Persoonsgegevens) {
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } = persoon;
  if (!burgerservicenummer && !onderwijsnummer) return { persoonZonderPgn: [persoon] };
  // One PGN goes out: the BSN when the school has it (WPO art. 40b: it replaces the onderwijsnummer at once).
  const pgn = burgerservicenummer ? { burgerservicenummer } : { onderwijsnummer };
  return { persoonMetPgn: [{ ...pgn, geboortedatum, geslacht, postcode, land }] };
}

/** The canonical content of the identificatieverzoek (bericht 1) of a pupil (PvE 5.6.1). */
export const identificationContent = (persoon: Persoonsgegevens): MeldingContent =>
  canonical(identificatieverzoek, persoonInMessage(persoon));

/** The canonical content of the melding (bericht 3) that says what is kept here of an inschrijving (PvE 5.6.3). */
export const meldingContent = (persoon: Persoonsgegevens, gegevens: InschrijvingGegevens): MeldingContent =>
  canonical(meldingInschrijving, { ...persoonInMessage(persoon), ...inMessage(gegevens.kind, gegevens) });

/** The canonical content of a stored inschrijving. */
export function contentOfInschrijving(db: Connection, inschrijvingId: number): MeldingContent {
  const inschrijving = readInschrijving(db, inschrijvingId);
  return meldingContent(readLeerling(db, inschrijving.leerlingId).gegevens, inschrijving.gegevens);
}

/** Equal exactly for equal canonical contents. */
export const hashOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** A vast gegeven of the inschrijving in a column with the JSON of a melding or a terugkoppeling, whatever its kind, in SQL. */
export const gegevenSql = (column: string, key: string): string =>
  `coalesce(${allKinds.map((kind) => `${column} ->> '$.${inschrijvingKinds[kind].key}[0].${key}'`).join(', ')})`;
