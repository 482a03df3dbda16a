import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { refreshLeerling } from '../exchange/state.ts';
import type { ProposalKind } from './kinds.ts';
import { personKind } from './person.ts';
import { renewStands } from './renewStands.ts';

/** What BRON registered of a wijziging sleutelgegevens (bericht 9, PvE 5.6.9), with what the BRP has of whom it found there. */
export const keyData: ProposalKind = personKind((content) => ({
  told: (JSON.parse(content) as Message<9>).situatieNieuw?.[0] ?? {},
}));

const hasBsn = (db: Connection, leerlingId: number): boolean =>
  db.prepare('SELECT 1 FROM main.leerling WHERE id = ? AND burgerservicenummer IS NOT NULL').get(leerlingId) !==
  undefined;

/** BRON has these sleutelgegevens from now on, whatever is decided on the rest. Call it in the transaction that keeps the terugkoppeling. */
export function settleKeyData(administration: Administration, leerlingId: number, message: Message<9>): void {
  const { db, clock } = administration;
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } =
    message.situatieNieuw?.[0] ?? {};
  const situation = { geboortedatum, geslacht, ...(postcode || land ? { postcode, land } : {}) };
  const number = burgerservicenummer ? { burgerservicenummer } : { onderwijsnummer };
  // Until somebody takes the BSN over that BRON found, the onderwijsnummer is what is delivered here, and BRON knows it too.
  const found = burgerservicenummer !== undefined && !hasBsn(db, leerlingId);
  renewStands(administration, leerlingId, { ...situation, ...number }, found ? situation : undefined);
  refreshLeerling(db, clock, leerlingId);
}
