import { LasError } from '../../../shared/api/errors.ts';
import { inschrijvingIn, type WithInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { sameVestiging } from '../../../shared/pve/controles/vestiging.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';

type Selectiegegevens = NonNullable<Message<5>['selectiegegevens']>[number];

/** By what BRON finds a person: a PGN, the date of birth and the sex (PvE 5.6.5). */
export type AskedPerson = NonNullable<Selectiegegevens['persoon']>[number];

/** Of whom a registratieoverzicht is asked. */
export interface Selection {
  peildatum: string;
  vestigingsvolgnummer?: string;
  /** Absent: of everybody. */
  persoon?: AskedPerson[];
}

/** What is kept of a verzoek: its content, and of how many pupils it was asked. */
export interface KeptSelection {
  content: string;
  leerlingen: number | null;
}

/** Whether a registratieoverzicht `r` is one of all pupils, in SQL: only such a one says of an inschrijving that it leaves out that BRON has it not. */
export const wholeSql = '(r.vestigingsvolgnummer IS NULL AND r.leerlingen IS NULL)';

export const isWhole = ({ vestigingsvolgnummer, persoon }: Selection): boolean =>
  vestigingsvolgnummer === undefined && persoon === undefined;

/** Of whom a kept verzoek was asked; of one that named a pupil who was destroyed it is not known any more. */
export function selectionOf({ content, leerlingen }: KeptSelection): Selection {
  const {
    peildatum = '',
    vestigingsvolgnummer,
    persoon = [],
  } = (JSON.parse(content) as Message<5>).selectiegegevens?.[0] ?? {};
  return {
    peildatum,
    ...(vestigingsvolgnummer === undefined ? {} : { vestigingsvolgnummer }),
    ...(leerlingen === null ? {} : { persoon }),
  };
}

/** A pupil with an inschrijving, as a melding or bericht 10 says it. */
type Content = WithInschrijving & {
  persoon?: readonly Partial<AskedPerson>[];
  persoonMetPgn?: readonly Partial<AskedPerson>[];
};

/** The vestiging where a pupil is placed on a date (reading R28): the last voorkomen that has begun. */
const vestigingOn = (content: Content, date: string): string =>
  inschrijvingIn(content)?.inschrijving.vestiging?.findLast(({ begindatum = '' }) => begindatum <= date)
    ?.vestigingsvolgnummer ?? '';

const isSame = (asked: AskedPerson, known: Partial<AskedPerson>): boolean =>
  asked.geboortedatum === known.geboortedatum &&
  asked.geslacht === known.geslacht &&
  (asked.burgerservicenummer === undefined
    ? asked.onderwijsnummer === known.onderwijsnummer
    : asked.burgerservicenummer === known.burgerservicenummer);

/**
 * Whether an inschrijving that BRON has as `content` says, and that is in force on the peildatum, stands in the answer to a verzoek. Who
 * is asked for by anything else than what BRON has is not found, and left out (PvE 5.6.12; reading R30).
 */
export function covers({ peildatum, vestigingsvolgnummer, persoon }: Selection, content: Content): boolean {
  const known = content.persoon?.[0] ?? content.persoonMetPgn?.[0] ?? {};
  return (
    (persoon === undefined || persoon.some((asked) => isSame(asked, known))) &&
    (vestigingsvolgnummer === undefined || sameVestiging(vestigingOn(content, peildatum), vestigingsvolgnummer))
  );
}

/** Whether a verzoek asks for a person: by these sleutelgegevens, or for everybody. */
export const asksFor = ({ persoon }: Selection, person: AskedPerson): boolean =>
  persoon === undefined || persoon.some((asked) => isSame(asked, person));

const isWholePerson = (persoon: Partial<AskedPerson> | undefined): boolean =>
  Boolean((persoon?.burgerservicenummer || persoon?.onderwijsnummer) && persoon.geboortedatum && persoon.geslacht);

/** How BRON has registered a pupil, by the newest stand, else by the newest melding that it confirmed; undefined when that is not known. */
function registeredAs(db: Connection, leerlingId: number): Partial<AskedPerson> | undefined {
  const contents = db
    .prepare<[{ leerlingId: number }], string>(
      `SELECT content FROM (
         SELECT s.content, 0 AS rank, s.registered_at AS at, s.inschrijving_id AS id
         FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = :leerlingId
         UNION ALL SELECT b.content, 1, b.answered_at, b.id FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id
         WHERE i.leerling_id = :leerlingId AND b.nr = 3 AND b.state IN ('geregistreerd', 'geregistreerd met signaal'))
       ORDER BY rank, at DESC, id DESC`,
    )
    .pluck()
    .all({ leerlingId });
  return contents
    .map((content) => JSON.parse(content) as Content)
    .map(({ persoon, persoonMetPgn }) => persoon?.[0] ?? persoonMetPgn?.[0])
    .find(isWholePerson);
}

/** A pupil as BRON is asked for it: as BRON has registered it, else as it stands here; undefined when too little is known. @throws LasError not-found */
export function personToAsk(db: Connection, leerlingId: number): AskedPerson | undefined {
  const { gegevens } = readLeerling(db, leerlingId);
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht } = registeredAs(db, leerlingId) ?? gegevens;
  if (!(burgerservicenummer || onderwijsnummer) || !geboortedatum || !geslacht) return undefined;
  // Either may be filled, not both (PvE 5.6.5): the BSN counts.
  return { ...(burgerservicenummer ? { burgerservicenummer } : { onderwijsnummer }), geboortedatum, geslacht };
}

/** What BRON is asked for a pupil by. @throws LasError not-found, overzicht-without-number */
export function askedPerson(db: Connection, leerlingId: number): AskedPerson {
  const person = personToAsk(db, leerlingId);
  if (!person)
    throw new LasError('overzicht-without-number', { naam: displayName(readLeerling(db, leerlingId).gegevens) });
  return person;
}
