import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { matchOf } from './match.ts';
import { acceptedFrom, asRegistered, writeStand } from './stand.ts';
import { refreshInschrijving } from './state.ts';

/** One that came before is BRON repeating itself: what it says may be older than what is known. */
const isFirst = (db: Connection, berichtidentificatie: string): boolean =>
  db
    .prepare<[string], { id: number }>(
      'SELECT id FROM terugkoppeling WHERE nr = 10 AND berichtidentificatie = ? LIMIT 1',
    )
    .get(berichtidentificatie) === undefined;

/**
 * Takes what BRON has registered from a terugkoppeling to a melding that is not known here: it left after the backup that was put back, or
 * from another copy of this administration. What BRON has now may differ from what it was taken to have; then it is to be delivered
 * anew. Gives the inschrijving here that it is about; undefined when it is about none. Call it in the transaction that keeps the
 * terugkoppeling, before it is kept.
 */
export function takeLostMelding({ db, clock }: Administration, message: Message<10>): number | undefined {
  const registered = asRegistered(message);
  const inschrijvingId = isFirst(db, message.berichtidentificatie ?? '')
    ? matchOf(db, registered)?.inschrijvingId
    : undefined;
  if (inschrijvingId === undefined) return undefined;
  writeStand(db, clock, inschrijvingId, message, acceptedFrom(db, inschrijvingId, registered));
  refreshInschrijving(db, clock, inschrijvingId);
  return inschrijvingId;
}
