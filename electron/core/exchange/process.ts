import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import type { Bundle } from './answer.ts';
import { bundlesToProcess, readKeptBundle } from './bundel.ts';
import { receiveProposal, type ProposalItem } from '../proposals/receive.ts';
import { takeLostMelding } from './lostMelding.ts';
import { findVerzoek, processRegistratieoverzicht } from './processRegistratieoverzicht.ts';
import { concerns, settleMelding } from './settleMelding.ts';
import { concernsRemoval, settleRemoval } from './settleRemoval.ts';
import {
  addTerugkoppeling,
  findAnswered,
  isAboutInschrijving,
  settles,
  type AnsweredMelding,
  type AnyItem,
  type Item,
  type Place,
  type ProcessReport,
} from './terugkoppeling.ts';
import { endHoldWhenKnown } from './toKnow.ts';

/** Between slices of at most about 30 ms other work gets its turn. */
const ITEMS_PER_SLICE = 25;

/** A terugkoppeling about an inschrijving. */
type MeldingItem = Extract<Item, { nr: 10 | 11 | 13 }>;

const isAboutLeerling = (item: Item): item is Exclude<ProposalItem, { nr: 13 }> => [8, 9, 15, 16].includes(item.nr);

/** Whether a terugkoppeling is an answer to this melding of ours. */
function answers(db: Connection, item: MeldingItem, answered: AnsweredMelding): boolean {
  switch (item.nr) {
    case 10:
      return answered.nr === 3 && concerns(db, answered, item.message);
    case 11:
      return answered.nr === 4 && concernsRemoval(db, answered, item.message);
    case 13:
      return true;
  }
}

function settle(
  administration: Administration,
  item: MeldingItem,
  answered: AnsweredMelding,
  terugkoppelingId: number,
  report: ProcessReport,
): void {
  if (item.nr === 11) settleRemoval(administration, item.message, answered, terugkoppelingId, report);
  else settleMelding(administration, item, answered, terugkoppelingId, report);
}

function processItem(administration: Administration, place: Place, item: Item, report: ProcessReport): void {
  const { db } = administration;
  report.received += 1;
  if (item.nr === 13 && refuseVerzoek(administration, place, item.message)) {
    report.verzoekenAfgekeurd += 1;
    return;
  }
  const found = findAnswered(db, item.message.berichtidentificatie);
  if (isAboutLeerling(item) || (item.nr === 13 && found && !isAboutInschrijving(found))) {
    const received = receiveProposal(administration, place, item, found);
    if (received === 'proposed') report.proposals += 1;
    if (received === 'unmatched') report.unmatched += 1;
    return;
  }
  const answered = found && isAboutInschrijving(found) && answers(db, item, found) ? found : undefined;
  const id = addTerugkoppeling(db, place, item, answered);
  if (answered) {
    if (settles(db, answered, id)) settle(administration, item, answered, id, report);
    return;
  }
  const open = item.nr === 10 && !found ? takeLostMelding(administration, item.message, id) : undefined;
  report[open === undefined ? 'unmatched' : open === 0 ? 'geregistreerd' : 'metSignaal'] += 1;
}

/** Settles a verzoek registratieoverzicht that BRON rejects (bericht 13); false when the message is about no verzoek. */
function refuseVerzoek(administration: Administration, place: Place, message: Message<13>): boolean {
  const { db, clock } = administration;
  const verzoek = findVerzoek(db, message.berichtidentificatie);
  if (!verzoek) return false;
  addTerugkoppeling(db, place, { nr: 13, message }, { id: verzoek.id });
  db.prepare(
    `UPDATE bericht SET state = 'afgekeurd', answered_at = ?, last_error = ?, next_attempt_at = NULL
     WHERE id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')`,
  ).run(clock.now().toISOString(), message.signaal?.[0]?.signaalcode ?? null, verzoek.id);
  endHoldWhenKnown(administration);
  return true;
}

async function takeRegistratieoverzicht(
  administration: Administration,
  place: Place,
  message: Message<12>,
  report: ProcessReport,
): Promise<void> {
  const { db } = administration;
  const verzoek = findVerzoek(db, message.berichtidentificatie);
  const keep = () => void addTerugkoppeling(db, place, { nr: 12, message }, verzoek ? { id: verzoek.id } : undefined);
  if (verzoek) await processRegistratieoverzicht(administration, message, verzoek, keep);
  else db.transaction(keep).immediate();
  report.received += 1;
  if (verzoek) report.registratieoverzichten += 1;
  else report.unmatched += 1;
}

/** The terugkoppelingen of a bundle in the order of the message (PvE 5.6.7). */
const itemsOf = (bundle: Message<7>): AnyItem[] => [
  ...(bundle.identificatieverzoekAntwoord ?? []).map((message): AnyItem => ({ nr: 8, message })),
  ...(bundle.wijzigingSleutelgegevensAntwoord ?? []).map((message): AnyItem => ({ nr: 9, message })),
  ...(bundle.meldingInschrijvingAntwoord ?? []).map((message): AnyItem => ({ nr: 10, message })),
  ...(bundle.verwijderenInschrijvingAntwoord ?? []).map((message): AnyItem => ({ nr: 11, message })),
  ...(bundle.terugkoppelingRegistratieoverzicht ?? []).map((message): AnyItem => ({ nr: 12, message })),
  ...(bundle.terugkoppelingAfkeuring ?? []).map((message): AnyItem => ({ nr: 13, message })),
  ...(bundle.spontaneMutatie ?? []).map((message): AnyItem => ({ nr: 15, message })),
  ...(bundle.dubbeleInschrijving ?? []).map((message): AnyItem => ({ nr: 16, message })),
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
        await takeRegistratieoverzicht(administration, { bundelId: id, position: start }, first.message, report);
        start += 1;
        continue;
      }
      const slice = nextSlice(items, start);
      db.transaction(() => {
        slice.forEach((item, offset) =>
          processItem(administration, { bundelId: id, position: start + offset }, item, report),
        );
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
