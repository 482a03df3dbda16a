import type { BinKind, BinRow } from '../../../shared/api/bin.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { PlacePaths } from '../backup/places.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { refuseWhileUnknown } from '../exchange/hold.ts';
import { lapseDraftSql, mayBeKnown } from '../exchange/known.ts';
import { refreshInschrijving, refreshLeerling } from '../exchange/state.ts';
import { indexLeerling } from '../leerlingen/listIndex.ts';
import { isPgnTaken } from '../leerlingen/pgn.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { destroyAndNote } from '../retention/record.ts';
import { withoutNulls } from '../database/withoutNulls.ts';

interface Item {
  kind: BinKind;
  id: number;
}

interface Stored {
  version: number;
  leerling_id: number;
  deleted_at: string | null;
}

/** @throws LasError not-found when it is not (there or in the bin) as asked */
function stored(db: Connection, { kind, id }: Item, where: 'there' | 'in the bin'): Stored {
  const leerling = kind === 'leerling' ? 'id' : 'leerling_id';
  const source = where === 'there' ? kind : `(SELECT * FROM main.${kind} WHERE deleted_at IS NOT NULL)`;
  const row = db
    .prepare<[number], Stored>(`SELECT version, ${leerling} AS leerling_id, deleted_at FROM ${source} WHERE id = ?`)
    .get(id);
  if (!row) throw new LasError('not-found');
  return row;
}

/** The inschrijvingen that go with an item. */
const inschrijvingenOf = (db: Connection, { kind, id }: Item): number[] =>
  kind === 'inschrijving'
    ? [id]
    : db.prepare<[number], number>('SELECT id FROM main.inschrijving WHERE leerling_id = ?').pluck().all(id);

function mark(
  { db, clock, caller }: Administration,
  { kind, id }: Item,
  before: string | null,
  deletedAt: string | null,
) {
  db.prepare(`UPDATE main.${kind} SET deleted_at = ?, deleted_by = ?, version = version + 1 WHERE id = ?`).run(
    deletedAt,
    deletedAt === null ? null : caller.userId,
    id,
  );
  appendChange(db, {
    at: clock.now().toISOString(),
    userId: caller.userId,
    entity: kind,
    entityId: id,
    changes: [{ field: 'deletedAt', old: before, new: deletedAt }],
  });
}

/** What BRON has, or may have, can only be undone by a verwijdering. @throws LasError inschrijving-in-bron, held-unknown */
function refuseKnown(db: Connection, inschrijvingen: readonly number[]): void {
  if (inschrijvingen.some((id) => mayBeKnown(db, id))) throw new LasError('inschrijving-in-bron');
  refuseWhileUnknown(db, inschrijvingen);
}

/** Puts an item in the bin: nothing shows it any more, and drafts of its meldingen, or of what was to be asked about it, lapse. */
export function putInBin(administration: Administration, item: Item & { version: number }): void {
  const { db, clock } = administration;
  db.transaction(() => {
    const { version, leerling_id: leerlingId } = stored(db, item, 'there');
    if (version !== item.version) throw new LasError('changed-elsewhere');
    const inschrijvingen = inschrijvingenOf(db, item);
    refuseKnown(db, inschrijvingen);
    db.prepare(
      `UPDATE bericht SET ${lapseDraftSql} WHERE state IN ('opgesteld', 'tegengehouden')
         AND (inschrijving_id IN (SELECT value FROM json_each(?)) OR leerling_id = ?)`,
    ).run(JSON.stringify(inschrijvingen), item.kind === 'leerling' ? item.id : null);
    mark(administration, item, null, clock.now().toISOString());
    indexLeerling(db, leerlingId);
  }).immediate();
}

/** Puts an inschrijving that BRON has removed in the bin. Call it in the transaction that learns it. */
export function moveRemovedToBin(administration: Administration, id: number): void {
  const { db, clock } = administration;
  const item: Item = { kind: 'inschrijving', id };
  const { leerling_id: leerlingId } = stored(db, item, 'there');
  mark(administration, item, null, clock.now().toISOString());
  indexLeerling(db, leerlingId);
}

