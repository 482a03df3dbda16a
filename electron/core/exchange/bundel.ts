import { readEnvelope } from '../../../shared/pve/berichten/soap.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { decodeBundle, type Bundle } from './answer.ts';

/** A bundle as it came in. */
export interface ReceivedBundle {
  /** Of the verzoek terugkoppeling that it answers. */
  berichtidentificatie: string;
  answer: string;
  datumTerugkoppeling?: string | undefined;
  itemCount: number;
}

/** Keeps a bundle, to be processed; gives its id. Call it in a transaction. */
export function keepBundle({ db, clock }: Administration, bundle: ReceivedBundle): number {
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO bundel (berichtidentificatie, received_at, datum_terugkoppeling, item_count, state) VALUES (?, ?, ?, ?, 'ontvangen')",
    )
    .run(bundle.berichtidentificatie, clock.now().toISOString(), bundle.datumTerugkoppeling ?? null, bundle.itemCount);
  const body = Buffer.from(bundle.answer, 'utf8');
  db.prepare('INSERT INTO bundel_body (bundel_id, body) VALUES (?, ?)').run(lastInsertRowid, body);
  return Number(lastInsertRowid);
}

/** The bundles that were not wholly processed yet, in the order in which they came. */
export const bundlesToProcess = (db: Connection): number[] =>
  db
    .prepare<[], { id: number }>("SELECT id FROM bundel WHERE state = 'ontvangen' ORDER BY id")
    .all()
    .map(({ id }) => id);

/** Reads the bytes of a bundle that was kept. */
export function readKeptBundle(db: Connection, id: number): Bundle {
  const row = db.prepare<[number], { body: Buffer }>('SELECT body FROM bundel_body WHERE bundel_id = ?').get(id);
  return decodeBundle(readEnvelope(row?.body.toString('utf8') ?? '').node);
}
