import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { meldingInschrijvingAntwoord } from '../../../shared/pve/berichten/answers.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { describeSignaal, locateSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { decisionOn, saidBy, valuesOf } from './said.ts';

/**
 * The signalen of earlier terugkoppelingen no longer hold once BRON has registered a later melding. An afkeuring leaves the stand
 * as it was: then only those of earlier afkeuringen go.
 */
export const closeEarlierSignalen = (db: Connection, inschrijvingId: number, nr: 10 | 13) =>
  db
    .prepare(
      `UPDATE signaal SET state = 'vervallen' WHERE inschrijving_id = ? AND state <> 'vervallen'
         AND (? = 10 OR bericht_id IN (SELECT id FROM bericht WHERE state = 'afgekeurd'))`,
    )
    .run(inschrijvingId, nr);

/** Where a signaal comes from. */
export interface SignaalSource {
  terugkoppelingId: number;
  /** `id`: none of a melding that is not known here. */
  bericht: { id: number | null; inschrijving_id: number; leerling_id: number };
  content: MeldingContent;
  item: { nr: 10; message: Message<10> } | { nr: 13; message: Message<13> };
}

/**
 * Keeps a signaal with the gegeven it is about and the values it compares. What BRON said before and a person ticked off comes in as
 * ticked off. Gives whether it is open.
 */
export function receiveSignaal(
  { db, clock }: Administration,
  source: SignaalSource,
  { signaalcode: code = '', omschrijving = '' }: { signaalcode?: string; omschrijving?: string },
): boolean {
  const { terugkoppelingId, bericht, content, item } = source;
  const place = locateSignaal(code, omschrijving, content);
  const ernst = describeSignaal(code).ernst ?? (item.nr === 13 ? 'A' : 'S');
  // In the order of the delivered content, whatever order BRON gives the periods in.
  const stand = item.nr === 10 ? (canonical(meldingInschrijvingAntwoord, item.message) as Message<10>) : undefined;
  const received = { code, ernst, omschrijving, place, content, stand };
  const { lasValue, bronValue } = valuesOf(received);
  const said = saidBy(received);
  const decision = decisionOn(db, bericht.inschrijving_id, said, { terugkoppelingId });
  db.prepare(
    `INSERT INTO signaal (terugkoppeling_id, bericht_id, inschrijving_id, leerling_id, code, omschrijving, ernst,
       gegevensgroep, element, parent, voorkomen, las_value, bron_value, created_at,
       said, state, decided_before, note, decided_by, decided_at)
     VALUES (:terugkoppelingId, :berichtId, :inschrijvingId, :leerlingId, :code, :omschrijving, :ernst,
       :gegevensgroep, :element, :parent, :voorkomen, :lasValue, :bronValue, :createdAt,
       :said, :state, :decidedBefore, :note, :decidedBy, :decidedAt)`,
  ).run({
    terugkoppelingId,
    berichtId: bericht.id,
    inschrijvingId: bericht.inschrijving_id,
    leerlingId: bericht.leerling_id,
    code,
    omschrijving,
    ernst,
    gegevensgroep: place?.gegevensgroep ?? null,
    element: place?.element ?? null,
    parent: place?.parent ?? null,
    voorkomen: place?.voorkomen ?? null,
    lasValue: lasValue ?? null,
    bronValue: bronValue ?? null,
    createdAt: clock.now().toISOString(),
    said,
    state: decision ? 'afgevinkt' : 'open',
    decidedBefore: decision ? 1 : 0,
    note: decision?.note ?? null,
    decidedBy: decision?.decided_by ?? null,
    decidedAt: decision?.decided_at ?? null,
  });
  return !decision;
}
