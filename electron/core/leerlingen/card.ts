import type { BronState, InschrijvingCard, LeerlingCard } from '../../../shared/api/leerlingen.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { deadlineOf } from '../exchange/deadline.ts';
import { mayBeKnown } from '../exchange/known.ts';
import { removalAsked } from '../exchange/removalContent.ts';
import { signalenOf } from '../exchange/signalen.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { bronStateOrder } from './listIndex.ts';
import { inschrijvingIds, readContact, readInschrijving, readLeerling } from './repository.ts';
import { lastChangeOf } from './undo.ts';
import { sightOf, visibleCard } from './visible.ts';

interface Derived {
  state: BronState | null;
  since: string | null;
  stand: string | null;
  registered_at: string | null;
}

const derivedOf = (db: Connection, inschrijvingId: number) =>
  db
    .prepare<[number], Derived>(
      `SELECT s.state, d.since, b.content AS stand, b.registered_at FROM inschrijving i
       LEFT JOIN bron_state s ON s.inschrijving_id = i.id LEFT JOIN to_deliver d ON d.inschrijving_id = i.id
       LEFT JOIN bron_stand b ON b.inschrijving_id = i.id WHERE i.id = ?`,
    )
    .get(inschrijvingId);

function standOf(derived: Derived | undefined): InschrijvingCard['bronStand'] {
  if (!derived?.stand) return undefined;
  const stand = JSON.parse(derived.stand) as Message<10>;
  return {
    persoon: stand.persoon?.[0] ?? {},
    gegevens: inschrijvingIn(stand)?.inschrijving ?? {},
    registeredAt: derived.registered_at ?? '',
  };
}

/** Everything about one pupil that the caller may see: persoonsgegevens, inschrijvingen with findings, the BRON stand and the signalen. */
export function leerlingCard(administration: Administration, id: number): LeerlingCard {
  const { db, clock } = administration;
  const leerling = readLeerling(db, id, sightOf(administration).pupils);
  const inschrijvingen = inschrijvingIds(db, id).map((inschrijvingId): InschrijvingCard => {
    const { version, gegevens } = readInschrijving(db, inschrijvingId);
    const derived = derivedOf(db, inschrijvingId);
    const bronStand = standOf(derived);
    const removal = removalAsked(db, inschrijvingId);
    const deliverBy = deadlineOf(db, inschrijvingId);
    return {
      id: inschrijvingId,
      version,
      gegevens,
      bronState: derived?.state ?? 'aan te leveren',
      knownByBron: mayBeKnown(db, inschrijvingId),
      ...(removal ? { removal } : {}),
      ...(bronStand ? { bronStand } : {}),
      ...(derived?.since ? { toDeliverSince: derived.since } : {}),
      ...(deliverBy ? { deliverBy } : {}),
      findings: findingsOfGegevens(db, clock, leerling.gegevens, gegevens),
      signalen: signalenOf(db, inschrijvingId),
    };
  });
  const ranks = inschrijvingen.map(({ bronState }) => bronStateOrder.indexOf(bronState));
  const bronState = bronStateOrder[Math.min(...ranks, bronStateOrder.length - 1)] ?? 'geen inschrijving';
  const lastChange = lastChangeOf(db, id);
  return visibleCard(administration, {
    id,
    version: leerling.version,
    persoon: leerling.gegevens,
    contact: readContact(db, id),
    adresHidden: false,
    ...(lastChange ? { lastChange } : {}),
    bronState,
    inschrijvingen,
  });
}
