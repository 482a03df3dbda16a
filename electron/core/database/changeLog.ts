import { hash, randomBytes } from 'node:crypto';
import type { Connection } from './database.ts';
import { rowInserter } from './insertRows.ts';

/** One field of an entity that changed; null is "not filled". */
export interface FieldChange {
  field: string;
  old: string | null;
  new: string | null;
}

export interface Change {
  /** The instant of the change, ISO 8601, by the Clock. */
  at: string;
  /** The random id of the user; null for the program itself. */
  userId: string | null;
  /** The table of the changed record. */
  entity: string;
  entityId: number | null;
  changes: readonly FieldChange[];
}

/** The last line of the chain: kept outside the database it proves that nothing was cut off. */
export interface ChainHead {
  seq: number;
  hash: string;
}

export type ChainVerdict =
  | { ok: true; head: ChainHead }
  /** `seq` is the first line that does not fit: its place or hash (`line`), its values (`value`), or the known head (`head`). */
  | { ok: false; seq: number; reason: 'line' | 'value' | 'head' };

interface Line {
  seq: number;
  at: string;
  user_id: string | null;
  entity: string;
  entity_id: number | null;
  field: string | null;
  old_commitment: string;
  new_commitment: string;
  hash: string;
}
interface Value {
  old_value: string | null;
  new_value: string | null;
  salt: string;
}

const origin: ChainHead = { seq: 0, hash: '0'.repeat(64) };

const sha256 = (parts: readonly (string | number | null)[]): string => hash('sha256', JSON.stringify(parts));

const commitment = (salt: string, side: 'old' | 'new', value: string | null): string => sha256([salt, side, value]);

const lineHash = (previous: string, line: Omit<Line, 'hash'>): string =>
  sha256([
    previous,
    line.seq,
    line.at,
    line.user_id,
    line.entity,
    line.entity_id,
    line.field,
    line.old_commitment,
    line.new_commitment,
  ]);

const insertLines = rowInserter('change_log', [
  'seq',
  'at',
  'user_id',
  'entity',
  'entity_id',
  'field',
  'old_commitment',
  'new_commitment',
  'hash',
]);
const insertValues = rowInserter('change_value', ['seq', 'old_value', 'new_value', 'salt']);

/** The last line of the chain; sequence number 0 for an empty log. */
export const chainHead = (db: Connection): ChainHead =>
  db.prepare<[], ChainHead>('SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1').get() ?? origin;

const SALT_DIGITS = 64;
/** Drawn for so many lines at once: asking costs more than the drawing. */
const SALTS_AHEAD = 128;
let salts = '';

/** A random salt that was never given before, in hexadecimal digits. */
function nextSalt(): string {
  if (salts === '') salts = randomBytes((SALT_DIGITS / 2) * SALTS_AHEAD).toString('hex');
  const salt = salts.slice(-SALT_DIGITS);
  salts = salts.slice(0, -SALT_DIGITS);
  return salt;
}

/**
 * Writes one line per changed field, chained by SHA-256 to the line before, and the values apart from it. Fields whose old
 * and new value are equal are left out. Call it in the transaction that makes the change.
 */
export function appendChange(db: Connection, { at, userId, entity, entityId, changes }: Change): ChainHead {
  const changed = changes.filter((change) => change.old !== change.new);
  const append = (): ChainHead => {
    let head = chainHead(db);
    const lines: Parameters<typeof insertLines>[1][number][] = [];
    const values: Parameters<typeof insertValues>[1][number][] = [];
    for (const { field, old, new: next } of changed) {
      const salt = nextSalt();
      const seq = head.seq + 1;
      const old_commitment = commitment(salt, 'old', old);
      const new_commitment = commitment(salt, 'new', next);
      const line = { seq, at, user_id: userId, entity, entity_id: entityId, field, old_commitment, new_commitment };
      head = { seq, hash: lineHash(head.hash, line) };
      lines.push([seq, at, userId, entity, entityId, field, old_commitment, new_commitment, head.hash]);
      values.push([seq, old, next, salt]);
    }
    insertLines(db, lines);
    insertValues(db, values);
    return head;
  };
  return db.inTransaction ? append() : db.transaction(append)();
}

/** Whether this line is in the chain; the beginning of every chain is. */
export function hasHead(db: Connection, { seq, hash: expected }: ChainHead): boolean {
  if (seq === 0) return expected === origin.hash;
  return db.prepare<[number], string>('SELECT hash FROM change_log WHERE seq = ?').pluck().get(seq) === expected;
}

type FullLine = Line & { [K in keyof Value]: Value[K] | null };

const valuesIntact = ({ salt, old_value, new_value, old_commitment, new_commitment }: FullLine): boolean =>
  salt === null ||
  (commitment(salt, 'old', old_value) === old_commitment && commitment(salt, 'new', new_value) === new_commitment);

/**
 * Looks through the chain in slices of so many lines; gives the last right line after each, and the verdict at the end. What is
 * added meanwhile belongs to it. See `verifyChain`.
 */
export function* chainSlices(db: Connection, size: number, known?: ChainHead): Generator<ChainHead, ChainVerdict> {
  const read = db.prepare<[number, number], FullLine>(
    `SELECT l.*, v.old_value, v.new_value, v.salt FROM change_log l LEFT JOIN change_value v ON v.seq = l.seq
     WHERE l.seq > ? ORDER BY l.seq LIMIT ?`,
  );
  // A line before the first one cannot be reached by going on from it.
  const lowest = db.prepare<[], number | null>('SELECT min(seq) FROM change_log').pluck().get() ?? 1;
  if (lowest !== 1) return { ok: false, seq: 1, reason: 'line' };
  let head = origin;
  for (let rows = read.all(0, size); rows.length > 0; rows = read.all(head.seq, size)) {
    for (const row of rows) {
      if (row.seq !== head.seq + 1 || row.hash !== lineHash(head.hash, row))
        return { ok: false, seq: head.seq + 1, reason: 'line' };
      if (!valuesIntact(row)) return { ok: false, seq: row.seq, reason: 'value' };
      if (known?.seq === row.seq && known.hash !== row.hash) return { ok: false, seq: row.seq, reason: 'head' };
      head = { seq: row.seq, hash: row.hash };
    }
    yield head;
  }
  return (known ?? origin).seq <= head.seq ? { ok: true, head } : { ok: false, seq: head.seq + 1, reason: 'head' };
}

/**
 * Whether the log of changes is whole: every line hashes to what it says, follows the one before, and its values, where they
 * were not destroyed, are those committed to. `known` is a head kept elsewhere (a backup's manifest): it must be in the chain.
 * `beforeSlice` is called now and then on the way; it may throw.
 */
export function verifyChain(
  db: Connection,
  known?: ChainHead,
  beforeSlice: () => void = () => undefined,
): ChainVerdict {
  const slices = chainSlices(db, 10_000, known);
  for (;;) {
    beforeSlice();
    const { done, value } = slices.next();
    if (done) return value;
  }
}
