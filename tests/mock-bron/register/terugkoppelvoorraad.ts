import { NAMESPACE, encode } from '../../../shared/pve/berichten/xml.ts';
import { messages, type Message } from '../../../shared/pve/berichten/messages.ts';
import type { Register } from './database.ts';

/** The pause after an empty bericht 7 (PvE 6.2, eis 5). */
const EMPTY_PAUSE = 30 * 60_000;

/** Outcome of a bericht 6: a refusal, or the XML of the terugkoppelingen of its bundle. */
export type Poll = { refused: '396' | '743' } | { refused?: undefined; items: string[]; misuse: boolean };

interface Owner {
  brinnummer: string;
  aanleverpunt: string;
}

interface StockRow {
  seq: number;
  nr: number;
  xml: string;
  bundle: string | null;
}

/** The messages that travel inside bericht 7. */
type TerugkoppelingNumber = 10 | 12 | 13;

export interface Terugkoppelvoorraad {
  /** Puts a terugkoppeling in the voorraad of an aanleverpunt. */
  add<N extends TerugkoppelingNumber>(owner: Owner, nr: N, message: Message<N>, at: string): void;
  /** Handles a bericht 6. `room`: bytes left for terugkoppelingen in the answer. */
  poll(owner: Owner, berichtidentificatie: string, now: Date, room: number): Poll;
}

/** Reading R18: first by length, then character by character. */
export const compareIds = (a: string, b: string): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;

/** Items are kept as the lines they get inside bericht 7, so that a bundle is put together without building XML again. */
function itemXml<N extends TerugkoppelingNumber>(nr: N, message: Message<N>): string {
  return `${encode(messages[nr], message, '      ').replace(` xmlns="${NAMESPACE}"`, '')}\n`;
}

export function createTerugkoppelvoorraad(register: Register): Terugkoppelvoorraad {
  const insert = register.prepare(
    `INSERT INTO terugkoppelingen (brinnummer, aanleverpunt, nr, berichtidentificatie, xml, made_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const previous = register.prepare<[string, string], { berichtidentificatie: string; empty_at: string | null }>(
    'SELECT berichtidentificatie, empty_at FROM polls WHERE brinnummer = ? AND aanleverpunt = ?',
  );
  const remember = register.prepare(
    `INSERT INTO polls (brinnummer, aanleverpunt, berichtidentificatie, empty_at, misuse, polls)
     VALUES (@brinnummer, @aanleverpunt, @berichtidentificatie, @empty_at, @misuse, 1)
     ON CONFLICT (brinnummer, aanleverpunt) DO UPDATE SET berichtidentificatie = excluded.berichtidentificatie,
       empty_at = excluded.empty_at, misuse = misuse + excluded.misuse, polls = polls + 1`,
  );
  const confirm = register.prepare(
    `UPDATE terugkoppelingen SET confirmed_at = ?
     WHERE brinnummer = ? AND aanleverpunt = ? AND bundle IS NOT NULL AND confirmed_at IS NULL`,
  );
  // What was handed out and is not confirmed comes before what is new: an equal berichtidentificatie repeats first.
  const stock = register.prepare<[string, string], StockRow>(
    `SELECT seq, nr, xml, bundle FROM terugkoppelingen
     WHERE brinnummer = ? AND aanleverpunt = ? AND confirmed_at IS NULL ORDER BY bundle IS NULL, seq`,
  );
  const handOut = register.prepare('UPDATE terugkoppelingen SET bundle = ? WHERE seq = ?');

  function take(owner: Owner, berichtidentificatie: string, room: number): StockRow[] {
    const bundle: StockRow[] = [];
    let bytes = 0;
    for (const row of stock.iterate(owner.brinnummer, owner.aanleverpunt)) {
      bytes += Buffer.byteLength(row.xml);
      // R21: one that is larger than a bundle goes alone. What was handed out before is repeated whole.
      if (bytes > room && bundle.length > 0 && row.bundle === null) break;
      bundle.push(row);
    }
    for (const { seq } of bundle) handOut.run(berichtidentificatie, seq);
    return bundle;
  }

  const poll = register.transaction((owner: Owner, berichtidentificatie: string, now: Date, room: number): Poll => {
    if (!/^[A-Za-z0-9]+$/.test(berichtidentificatie)) return { refused: '743' };
    const last = previous.get(owner.brinnummer, owner.aanleverpunt);
    const order = last ? compareIds(berichtidentificatie, last.berichtidentificatie) : 1;
    if (order < 0) return { refused: '396' };
    if (order > 0) confirm.run(now.toISOString(), owner.brinnummer, owner.aanleverpunt);
    const emptyAt = last?.empty_at ?? null;
    const pausing = emptyAt !== null && now.getTime() - Date.parse(emptyAt) < EMPTY_PAUSE;
    // R20. The same berichtidentificatie again is a repeat of the lost empty answer and no misuse.
    const misuse = pausing && order > 0;
    const bundle = pausing ? [] : take(owner, berichtidentificatie, room);
    const empty = pausing ? emptyAt : bundle.length === 0 ? now.toISOString() : null;
    remember.run({ ...owner, berichtidentificatie, empty_at: empty, misuse: misuse ? 1 : 0 });
    const inOrder = [...bundle].sort((a, b) => a.nr - b.nr || a.seq - b.seq);
    return { items: inOrder.map(({ xml }) => xml), misuse };
  });

  return {
    add: ({ brinnummer, aanleverpunt }, nr, message, at) => {
      const xml = itemXml(nr, message);
      const { berichtidentificatie = '' } = message as Message<TerugkoppelingNumber>;
      insert.run(brinnummer, aanleverpunt, nr, berichtidentificatie, xml, at);
    },
    poll: ({ brinnummer, aanleverpunt }, berichtidentificatie, now, room) =>
      poll.immediate({ brinnummer, aanleverpunt }, berichtidentificatie, now, room),
  };
}
