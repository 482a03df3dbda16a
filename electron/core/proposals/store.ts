import { LasError } from '../../../shared/api/errors.ts';
import type { ProposalNr, ProposalState } from '../../../shared/api/proposals.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { hashOf } from '../exchange/content.ts';

/** What BRON proposes of a pupil, as it is kept. */
export interface StoredProposal {
  id: number;
  leerling_id: number;
  nr: ProposalNr;
  bericht_id: number | null;
  /** The message, as JSON. */
  content: string;
  state: ProposalState;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  received_at: string;
}

/** A terugkoppeling about a pupil that just came in. */
export interface NewProposal {
  nr: ProposalNr;
  leerlingId: number;
  /** The message of ours that it answers. */
  berichtId?: number;
  terugkoppelingId: number;
  content: object;
  /** Whether it says nothing that an earlier message (JSON, as this one) did not; left out: only when they are equal. */
  repeats?(before: string, now: string): boolean;
  /** What it comes to after an earlier message (JSON) that nobody decided on; left out: it takes its place. */
  together?(before: string, now: object): object;
}

/** What differs every time although BRON says the same. */
const withoutOccasion = (content: object): object => ({
  ...content,
  berichtidentificatie: undefined,
  controledatum: undefined,
});

/**
 * Keeps a proposal, in place of an open one of the same kind of this pupil; gives its id. Undefined when BRON says what it said
 * before: it is open still, or was decided on. Call it in the transaction that keeps the terugkoppeling.
 */
export function addProposal({ db, clock }: Administration, proposal: NewProposal): number | undefined {
  const { nr, leerlingId, berichtId, terugkoppelingId, repeats, together } = proposal;
  const last = db
    .prepare<
      [number, number],
      Pick<StoredProposal, 'id' | 'content' | 'bericht_id' | 'state'> & { content_hash: string }
    >(
      'SELECT id, content, content_hash, bericht_id, state FROM proposal WHERE leerling_id = ? AND nr = ? ORDER BY id DESC LIMIT 1',
    )
    .get(leerlingId, nr);
  const content = (last?.state === 'open' && together?.(last.content, proposal.content)) || proposal.content;
  const json = JSON.stringify(content);
  const hash = hashOf(withoutOccasion(content));
  const isRepeated = last && (last.content_hash === hash || repeats?.(last.content, json));
  // What a person asked for anew is answered anew.
  if (isRepeated && last.bericht_id === (berichtId ?? null)) {
    db.prepare(
      'UPDATE proposal SET content = ?, content_hash = ?, terugkoppeling_id = ?, received_at = ? WHERE id = ?',
    ).run(json, hash, terugkoppelingId, clock.now().toISOString(), last.id);
    return undefined;
  }
  db.prepare("UPDATE proposal SET state = 'superseded' WHERE leerling_id = ? AND nr = ? AND state = 'open'").run(
    leerlingId,
    nr,
  );
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO proposal (leerling_id, nr, bericht_id, terugkoppeling_id, content, content_hash, state, received_at)
       VALUES (?, ?, ?, ?, ?, ?, 'open', ?)`,
    )
    .run(leerlingId, nr, berichtId ?? null, terugkoppelingId, json, hash, clock.now().toISOString());
  return Number(lastInsertRowid);
}

/** A proposal that says what is here already needs nobody: the program notes that it was taken over. */
export const settleByItself = ({ db, clock }: Administration, id: number): void => {
  db.prepare("UPDATE proposal SET state = 'applied', decided_at = ? WHERE id = ?").run(clock.now().toISOString(), id);
};

/** A proposal, whatever was decided on it. */
export const readProposal = (db: Connection, id: number): StoredProposal | undefined =>
  db.prepare<[number], StoredProposal>('SELECT * FROM proposal WHERE id = ?').get(id);

/** An open proposal. @throws LasError not-found, proposal-decided */
export function readOpenProposal(db: Connection, id: number): StoredProposal {
  const row = db
    .prepare<[number], StoredProposal>(
      'SELECT p.* FROM proposal p JOIN leerling l ON l.id = p.leerling_id WHERE p.id = ?',
    )
    .get(id);
  if (!row) throw new LasError('not-found');
  if (row.state !== 'open') throw new LasError('proposal-decided');
  return row;
}

/** Notes what was decided on a proposal, by whom and why. Call it in the transaction that carries it out. */
export function decide(
  administration: Administration,
  { id, leerling_id: leerlingId }: Pick<StoredProposal, 'id' | 'leerling_id'>,
  state: 'applied' | 'declined',
  reason?: string,
): void {
  const { db, clock, caller } = administration;
  db.prepare('UPDATE proposal SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?').run(
    state,
    reason ?? null,
    caller.userId,
    clock.now().toISOString(),
    id,
  );
  noteEvent(
    administration,
    { entity: 'leerling', entityId: leerlingId },
    state === 'applied' ? 'proposalApplied' : 'proposalDeclined',
    reason ?? 'true',
  );
}
