import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import type { Bundle } from './answer.ts';
import { bundlesToProcess, readKeptBundle } from './bundel.ts';
import { takeLostMelding } from './lostMelding.ts';
import { findVerzoek, processRegistratieoverzicht } from './processRegistratieoverzicht.ts';
import { closeEarlierSignalen, receiveSignaal, type SignaalSource } from './receiveSignaal.ts';
import { writeStand } from './stand.ts';
import { keptHash, refreshBronState } from './state.ts';

/** What the processed bundles brought. */
export interface ProcessReport {
  received: number;
  geregistreerd: number;
  metSignaal: number;
  afgekeurd: number;
  /** Registratieoverzichten (bericht 12). */
  registratieoverzichten: number;
  unmatched: number;
}

export const emptyReport = (): ProcessReport => ({
  received: 0,
  geregistreerd: 0,
  metSignaal: 0,
  afgekeurd: 0,
  registratieoverzichten: 0,
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
/** A registratieoverzicht is as large as the school and takes slices of its own. */
type AnyItem = Item | { nr: 12; message: Message<12> };

/** States in which a message still waits for its terugkoppeling; one that was given up may get it after all. */
const WAITING = new Set(['verzonden', 'onzeker', 'in behandeling', 'vervallen']);
/** Between slices of at most about 30 ms other work gets its turn. */
const ITEMS_PER_SLICE = 25;

const findBericht = (db: Connection, berichtidentificatie: string | undefined): Bericht | undefined =>
  db
    .prepare<[string], Bericht>(
      `SELECT b.id, b.inschrijving_id, i.leerling_id, b.state, b.content, b.content_hash FROM bericht b
       JOIN inschrijving i ON i.id = b.inschrijving_id WHERE b.nr = 3 AND b.berichtidentificatie = ?`,
    )
    .get(berichtidentificatie ?? '');

/** What settled a message before it was given up comes again, word for word: it says nothing new. */
const isRepeated = (db: Connection, { state }: Bericht, terugkoppelingId: number): boolean =>
  state === 'vervallen' &&
  db
    .prepare<[number], number>(
      `SELECT 1 FROM terugkoppeling t JOIN terugkoppeling e
         ON e.bericht_id = t.bericht_id AND e.id < t.id AND e.nr = t.nr AND e.content = t.content WHERE t.id = ? LIMIT 1`,
    )
    .get(terugkoppelingId) !== undefined;

/** Whether a bericht 10 really is about the inschrijving of this message: same kind and datum inschrijving, same PGN or one that BRON has found. */
function concerns(content: MeldingContent, message: Message<10>): boolean {
  const sent = content.persoonMetPgn?.[0];
  const persoon = message.persoon?.[0];
  const [delivered, registered] = [inschrijvingIn(content), inschrijvingIn(message)];
  if (registered?.kind !== delivered?.kind) return false;
  if (registered?.inschrijving.datumInschrijving !== delivered?.inschrijving.datumInschrijving) return false;
  if (!sent || !persoon) return !sent;
  if (sent.burgerservicenummer)
    return persoon.burgerservicenummer === sent.burgerservicenummer || Boolean(persoon.onderwijsnummer);
  return persoon.onderwijsnummer === sent.onderwijsnummer || Boolean(persoon.burgerservicenummer);
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
  const hash = keptHash(db, bericht.inschrijving_id);
  if (item.nr === 10) {
    const accepted = { delivered: bericht.content, hash: bericht.content_hash };
    writeStand(db, clock, bericht.inschrijving_id, item.message, accepted);
  }
  const source: SignaalSource = { terugkoppelingId, bericht, content, item };
  const open = signalen.filter((signaal) => receiveSignaal(administration, source, signaal));
  refreshBronState(db, clock, bericht.inschrijving_id, hash);
  if (state === 'afgekeurd') report.afgekeurd += 1;
  // What was decided before asks nothing of anybody.
  else if (open.length === 0) report.geregistreerd += 1;
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
  if (item.nr === 13 && refuseVerzoek(administration, bundelId, position, item.message)) {
    report.received += 1;
    report.afgekeurd += 1;
    return;
  }
  const bericht = findBericht(db, item.message.berichtidentificatie);
  const matched =
    bericht !== undefined && (item.nr === 13 || concerns(JSON.parse(bericht.content) as MeldingContent, item.message));
  const id = addTerugkoppeling(db, bundelId, position, item, matched ? bericht : undefined);
  report.received += 1;
  if (!matched) {
    const open = item.nr === 10 && !bericht ? takeLostMelding(administration, item.message, id) : undefined;
    report[open === undefined ? 'unmatched' : open === 0 ? 'geregistreerd' : 'metSignaal'] += 1;
  }
  // Of one that waits no longer, or that repeats what was said before, keeping it is enough.
  else if (WAITING.has(bericht.state) && !isRepeated(db, bericht, id))
    settle(administration, item, bericht, id, report);
}

/** Keeps a terugkoppeling with the message it answers. The content of a registratieoverzicht stays with the bytes of the bundle. */
function addTerugkoppeling(
  db: Connection,
  bundelId: number,
  position: number,
  { nr, message }: AnyItem,
  bericht?: { id: number; inschrijving_id?: number },
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO terugkoppeling (bundel_id, position, nr, berichtidentificatie, bericht_id, inschrijving_id, content, matched)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      bundelId,
      position,
      nr,
      message.berichtidentificatie ?? '',
      bericht?.id ?? null,
      bericht?.inschrijving_id ?? null,
      nr === 12 ? null : JSON.stringify(message),
      bericht ? 1 : 0,
    );
  return Number(lastInsertRowid);
}

/** Settles a verzoek registratieoverzicht that BRON rejects (bericht 13); false when the message is about no verzoek. */
function refuseVerzoek(
  { db, clock }: Administration,
  bundelId: number,
  position: number,
  message: Message<13>,
): boolean {
  const verzoek = findVerzoek(db, message.berichtidentificatie);
  if (!verzoek) return false;
  addTerugkoppeling(db, bundelId, position, { nr: 13, message }, verzoek);
  db.prepare(
    `UPDATE bericht SET state = 'afgekeurd', answered_at = ?, last_error = ?, next_attempt_at = NULL
     WHERE id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')`,
  ).run(clock.now().toISOString(), message.signaal?.[0]?.signaalcode ?? null, verzoek.id);
  return true;
}

async function takeRegistratieoverzicht(
  administration: Administration,
  bundelId: number,
  position: number,
  message: Message<12>,
  report: ProcessReport,
): Promise<void> {
  const { db } = administration;
  const verzoek = findVerzoek(db, message.berichtidentificatie);
  const keep = () => void addTerugkoppeling(db, bundelId, position, { nr: 12, message }, verzoek);
  if (verzoek) await processRegistratieoverzicht(administration, message, verzoek, keep);
  else db.transaction(keep).immediate();
  report.received += 1;
  if (verzoek) report.registratieoverzichten += 1;
  else report.unmatched += 1;
}

/** The terugkoppelingen of a bundle in the order of the message (PvE 5.6.7). */
const itemsOf = (bundle: Message<7>): AnyItem[] => [
  ...(bundle.meldingInschrijvingAntwoord ?? []).map((message): AnyItem => ({ nr: 10, message })),
  ...(bundle.terugkoppelingRegistratieoverzicht ?? []).map((message): AnyItem => ({ nr: 12, message })),
  ...(bundle.terugkoppelingAfkeuring ?? []).map((message): AnyItem => ({ nr: 13, message })),
];

export const countItems = ({ message, unknown }: Bundle): number => itemsOf(message).length + unknown;

/** The terugkoppelingen from `start` on that are processed in one transaction. */
function nextSlice(items: readonly AnyItem[], start: number): Item[] {
  const slice: Item[] = [];
  for (const item of items.slice(start, start + ITEMS_PER_SLICE)) {
    if (item.nr === 12) break;
    slice.push(item);
  }
  return slice;
}

/**
 * Processes every committed bundle that has not been processed yet; goes on where an interrupted run ended. `read`: bundles by their id
 * that were read already.
 */
export async function processBundles(
  administration: Administration,
  report: ProcessReport,
  read: ReadonlyMap<number, Bundle> = new Map(),
): Promise<void> {
  const { db, clock } = administration;
  for (const id of bundlesToProcess(db)) {
    const { message, unknown } = read.get(id) ?? readKeptBundle(db, id);
    const items = itemsOf(message);
    const done =
      db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM terugkoppeling WHERE bundel_id = ?').get(id)?.n ??
      0;
    for (let start = done; start < items.length;) {
      const first = items[start];
      if (first?.nr === 12) {
        await takeRegistratieoverzicht(administration, id, start, first.message, report);
        start += 1;
        continue;
      }
      const slice = nextSlice(items, start);
      db.transaction(() => {
        slice.forEach((item, offset) => processItem(administration, id, start + offset, item, report));
      }).immediate();
      start += slice.length;
      await giveWay();
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
