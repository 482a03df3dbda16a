import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { LastChange, UndoPreview } from '../../../shared/api/undo.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Administration } from '../context.ts';
import { appendChange, chainHead } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { contentOfInschrijving, hashOf } from '../exchange/content.ts';
import { deadlineOf } from '../exchange/deadline.ts';
import { mayBeKnown } from '../exchange/known.ts';
import { acceptOwnAgain } from '../exchange/stand.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { describeLeerling, differences, type DescribedChange } from './description.ts';
import { refuseLostNumber } from './pgn.ts';
import type { Row } from './rows.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from './repository.ts';
import { hashOfSnapshot, restoreLeerling, sameSnapshot, snapshotLeerling, type LeerlingSnapshot } from './snapshot.ts';
import { changedSince, VERZORGERS, VERZORGERS_LEFT, verzorgersNow } from './snapshotVerzorgers.ts';

function keep(
  { db, clock, caller }: Administration,
  leerlingId: number,
  before: LeerlingSnapshot,
  after: LeerlingSnapshot,
): void {
  const kept = { ...before, [VERZORGERS_LEFT]: after[VERZORGERS] ?? [] };
  db.prepare(
    `INSERT INTO leerling_undo (leerling_id, change_seq, at, user_id, before, after_hash) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (leerling_id) DO UPDATE SET change_seq = excluded.change_seq, at = excluded.at, user_id = excluded.user_id,
       before = excluded.before, after_hash = excluded.after_hash`,
  ).run(
    leerlingId,
    chainHead(db).seq,
    clock.now().toISOString(),
    caller.userId,
    JSON.stringify(kept),
    hashOfSnapshot(db, after),
  );
}

/**
 * Does `work`, which changes what is registered of one pupil, as one change that can be undone. `leerlingId` is undefined for a
 * pupil that `work` makes; `work` gives the pupil's id. Call it in the transaction of the change.
 */
export function asOneChange<T extends { leerlingId: number }>(
  administration: Administration,
  leerlingId: number | undefined,
  work: () => T,
): T {
  const { db } = administration;
  const before = leerlingId === undefined ? {} : snapshotLeerling(db, leerlingId);
  const result = work();
  const after = snapshotLeerling(db, result.leerlingId);
  if (!sameSnapshot(before, after)) keep(administration, result.leerlingId, before, after);
  return result;
}

interface UndoRow {
  change_seq: number;
  at: string;
  name: string | null;
  before: string;
  after_hash: string;
}

const undoRow = (db: Connection, leerlingId: number): UndoRow | undefined =>
  db
    .prepare<[number], UndoRow>(
      `SELECT u.change_seq, u.at, a.name, u.before, u.after_hash FROM leerling_undo u
       LEFT JOIN user_account a ON a.id = u.user_id WHERE u.leerling_id = ?`,
    )
    .get(leerlingId);

const toLastChange = ({ change_seq: change, at, name }: UndoRow): LastChange => ({
  change,
  at,
  ...(name ? { by: name } : {}),
});

/** The last change of a pupil; undefined when there is none or when something was changed in another way since. */
export function lastChangeOf(db: Connection, leerlingId: number): LastChange | undefined {
  const row = undoRow(db, leerlingId);
  if (!row || row.after_hash !== hashOfSnapshot(db, snapshotLeerling(db, leerlingId))) return undefined;
  return toLastChange(row);
}

/** States of a message whose content BRON has, or may have. */
const WITH_BRON = "('verzonden', 'onzeker', 'in behandeling', 'geregistreerd', 'geregistreerd met signaal')";

/** Whether a message with the present content of an inschrijving has left and was not refused. */
const isWithBron = (db: Connection, id: number): boolean =>
  db
    .prepare(`SELECT 1 FROM bericht WHERE inschrijving_id = ? AND content_hash = ? AND state IN ${WITH_BRON}`)
    .get(id, hashOf(contentOfInschrijving(db, id))) !== undefined;

/** What BRON would get of an inschrijving, and whether it has that. */
interface Content {
  id: number;
  hash: string;
  withBron: boolean;
  kind: InschrijvingKind;
  datumInschrijving: string | undefined;
}

const contentsNow = (db: Connection, leerlingId: number): Content[] =>
  inschrijvingIds(db, leerlingId).map((id) => {
    const { kind, datumInschrijving } = readInschrijving(db, id).gegevens;
    return { id, hash: hashOf(contentOfInschrijving(db, id)), withBron: isWithBron(db, id), kind, datumInschrijving };
  });

/**
 * What BRON knows cannot come back here with another datum inschrijving or of another kind.
 * @throws LasError inschrijving-known, inschrijving-kind-known
 */
function refuseOtherKeys(db: Connection, before: readonly Content[], after: readonly Content[]): void {
  for (const { id, kind, datumInschrijving } of after) {
    const was = before.find((item) => item.id === id);
    if (!was || !mayBeKnown(db, id)) continue;
    if (was.datumInschrijving !== datumInschrijving) throw new LasError('inschrijving-known');
    if (was.kind !== kind) throw new LasError('inschrijving-kind-known');
  }
}

const numbers = ['burgerservicenummer', 'onderwijsnummer'] as const;

/** A BSN or onderwijsnummer that comes back must not be that of another pupil by now. @throws LasError undo-number-taken */
function refuseTakenNumber(db: Connection, leerlingId: number, before: Persoonsgegevens): void {
  const { gegevens } = readLeerling(db, leerlingId);
  for (const key of numbers) {
    const number = gegevens[key];
    if (!number || number === before[key]) continue;
    const taken = db.prepare(`SELECT 1 FROM leerling WHERE id <> ? AND ${key} = ?`).get(leerlingId, number);
    if (taken) throw new LasError('undo-number-taken');
  }
}