/** Two inschrijvingen of one pupil from one day on are the same to BRON. @throws LasError inschrijving-overlaps */
function refuseTwin(db: Connection, inschrijvingId: number): void {
  const start = db
    .prepare<[number], string>(
      `SELECT o.datum_inschrijving FROM inschrijving i JOIN inschrijving o
         ON o.leerling_id = i.leerling_id AND o.id <> i.id AND o.datum_inschrijving = i.datum_inschrijving WHERE i.id = ?`,
    )
    .pluck()
    .get(inschrijvingId);
  if (start !== undefined) throw new LasError('inschrijving-overlaps', { date: formatDutchDate(start) });
}

/**
 * Takes an item out of the bin; gives the pupil that it is, or belongs to.
 * @throws LasError not-found, leerling-in-bin, undo-number-taken, inschrijving-overlaps: another has come in its place
 */
export function restoreFromBin(administration: Administration, item: Item): number {
  const { db, clock } = administration;
  return db
    .transaction(() => {
      const { deleted_at: deletedAt, leerling_id: leerlingId } = stored(db, item, 'in the bin');
      const pupilThere = db.prepare('SELECT 1 FROM leerling WHERE id = ?').get(leerlingId) !== undefined;
      if (item.kind === 'inschrijving' && !pupilThere) throw new LasError('leerling-in-bin');
      mark(administration, item, deletedAt, null);
      if (item.kind === 'leerling' && isPgnTaken(db, readLeerling(db, leerlingId).gegevens, leerlingId))
        throw new LasError('undo-number-taken');
      if (item.kind === 'inschrijving') {
        refuseTwin(db, item.id);
        refreshInschrijving(db, clock, item.id);
      } else refreshLeerling(db, clock, item.id);
      indexLeerling(db, leerlingId);
      return leerlingId;
    })
    .immediate();
}

/**
 * Destroys an item of the bin for good. What is left is that it happened, by whom and when, and where its bytes still are; `sweep` clears
 * those away.
 */
export function destroyFromBin(administration: Administration, places: PlacePaths, item: Item): void {
  const { db } = administration;
  db.transaction(() => {
    stored(db, item, 'in the bin');
    refuseKnown(db, inschrijvingenOf(db, item));
    destroyAndNote(administration, places, 'bin', [{ entity: item.kind, id: item.id }]);
  }).immediate();
}

interface Row {
  kind: BinKind;
  id: number;
  leerling_id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geboortedatum: string | null;
  datum_inschrijving: string | null;
  deleted_at: string;
  user: string | null;
}

/** Pupils in the bin, and inschrijvingen of pupils that are not. */
const binSql = `
  SELECT 'leerling' AS kind, l.id, l.id AS leerling_id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geboortedatum,
    NULL AS datum_inschrijving, l.deleted_at, l.deleted_by FROM main.leerling l WHERE l.deleted_at IS NOT NULL
  UNION ALL
  SELECT 'inschrijving', i.id, l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geboortedatum,
    i.datum_inschrijving, i.deleted_at, i.deleted_by
    FROM main.inschrijving i JOIN leerling l ON l.id = i.leerling_id WHERE i.deleted_at IS NOT NULL`;

function toRow(row: Row): BinRow {
  return {
    kind: row.kind,
    id: row.id,
    leerlingId: row.leerling_id,
    naam: displayName(withoutNulls(row)),
    deletedAt: row.deleted_at,
    ...(row.geboortedatum ? { geboortedatum: row.geboortedatum } : {}),
    ...(row.datum_inschrijving ? { datumInschrijving: row.datum_inschrijving } : {}),
    ...(row.user ? { deletedBy: row.user } : {}),
  };
}

/** A page of the bin, the latest first. */
export function listBin(db: Connection, page: { offset: number; limit: number }): { total: number; rows: BinRow[] } {
  const rows = db
    .prepare<[number, number], Row>(
      `SELECT b.*, u.name AS user FROM (${binSql}) b LEFT JOIN user_account u ON u.id = b.deleted_by
       ORDER BY b.deleted_at DESC, b.kind, b.id DESC LIMIT ? OFFSET ?`,
    )
    .all(page.limit, page.offset);
  const total = db.prepare<[], number>(`SELECT count(*) FROM (${binSql})`).pluck().get() ?? 0;
  return { total, rows: rows.map(toRow) };
}
