import type { Statement } from 'better-sqlite3';
import { NAMESPACE, encode } from '../../../shared/pve/berichten/xml.ts';
import { messages, type Message } from '../../../shared/pve/berichten/messages.ts';
import type { BundleFault } from '../faults/kinds.ts';
import type { Polling } from '../polling.ts';
import { shuffled, type Random } from '../random.ts';
import type { Register } from './database.ts';

/** Outcome of a bericht 6: a refusal, not now, or the XML of the terugkoppelingen of its bundle. */
export type Poll =
  | { refused: '396' | '743' }
  | { refused?: undefined; busy: true; seconds: number }
  | { refused?: undefined; busy?: undefined; items: string[]; misuse: boolean };

export interface Owner {
  brinnummer: string;
  aanleverpunt: string;
}

/** How a bundle is put together; what is left out is done as BRON does it. */
export interface BundleOrder extends BundleFault {
  random: Random;
}

/** How much goes into a bundle, and in what order. */
interface BundleWish extends BundleFault {
  /** Bytes left for terugkoppelingen in the answer. */
  room: number;
  random?: Random;
  polling: Polling;
}

interface StockRow {
  seq: number;
  nr: number;
  xml: string;
  bundle: string | null;
}

type StockStatement = Statement<[string, string], StockRow>;

/** The messages that travel inside bericht 7. */
type TerugkoppelingNumber = 8 | 9 | 10 | 11 | 12 | 13 | 15 | 16;

export interface Terugkoppelvoorraad {
  /** Puts a terugkoppeling in the voorraad of an aanleverpunt. */
  add<N extends TerugkoppelingNumber>(owner: Owner, nr: N, message: Message<N>, at: string): void;
  /** Handles a bericht 6. */
  poll(owner: Owner, berichtidentificatie: string, now: Date, wish: BundleWish): Poll;
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
  const countMisuse = register.prepare<[Owner]>(
    `UPDATE polls SET misuse = misuse + 1, polls = polls + 1
     WHERE brinnummer = @brinnummer AND aanleverpunt = @aanleverpunt`,
  );
  const confirm = register.prepare(
    `UPDATE terugkoppelingen SET confirmed_at = ?
     WHERE brinnummer = ? AND aanleverpunt = ? AND bundle IS NOT NULL AND confirmed_at IS NULL`,
  );
  const [handedOut, waiting] = ['NOT NULL', 'NULL'].map((isBundle) =>
    register.prepare<[string, string], StockRow>(
      `SELECT seq, nr, xml, bundle FROM terugkoppelingen
       WHERE brinnummer = ? AND aanleverpunt = ? AND confirmed_at IS NULL AND bundle IS ${isBundle} ORDER BY seq`,
    ),
  ) as [StockStatement, StockStatement];
  const lastConfirmed = register.prepare<[Owner], StockRow>(
    `SELECT seq, nr, xml, bundle FROM terugkoppelingen
     WHERE brinnummer = @brinnummer AND aanleverpunt = @aanleverpunt AND bundle =
       (SELECT bundle FROM terugkoppelingen
        WHERE brinnummer = @brinnummer AND aanleverpunt = @aanleverpunt AND confirmed_at IS NOT NULL
        ORDER BY confirmed_at DESC, seq DESC LIMIT 1)`,
  );
  const handOut = register.prepare('UPDATE terugkoppelingen SET bundle = ? WHERE seq = ?');

  /** In the order in which they may go into a bundle: an equal berichtidentificatie repeats what was handed out first. */
  function* candidates(owner: Owner, { shuffled: anyOrder, random }: BundleWish): Generator<StockRow> {
    const of = [owner.brinnummer, owner.aanleverpunt] as const;
    yield* handedOut.all(...of);
    if (anyOrder && random) yield* shuffled(random, waiting.all(...of));
    else yield* waiting.iterate(...of);
  }

  function take(owner: Owner, berichtidentificatie: string, wish: BundleWish): StockRow[] {
    const { room, items = Infinity, replayed } = wish;
    if (replayed) return lastConfirmed.all(owner);
    const bundle: StockRow[] = [];
    let bytes = 0;
    for (const row of candidates(owner, wish)) {
      bytes += Buffer.byteLength(row.xml);
      // R21: one that is larger than a bundle goes alone. What was handed out before is repeated whole.
      if (row.bundle === null && bundle.length > 0 && (bytes > room || bundle.length >= items)) break;
      bundle.push(row);
    }
    for (const { seq } of bundle) handOut.run(berichtidentificatie, seq);
    return bundle;
  }

  function arranged(bundle: StockRow[], { shuffled: anyOrder, doubled, random }: BundleWish): string[] {
    const inOrder =
      anyOrder && random ? shuffled(random, bundle) : [...bundle].sort((a, b) => a.nr - b.nr || a.seq - b.seq);
    const items = inOrder.map(({ xml }) => xml);
    return doubled ? [...items, ...items] : items;
  }

  const poll = register.transaction((owner: Owner, berichtidentificatie: string, now: Date, wish: BundleWish): Poll => {
    if (!/^[A-Za-z0-9]+$/.test(berichtidentificatie)) return { refused: '743' };
    const last = previous.get(owner.brinnummer, owner.aanleverpunt);
    const order = last ? compareIds(berichtidentificatie, last.berichtidentificatie) : 1;
    if (order < 0) return { refused: '396' };
    const emptyAt = last?.empty_at ?? null;
    const { pauseMinutes, measure } = wish.polling;
    const left = emptyAt === null ? 0 : Date.parse(emptyAt) + pauseMinutes * 60_000 - now.getTime();
    const pausing = left > 0;
    // R20. The same berichtidentificatie again is a repeat of the lost empty answer and no misuse.
    const misuse = pausing && order > 0;
    // Turned away: the berichtidentificatie is not used up, and confirms nothing.
    if (misuse && measure === 'busy') {
      countMisuse.run(owner);
      return { busy: true, seconds: Math.ceil(left / 1000) };
    }
    if (order > 0) confirm.run(now.toISOString(), owner.brinnummer, owner.aanleverpunt);
    const bundle = pausing && !wish.replayed ? [] : take(owner, berichtidentificatie, wish);
    const begins = pausing ? misuse && measure === 'longer' : bundle.length === 0;
    const empty = begins ? now.toISOString() : pausing ? emptyAt : null;
    remember.run({ ...owner, berichtidentificatie, empty_at: empty, misuse: misuse ? 1 : 0 });
    return { items: arranged(bundle, wish), misuse };
  });

  return {
    add: ({ brinnummer, aanleverpunt }, nr, message, at) => {
      const xml = itemXml(nr, message);
      const { berichtidentificatie = '' } = message as Message<TerugkoppelingNumber>;
      insert.run(brinnummer, aanleverpunt, nr, berichtidentificatie, xml, at);
    },
    poll: ({ brinnummer, aanleverpunt }, berichtidentificatie, now, wish) =>
      poll.immediate({ brinnummer, aanleverpunt }, berichtidentificatie, now, wish),
  };
}
