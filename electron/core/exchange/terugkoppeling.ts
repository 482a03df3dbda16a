import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Connection } from '../database/database.ts';

/** What the processed bundles brought. */
export interface ProcessReport {
  received: number;
  geregistreerd: number;
  metSignaal: number;
  afgekeurd: number;
  /** Inschrijvingen that BRON has removed (bericht 11), and that lie in the bin. */
  removed: number;
  /** Inschrijvingen that BRON has removed, and that are to be delivered under another datum inschrijving. */
  corrected: number;
  /** What BRON proposes of pupils (berichten 8, 9, 15, 16). */
  proposals: number;
  /** Registratieoverzichten (bericht 12). */
  registratieoverzichten: number;
  /** Verzoeken registratieoverzicht that BRON rejected (bericht 13). */
  verzoekenAfgekeurd: number;
  unmatched: number;
}

export const emptyReport = (): ProcessReport => ({
  received: 0,
  geregistreerd: 0,
  metSignaal: 0,
  afgekeurd: 0,
  removed: 0,
  corrected: 0,
  proposals: 0,
  registratieoverzichten: 0,
  verzoekenAfgekeurd: 0,
  unmatched: 0,
});

type ItemOf<N extends 8 | 9 | 10 | 11 | 12 | 13 | 15 | 16> = N extends N ? { nr: N; message: Message<N> } : never;
/** A terugkoppeling of a bundle; a registratieoverzicht is as large as the school and takes slices of its own. */
export type AnyItem = ItemOf<8 | 9 | 10 | 11 | 12 | 13 | 15 | 16>;
export type Item = Exclude<AnyItem, { nr: 12 }>;

/** Where a terugkoppeling stands: its place in its bundle. */
export interface Place {
  bundelId: number;
  position: number;
}

/** The message that a terugkoppeling answers, about an inschrijving or (1 and 2) a pupil. */
export interface Answered {
  id: number;
  nr: number;
  inschrijving_id: number | null;
  leerling_id: number;
  state: string;
  content: string;
  content_hash: string;
}

/** States in which a message still waits for its terugkoppeling; one that was given up may get it after all. */
const WAITING = new Set(['verzonden', 'onzeker', 'in behandeling', 'vervallen']);

/** The same, about an inschrijving. */
export type AnsweredMelding = Answered & { inschrijving_id: number };

/** Whether a message is about an inschrijving. */
export const isAboutInschrijving = (answered: Answered): answered is AnsweredMelding =>
  answered.inschrijving_id !== null;

/** The message about a pupil or an inschrijving with this berichtidentificatie; of the pupils also those in the bin, who may come back. */
export const findAnswered = (db: Connection, berichtidentificatie: string | undefined): Answered | undefined =>
  db
    .prepare<[string], Answered>(
      `SELECT b.id, b.nr, b.inschrijving_id, l.id AS leerling_id, b.state, b.content, b.content_hash
       FROM bericht b LEFT JOIN inschrijving i ON i.id = b.inschrijving_id JOIN main.leerling l ON l.id = coalesce(b.leerling_id, i.leerling_id)
       WHERE b.berichtidentificatie = ?`,
    )
    .get(berichtidentificatie ?? '');

/** What settled a message before it was given up comes again, word for word: it says nothing new. */
const isRepeated = (db: Connection, { state }: Answered, terugkoppelingId: number): boolean =>
  state === 'vervallen' &&
  db
    .prepare<[number], number>(
      `SELECT 1 FROM terugkoppeling t JOIN terugkoppeling e
         ON e.bericht_id = t.bericht_id AND e.id < t.id AND e.nr = t.nr AND e.content = t.content WHERE t.id = ? LIMIT 1`,
    )
    .get(terugkoppelingId) !== undefined;

/** Whether a terugkoppeling settles the message it answers; of one that waits no longer, or that repeats what was said, keeping it is enough. */
export const settles = (db: Connection, answered: Answered, terugkoppelingId: number): boolean =>
  WAITING.has(answered.state) && !isRepeated(db, answered, terugkoppelingId);

/** What a terugkoppeling is about: the message it answers, and the inschrijving, or the pupil when it is about no inschrijving. */
type About = Partial<Pick<Answered, 'id' | 'inschrijving_id' | 'leerling_id'>>;

/**
 * Keeps a terugkoppeling with the message it answers; gives its id. The content of a registratieoverzicht
 * stays with the bytes of the bundle.
 */
export function addTerugkoppeling(
  db: Connection,
  { bundelId, position }: Place,
  { nr, message }: AnyItem,
  about?: About,
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO terugkoppeling (bundel_id, position, nr, berichtidentificatie, bericht_id, inschrijving_id, leerling_id, content, matched)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      bundelId,
      position,
      nr,
      message.berichtidentificatie ?? '',
      about?.id ?? null,
      about?.inschrijving_id ?? null,
      about?.inschrijving_id ? null : (about?.leerling_id ?? null),
      nr === 12 ? null : JSON.stringify(message),
      about?.id !== undefined || about?.leerling_id !== undefined ? 1 : 0,
    );
  return Number(lastInsertRowid);
}

/** Notes what a terugkoppeling makes of the message it answers. */
export const writeOutcome = (db: Connection, id: number, state: string, at: string, lastError?: string): void => {
  db.prepare(
    'UPDATE bericht SET state = ?, answered_at = ?, last_error = coalesce(?, last_error), next_attempt_at = NULL WHERE id = ?',
  ).run(state, at, lastError ?? null, id);
};
