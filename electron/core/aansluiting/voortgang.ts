import type { KeptVoortgang } from '../../../shared/api/aansluiting.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { listDocuments, noteDocument } from './documents.ts';

interface Row {
  content: string;
  madeOn: string;
  source: KeptVoortgang['source'];
}

const readRow = (db: Connection): Row | undefined =>
  db.prepare<[], Row>('SELECT content, made_on AS madeOn, source FROM aansluiting_voortgang WHERE id = 1').get();

interface WeekRow {
  week: number;
  until: string;
  leerlingen: number;
  ambulant: number;
  normLeerlingen: number | null;
  normAmbulant: number | null;
}

const readWeeks = (db: Connection): KeptVoortgang['weeks'] =>
  db
    .prepare<[], WeekRow>(
      `SELECT week, until, leerlingen, ambulant, norm_leerlingen AS normLeerlingen, norm_ambulant AS normAmbulant
       FROM aansluiting_week ORDER BY week`,
    )
    .all()
    .map(({ normLeerlingen, normAmbulant, ...week }) => ({
      ...week,
      ...(normLeerlingen === null || normAmbulant === null
        ? {}
        : { norm: { leerlingen: normLeerlingen, ambulant: normAmbulant } }),
    }));

/** The progress as it was last told here, week by week; undefined: never (Stappenplan step 11). */
export function readVoortgang(db: Connection): KeptVoortgang | undefined {
  const row = readRow(db);
  if (!row) return undefined;
  const { content, ...told } = row;
  return { ...told, voortgang: JSON.parse(content) as Voortgang, weeks: readWeeks(db) };
}

/**
 * Keeps the progress that Mijn BRON told. The normaantallen of a week are those that held when that week was told first: Mijn BRON only
 * tells those of now. What an older file says fills gaps and replaces nothing. Call it in a transaction.
 * @param madeOn the day that it is of, `yyyy-mm-dd`
 */
export function keepVoortgang(
  { db, clock }: Pick<Administration, 'db' | 'clock'>,
  voortgang: Voortgang,
  { madeOn, source }: Pick<KeptVoortgang, 'madeOn' | 'source'>,
): void {
  const { norm, perWeek } = voortgang;
  const newest = madeOn >= (readRow(db)?.madeOn ?? '');
  const keep = db.prepare(
    `INSERT INTO aansluiting_week (week, until, leerlingen, ambulant, norm_leerlingen, norm_ambulant)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (week) DO ${
       newest
         ? `UPDATE SET until = excluded.until, leerlingen = excluded.leerlingen, ambulant = excluded.ambulant,
              norm_leerlingen = coalesce(norm_leerlingen, excluded.norm_leerlingen),
              norm_ambulant = coalesce(norm_ambulant, excluded.norm_ambulant)`
         : 'NOTHING'
     }`,
  );
  for (const { week, until, leerlingen, ambulant } of perWeek)
    keep.run(week, until, leerlingen, ambulant, norm?.leerlingen ?? null, norm?.ambulant ?? null);
  if (newest)
    db.prepare(
      `INSERT OR REPLACE INTO aansluiting_voortgang (id, content, made_on, source, received_at) VALUES (1, ?, ?, ?, ?)`,
    ).run(JSON.stringify(voortgang), madeOn, source, clock.now().toISOString());
}

/** Notes the voortgangsmails in a list of documents that were not noted yet, each with the day on which it was sent. Call it in a transaction. */
export function noteVoortgangsmails(administration: Administration, documents: readonly MijnBronDocument[]): void {
  const day = today(administration.clock);
  const sent = new Set(
    documents.filter(({ kind, sentOn }) => kind === 'voortgangsmail' && sentOn <= day).map(({ sentOn }) => sentOn),
  );
  const noted = listDocuments(administration.db).filter(({ kind }) => kind === 'voortgangsmail').length;
  for (const receivedOn of [...sent].sort().slice(noted))
    noteDocument(administration, { kind: 'voortgangsmail', receivedOn });
}
