import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { meldingInschrijvingAntwoord, type Message } from '../../../shared/pve/berichten/messages.ts';
import { readEnvelope } from '../../../shared/pve/berichten/soap.ts';
import type { Ernst, Place } from '../../../shared/pve/controles/types.ts';
import { describeSignaal, locateSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { decodeBundle, type Bundle } from './answer.ts';
import { bronValueAt, lasValueAt } from './place.ts';
import { refreshInschrijving } from './state.ts';

/** What the processed bundles brought. */
export interface ProcessReport {
  received: number;
  geregistreerd: number;
  metSignaal: number;
  afgekeurd: number;
  unmatched: number;
}

export const emptyReport = (): ProcessReport => ({
  received: 0,
  geregistreerd: 0,
  metSignaal: 0,
  afgekeurd: 0,
  unmatched: 0,
});

interface Bericht {
  id: number;
  inschrijving_id: number;
  leerling_id: number;
  state: string;
  content: string;
  content_hash: string;
}

type Item = { nr: 10; message: Message<10> } | { nr: 13; message: Message<13> };

/** States in which a message still waits for its terugkoppeling. */
const WAITING = new Set(['verzonden', 'onzeker', 'in behandeling']);
/** Between slices of at most about 30 ms other work gets its turn. */
const ITEMS_PER_SLICE = 10;

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

const findBericht = (db: Connection, berichtidentificatie: string | undefined): Bericht | undefined =>
  db
    .prepare<[string], Bericht>(
      `SELECT b.id, b.inschrijving_id, i.leerling_id, b.state, b.content, b.content_hash FROM bericht b
       JOIN inschrijving i ON i.id = b.inschrijving_id WHERE b.nr = 3 AND b.berichtidentificatie = ?`,
    )
    .get(berichtidentificatie ?? '');

/** Whether a bericht 10 really is about the inschrijving of this message: same datum inschrijving, same PGN or one that BRON has found. */
function concerns(content: MeldingContent, message: Message<10>): boolean {
  const sent = content.persoonMetPgn?.[0];
  const persoon = message.persoon?.[0];
  if (message.inschrijvingWpo?.[0]?.datumInschrijving !== content.inschrijvingWpo?.[0]?.datumInschrijving) return false;
  if (!sent || !persoon) return !sent;
  if (sent.burgerservicenummer)
    return persoon.burgerservicenummer === sent.burgerservicenummer || Boolean(persoon.onderwijsnummer);
  return persoon.onderwijsnummer === sent.onderwijsnummer || Boolean(persoon.burgerservicenummer);
}

/**
 * The signalen of earlier terugkoppelingen no longer hold once BRON has registered a later melding. An afkeuring leaves the stand
 * as it was: then only those of earlier afkeuringen go.
 */
const closeEarlierSignalen = (db: Connection, inschrijvingId: number, nr: Item['nr']) =>
  db
    .prepare(
      `UPDATE signaal SET state = 'vervallen' WHERE inschrijving_id = ? AND state <> 'vervallen'
         AND (? = 10 OR bericht_id IN (SELECT id FROM bericht WHERE state = 'afgekeurd'))`,
    )
    .run(inschrijvingId, nr);

interface SignaalSource {
  terugkoppelingId: number;
  bericht: Bericht;
  content: MeldingContent;
  ernst: Ernst;
  stand?: Message<10>;
}

function addSignaal(administration: Administration, source: SignaalSource, code: string, omschrijving: string): void {
  const { db, clock } = administration;
  const { terugkoppelingId, bericht, content, ernst, stand } = source;
  const place: Partial<Place> = locateSignaal(code, omschrijving, content) ?? {};
  const located = place.gegevensgroep ? (place as Place) : undefined;
  db.prepare(
    `INSERT INTO signaal (terugkoppeling_id, bericht_id, inschrijving_id, leerling_id, code, omschrijving, ernst,
       gegevensgroep, element, parent, voorkomen, las_value, bron_value, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    terugkoppelingId,
    bericht.id,
    bericht.inschrijving_id,
    bericht.leerling_id,
    code,
    omschrijving,
    describeSignaal(code).ernst ?? ernst,
    place.gegevensgroep ?? null,
    place.element ?? null,
    place.parent ?? null,
    place.voorkomen ?? null,
    (located && lasValueAt(content, located)) ?? null,
    (located && stand && bronValueAt(stand, code, located)) ?? null,
    clock.now().toISOString(),
  );
}

function settle(
  administration: Administration,
  item: Item,
  bericht: Bericht,
  terugkoppelingId: number,
  report: ProcessReport,
): void {
  const { db, clock } = administration;
  const content = JSON.parse(bericht.content) as MeldingContent;
  const signalen = item.message.signaal ?? [];
  const state = item.nr === 13 ? 'afgekeurd' : signalen.length > 0 ? 'geregistreerd met signaal' : 'geregistreerd';
  db.prepare('UPDATE bericht SET state = ?, answered_at = ?, next_attempt_at = NULL WHERE id = ?').run(
    state,
    clock.now().toISOString(),
    bericht.id,
  );
  closeEarlierSignalen(db, bericht.inschrijving_id, item.nr);
  if (item.nr === 10) {
    db.prepare(
      `INSERT INTO bron_stand (inschrijving_id, content, content_hash, delivered, berichtidentificatie, registered_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (inschrijving_id) DO UPDATE SET content = excluded.content, content_hash = excluded.content_hash,
         delivered = excluded.delivered, berichtidentificatie = excluded.berichtidentificatie, registered_at = excluded.registered_at`,
    ).run(
      bericht.inschrijving_id,
      JSON.stringify(canonical(meldingInschrijvingAntwoord, item.message)),
      bericht.content_hash,
      bericht.content,
      item.message.berichtidentificatie ?? null,
      clock.now().toISOString(),
    );
  }
  const source = { terugkoppelingId, bericht, content, ernst: item.nr === 13 ? ('A' as const) : ('S' as const) };
  for (const signaal of signalen) {
    // In the order of the delivered content, whatever order BRON gives the periods in.
    const stand = item.nr === 10 ? { stand: canonical(meldingInschrijvingAntwoord, item.message) as Message<10> } : {};
    addSignaal(administration, { ...source, ...stand }, signaal.signaalcode ?? '', signaal.omschrijving ?? '');
  }
  refreshInschrijving(db, clock, bericht.inschrijving_id);
  if (state === 'afgekeurd') report.afgekeurd += 1;
  else if (state === 'geregistreerd') report.geregistreerd += 1;
  else report.metSignaal += 1;
}

function processItem(
  administration: Administration,
  bundelId: number,
  position: number,
  item: Item,
  report: ProcessReport,
): void {
  const { db } = administration;
  const bericht = findBericht(db, item.message.berichtidentificatie);
  const matched =
    bericht !== undefined && (item.nr === 13 || concerns(JSON.parse(bericht.content) as MeldingContent, item.message));
  const made = db
    .prepare(
      `INSERT INTO terugkoppeling (bundel_id, position, nr, berichtidentificatie, bericht_id, inschrijving_id, content, matched)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      bundelId,
      position,
      item.nr,
      item.message.berichtidentificatie ?? '',
      matched ? bericht.id : null,
      matched ? bericht.inschrijving_id : null,
      JSON.stringify(item.message),
      matched ? 1 : 0,
    );
  report.received += 1;
  if (!matched) report.unmatched += 1;
  // One that was settled before is the same terugkoppeling come again: keeping it is enough.
  else if (WAITING.has(bericht.state)) settle(administration, item, bericht, Number(made.lastInsertRowid), report);
}

/** The terugkoppelingen of a bundle in the order of the message (PvE 5.6.7). */
const itemsOf = (bundle: Message<7>): Item[] => [
  ...(bundle.meldingInschrijvingAntwoord ?? []).map((message): Item => ({ nr: 10, message })),
  ...(bundle.terugkoppelingAfkeuring ?? []).map((message): Item => ({ nr: 13, message })),
];

export const countItems = ({ message, unknown }: Bundle): number => itemsOf(message).length + unknown;

/** Processes every committed bundle that has not been processed yet; goes on where an interrupted run ended. */
export async function processBundles(administration: Administration, report: ProcessReport): Promise<void> {
  const { db, clock } = administration;
  const bundles = db
    .prepare<[], { id: number; body: Buffer }>("SELECT id, body FROM bundel WHERE state = 'ontvangen' ORDER BY id")
    .all();
  for (const { id, body } of bundles) {
    const { message, unknown } = decodeBundle(readEnvelope(body.toString('utf8')).node);
    const items = itemsOf(message);
    const done =
      db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM terugkoppeling WHERE bundel_id = ?').get(id)?.n ??
      0;
    for (let start = done; start < items.length; start += ITEMS_PER_SLICE) {
      db.transaction(() => {
        items
          .slice(start, start + ITEMS_PER_SLICE)
          .forEach((item, offset) => processItem(administration, id, start + offset, item, report));
      }).immediate();
      await pause();
    }
    db.prepare("UPDATE bundel SET state = 'verwerkt', processed_at = ? WHERE id = ?").run(
      clock.now().toISOString(),
      id,
    );
    // Their bytes stay with the bundle.
    report.received += unknown;
    report.unmatched += unknown;
  }
}