const sleutelgegevens = [...numbers, 'geboortedatum', 'geslacht'] as const;

/**
 * Sleutelgegevens that BRON changed by itself and that were taken over were never delivered: without them nothing is to be delivered
 * anew. Refresh the pupil afterwards.
 */
function deliverNothingAnew(
  db: Connection,
  leerlingId: number,
  before: Persoonsgegevens,
  was: readonly Content[],
): void {
  const { gegevens } = readLeerling(db, leerlingId);
  if (sleutelgegevens.every((key) => gegevens[key] === before[key])) return;
  for (const { id, hash } of contentsNow(db, leerlingId))
    if (was.some((one) => one.id === id && !one.withBron)) acceptOwnAgain(db, id, hash);
}

const nameOfVerzorger = ({ roepnaam, voorletters, voorvoegsel, achternaam }: Row): string =>
  [roepnaam ?? voorletters, voorvoegsel, achternaam].filter(Boolean).join(' ');

interface Undone {
  last: LastChange;
  described: DescribedChange[];
  removesLeerling: boolean;
  verzorgersKept: string[];
  meldingen: UndoPreview['meldingen'];
}

/** Goes back, in the transaction of the caller. @throws LasError undo-nothing, undo-newer, restore-known, and contradictions */
function goBack(administration: Administration, leerlingId: number, change: number | undefined): Undone {
  const { db, clock, caller } = administration;
  const row = undoRow(db, leerlingId);
  if (!row) throw new LasError('undo-nothing');
  const current = snapshotLeerling(db, leerlingId);
  const newer = row.after_hash !== hashOfSnapshot(db, current) || (change !== undefined && change !== row.change_seq);
  if (newer) throw new LasError('undo-newer');

  const target = JSON.parse(row.before) as LeerlingSnapshot;
  // A verzorger who goes from this pupil may stay with another: he is told as he is, before and after.
  const describe = (snapshot: LeerlingSnapshot) =>
    describeLeerling(db, leerlingId, { ...snapshot, [VERZORGERS]: verzorgersNow(db, current, target) });
  const was = describe(current);
  const verzorgersKept = changedSince(db, target).map(nameOfVerzorger);
  const contents = contentsNow(db, leerlingId);
  const persoon = readLeerling(db, leerlingId).gegevens;
  restoreLeerling(db, leerlingId, target);
  const restored = snapshotLeerling(db, leerlingId);
  const removesLeerling = !restored.leerling?.length;

  const described = differences(was, describe(restored));
  const at = clock.now().toISOString();
  for (const { entity, entityId, changes } of described)
    appendChange(db, { at, userId: caller.userId, entity, entityId, changes });
  const restoredContents = contentsNow(db, leerlingId);
  if (!removesLeerling) {
    refuseOtherKeys(db, contents, restoredContents);
    refuseTakenNumber(db, leerlingId, persoon);
    refuseLostNumber(db, leerlingId, persoon, readLeerling(db, leerlingId).gegevens);
    deliverNothingAnew(db, leerlingId, persoon, contents);
    refreshLeerling(db, clock, leerlingId);
    keep(administration, leerlingId, current, restored);
  }
  const left = new Map(restoredContents.map((item) => [item.id, item]));
  const meldingen = contents
    .filter(({ id, hash, withBron }) => withBron && left.get(id) !== undefined && left.get(id)?.hash !== hash)
    .flatMap(({ id }) => {
      const datumInschrijving = left.get(id)?.datumInschrijving;
      const deliverBy = deadlineOf(db, id);
      return deliverBy ? [{ inschrijvingId: id, ...(datumInschrijving ? { datumInschrijving } : {}), deliverBy }] : [];
    });
  return { last: toLastChange(row), described, removesLeerling, verzorgersKept, meldingen };
}

/** Thrown to take back what was only tried. */
class Rehearsed extends Error {
  readonly undone: Undone;
  constructor(undone: Undone) {
    super('rehearsed');
    this.undone = undone;
  }
}

function rehearse(administration: Administration, leerlingId: number): Undone {
  try {
    administration.db
      .transaction(() => {
        throw new Rehearsed(goBack(administration, leerlingId, undefined));
      })
      .immediate();
  } catch (error) {
    if (error instanceof Rehearsed) return error.undone;
    throw error;
  }
  throw new LasError('internal');
}

/** What undoing the last change would put back, found out by doing it and taking that back. @throws LasError as `undo` */
export function previewUndo(administration: Administration, leerlingId: number): UndoPreview {
  const { last, described, removesLeerling, verzorgersKept, meldingen } = rehearse(administration, leerlingId);
  const fields = described.flatMap(({ entity, entityId, changes }) =>
    changes.map(({ field, old, new: next }) => ({
      entity,
      entityId,
      field,
      ...(old === null ? {} : { now: old }),
      ...(next === null ? {} : { back: next }),
    })),
  );
  return { ...last, fields, removesLeerling, verzorgersKept, meldingen };
}

/**
 * Undoes the last change of a pupil as a new change, which can itself be undone. `confirmed`: the meldingen that follow are wanted.
 * @throws LasError undo-nothing, undo-newer, undo-sent, undo-number-taken, number-known, restore-known, inschrijving-known,
 * inschrijving-kind-known
 */
export function undo(administration: Administration, leerlingId: number, change: number, confirmed: boolean): void {
  administration.db
    .transaction(() => {
      const { meldingen } = goBack(administration, leerlingId, change);
      if (meldingen.length > 0 && !confirmed) throw new LasError('undo-sent');
    })
    .immediate();
}
