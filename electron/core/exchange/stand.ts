import type { Clock } from '../../../shared/domain/clock.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { meldingInschrijvingAntwoord } from '../../../shared/pve/berichten/answers.ts';
import { inMessage, inschrijvingIn, onlyInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { meldingInschrijving } from '../../../shared/pve/berichten/requests.ts';
import type { Connection } from '../database/database.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { hashOf } from './content.ts';

/** A person with one inschrijving as bericht 12 gives it (PvE 5.6.12). */
export type Registered = NonNullable<Message<12>['persoon']>[number];

/** What BRON accepted of an inschrijving, as we deliver it, and its hash. */
export interface Accepted {
  delivered: string;
  hash: string;
}

/** Keeps what BRON has registered of an inschrijving. Call it in the transaction that processes its answer, before it is refreshed. */
export function writeStand(
  db: Connection,
  clock: Clock,
  inschrijvingId: number,
  stand: Message<10>,
  { delivered, hash }: Accepted,
): void {
  db.prepare(
    `INSERT INTO bron_stand (inschrijving_id, content, content_hash, delivered, berichtidentificatie, registered_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (inschrijving_id) DO UPDATE SET content = excluded.content, content_hash = excluded.content_hash,
       delivered = excluded.delivered, berichtidentificatie = excluded.berichtidentificatie, registered_at = excluded.registered_at`,
  ).run(
    inschrijvingId,
    JSON.stringify(canonical(meldingInschrijvingAntwoord, stand)),
    hash,
    delivered,
    stand.berichtidentificatie ?? null,
    clock.now().toISOString(),
  );
}

/**
 * Counts what our own melding said as delivered again, when it said what is here now: what BRON has changed by itself since then was taken
 * over, and that was undone. `hash`: of the content that is here now.
 */
export const acceptOwnAgain = (db: Connection, inschrijvingId: number, hash: string): void => {
  db.prepare(
    `UPDATE bron_stand SET content_hash = b.content_hash, delivered = b.content FROM bericht b
     WHERE bron_stand.inschrijving_id = ? AND b.berichtidentificatie = bron_stand.berichtidentificatie AND b.content_hash = ?`,
  ).run(inschrijvingId, hash);
};

/** The berichtidentificatie of the melding by which BRON came to it. */
export const meldingOf = ({ meldinggegevens }: Registered): string | undefined =>
  meldinggegevens?.[0]?.berichtidentificatie;

/** The same as bericht 10 would have said it. */
export function asAntwoord(registered: Registered): Message<10> {
  const {
    inschrijvingWpo: _wpo,
    inschrijvingWec: _wec,
    verplichteEindtoets: _eindtoets,
    meldinggegevens: _,
    ...persoon
  } = registered;
  const berichtidentificatie = meldingOf(registered);
  return {
    ...(berichtidentificatie ? { berichtidentificatie } : {}),
    persoon: [persoon],
    ...onlyInschrijving(registered),
  };
}

/** The same as bericht 12 would have said it, of a bericht 10. */
export const asRegistered = (antwoord: Message<10>): Registered => ({
  ...antwoord.persoon?.[0],
  ...onlyInschrijving(antwoord),
  meldinggegevens: [{ berichtidentificatie: antwoord.berichtidentificatie ?? '' }],
});

/**
 * What BRON accepted, from what it has registered. Bericht 12 does not give the datum oorspronkelijke inschrijving back: it is taken to
 * be that of here. BRON may have found a BSN to an onderwijsnummer: it is the number of here when BRON knows it too.
 */
export function acceptedFrom(db: Connection, inschrijvingId: number, registered: Registered): Accepted {
  const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
  const persoon = readLeerling(db, leerlingId).gegevens;
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } = registered;
  const byOnderwijsnummer =
    burgerservicenummer === undefined || (!persoon.burgerservicenummer && persoon.onderwijsnummer === onderwijsnummer);
  const pgn = byOnderwijsnummer ? { onderwijsnummer } : { burgerservicenummer };
  const { datumOorspronkelijkeInschrijving } = gegevens;
  const found = inschrijvingIn(registered);
  const content: MeldingContent = canonical(meldingInschrijving, {
    persoonMetPgn: [{ ...pgn, geboortedatum, geslacht, postcode, land }],
    ...(found ? inMessage(found.kind, { ...found.inschrijving, datumOorspronkelijkeInschrijving }) : {}),
  });
  return { delivered: JSON.stringify(content), hash: hashOf(content) };
}
