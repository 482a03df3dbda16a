import type { Register } from './database.ts';

/** An accepted message that waits for its processing, or has had it. */
export interface AcceptedMessage {
  seq: number;
  brinnummer: string;
  aanleverpunt: string;
  nr: number;
  berichtidentificatie: string;
  /** JSON of the decoded message. */
  content: string;
  /** ISO instants by the mock's clock. */
  delivered_at: string;
  due_at: string;
  /** `answered`: a verzoek whose answer is in the terugkoppelvoorraad. */
  status: 'aangenomen' | 'geregistreerd' | 'answered' | 'afgekeurd' | 'failed';
}

export interface Messages {
  /** Keeps an accepted message. False when the BRIN has used the berichtidentificatie before (396). */
  accept(message: Omit<AcceptedMessage, 'seq' | 'status'>): boolean;
  /** Keeps a message that was approved before this register began; gives its sequence number. Its berichtidentificatie is new to the BRIN. */
  know(message: Omit<AcceptedMessage, 'seq' | 'status'>): number;
  isUsed(brinnummer: string, berichtidentificatie: string): boolean;
  /** Messages whose moment has come, in the order in which they fall due. */
  due(now: string): AcceptedMessage[];
  /** Sets the outcome; false when the message had one already. */
  settle(seq: number, status: AcceptedMessage['status'], at: string): boolean;
  berichtidentificatie(seq: number): string | undefined;
  /** JSON of the decoded message. */
  content(seq: number): string | undefined;
}

export function createMessages(register: Register): Messages {
  const insert = register.prepare(
    `INSERT INTO messages (brinnummer, aanleverpunt, nr, berichtidentificatie, content, delivered_at, due_at)
     VALUES (@brinnummer, @aanleverpunt, @nr, @berichtidentificatie, @content, @delivered_at, @due_at)
     ON CONFLICT (brinnummer, berichtidentificatie) DO NOTHING`,
  );
  const known = register.prepare<[Omit<AcceptedMessage, 'seq' | 'status'>], { seq: number }>(
    `INSERT INTO messages (brinnummer, aanleverpunt, nr, berichtidentificatie, content, delivered_at, due_at, status, processed_at)
     VALUES (@brinnummer, @aanleverpunt, @nr, @berichtidentificatie, @content, @delivered_at, @due_at, 'geregistreerd', @due_at)
     RETURNING seq`,
  );
  const used = register.prepare('SELECT 1 FROM messages WHERE brinnummer = ? AND berichtidentificatie = ?');
  const due = register.prepare<[string], AcceptedMessage>(
    "SELECT * FROM messages WHERE status = 'aangenomen' AND due_at <= ? ORDER BY due_at, seq LIMIT 100",
  );
  const settle = register.prepare(
    "UPDATE messages SET status = ?, processed_at = ? WHERE seq = ? AND status = 'aangenomen'",
  );
  const identification = register.prepare<[number], { berichtidentificatie: string }>(
    'SELECT berichtidentificatie FROM messages WHERE seq = ?',
  );
  const content = register.prepare<[number], { content: string }>('SELECT content FROM messages WHERE seq = ?');
  return {
    accept: (message) => insert.run(message).changes === 1,
    know: (message) => known.get(message)?.seq ?? 0,
    isUsed: (brinnummer, berichtidentificatie) => used.get(brinnummer, berichtidentificatie) !== undefined,
    due: (now) => due.all(now),
    settle: (seq, status, at) => settle.run(status, at, seq).changes === 1,
    content: (seq) => content.get(seq)?.content,
    berichtidentificatie: (seq) => identification.get(seq)?.berichtidentificatie,
  };
}
