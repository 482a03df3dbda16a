import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { keepSecret, saysSecret } from '../leerlingen/keepSecret.ts';
import { readInschrijving } from '../leerlingen/repository.ts';
import { compareToo } from './compareFirst.ts';
import { matchOf } from './match.ts';
import { closeEarlierSignalen, receiveSignaal, type SignaalSource } from './receiveSignaal.ts';
import { acceptedFrom, asRegistered, writeStand } from './stand.ts';
import { refreshInschrijving } from './state.ts';

/** One that came before is BRON repeating itself: what it says may be older than what is known. */
const isFirst = (db: Connection, berichtidentificatie: string, terugkoppelingId: number): boolean =>
  db
    .prepare<[string, number], { id: number }>(
      'SELECT id FROM terugkoppeling WHERE nr = 10 AND berichtidentificatie = ? AND id < ? LIMIT 1',
    )
    .get(berichtidentificatie, terugkoppelingId) === undefined;

/**
 * Takes what BRON has registered, with its signalen, from a terugkoppeling to a melding that is not known here: it left after the backup
 * that was put back, or from another copy of this administration. What BRON has now may differ from what it was taken to have; then it
 * is to be delivered anew. Gives how many signalen are open; undefined when it is about no inschrijving here. Call it in the transaction
 * that keeps the terugkoppeling.
 */
export function takeLostMelding(
  administration: Administration,
  message: Message<10>,
  terugkoppelingId: number,
): number | undefined {
  const { db, clock } = administration;
  const registered = asRegistered(message);
  const inschrijvingId = isFirst(db, message.berichtidentificatie ?? '', terugkoppelingId)
    ? matchOf(db, registered)?.inschrijvingId
    : undefined;
  if (inschrijvingId === undefined) return undefined;
  const accepted = acceptedFrom(db, inschrijvingId, registered);
  db.prepare('UPDATE terugkoppeling SET inschrijving_id = ?, matched = 1 WHERE id = ?').run(
    inschrijvingId,
    terugkoppelingId,
  );
  closeEarlierSignalen(db, inschrijvingId, 10);
  writeStand(db, clock, inschrijvingId, message, accepted);
  const { leerlingId } = readInschrijving(db, inschrijvingId);
  const source: SignaalSource = {
    terugkoppelingId,
    bericht: { id: null, inschrijving_id: inschrijvingId, leerling_id: leerlingId },
    content: JSON.parse(accepted.delivered) as MeldingContent,
    item: { nr: 10, message },
  };
  if (saysSecret(message.signaal)) keepSecret(administration, leerlingId);
  const open = (message.signaal ?? []).filter((signaal) => receiveSignaal(administration, source, signaal));
  refreshInschrijving(db, clock, inschrijvingId);
  compareToo(db, inschrijvingId);
  return open.length;
}
