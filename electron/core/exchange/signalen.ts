import type { Signaal } from '../../../shared/api/leerlingen.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import { noteChanges } from '../changes/note.ts';
import { leerlingColumns } from '../leerlingen/columns.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { readInschrijving, readLeerling, writeInschrijving, writeLeerling } from '../leerlingen/repository.ts';
import { sameVoorkomens } from './place.ts';
import { refreshInschrijving, refreshLeerling, signaalHoldsSql } from './state.ts';

export interface SignaalRow {
  id: number;
  code: string;
  ernst: 'A' | 'S';
  omschrijving: string;
  leerling_id: number | null;
  inschrijving_id: number | null;
  bericht_id: number | null;
  gegevensgroep: string | null;
  element: string | null;
  parent: number | null;
  voorkomen: number | null;
  las_value: string | null;
  bron_value: string | null;
  state: Signaal['state'];
  note: string | null;
  decided_by: string | null;
  decided_at: string | null;
  created_at: string;
}

/** BRON's value can be taken over when it is known, differs, and belongs to a gegeven kept here. */
function canTakeOver(row: SignaalRow): boolean {
  if (row.state !== 'open' || !row.element || !row.bron_value || row.bron_value === row.las_value) return false;
  if (row.gegevensgroep?.startsWith('persoon')) return leerlingColumns.some(({ key }) => key === row.element);
  return row.gegevensgroep === 'inschrijvingWpo' || row.voorkomen !== null;
}

/** A signaal as the screens show it, with our own explanation of the code. */
export function toSignaal(row: SignaalRow): Signaal {
  const { title, meaning, remedy } = describeSignaal(row.code);
  const optional = {
    leerlingId: row.leerling_id,
    inschrijvingId: row.inschrijving_id,
    gegevensgroep: row.gegevensgroep,
    element: row.element,
    parent: row.parent,
    voorkomen: row.voorkomen,
    lasValue: row.las_value,
    bronValue: row.bron_value,
    note: row.note,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
  return {
    id: row.id,
    code: row.code,
    ernst: row.ernst,
    omschrijving: row.omschrijving,
    title,
    meaning,
    remedy,
    canTakeOver: canTakeOver(row),
    state: row.state,
    receivedAt: row.created_at,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)) as Partial<Signaal>),
  };
}

/** The signalen of an inschrijving that still hold: open ones first. */
export const signalenOf = (db: Connection, inschrijvingId: number): Signaal[] =>
  db
    .prepare<[number], SignaalRow>(
      `SELECT * FROM signaal s WHERE s.inschrijving_id = ? AND ${signaalHoldsSql} ORDER BY state DESC, ernst, id`,
    )
    .all(inschrijvingId)
    .map(toSignaal);

function openSignaal(db: Connection, id: number): SignaalRow {
  const row = db.prepare<[number], SignaalRow>("SELECT * FROM signaal WHERE id = ? AND state = 'open'").get(id);
  if (!row) throw new LasError('not-found');
  return row;
}

/** Ticks a signaal off with a note: a person has decided that nothing needs to change. */
export function tickOff(administration: Administration, id: number, note: string): void {
  const { db, clock, caller } = administration;
  db.transaction(() => {
    const row = openSignaal(db, id);
    db.prepare("UPDATE signaal SET state = 'afgevinkt', note = ?, decided_by = ?, decided_at = ? WHERE id = ?").run(
      note,
      caller.userId,
      clock.now().toISOString(),
      id,
    );
    noteChanges(administration, { entity: 'signaal', entityId: id }, [
      { field: 'state', old: row.state, new: 'afgevinkt' },
      { field: 'note', old: row.note, new: note },
    ]);
    if (row.inschrijving_id !== null) refreshInschrijving(db, clock, row.inschrijving_id);
  }).immediate();
}

/**
 * The voorkomen kept here that a signaal about a delivered one concerns: that of the same period. The periods may have been
 * edited since. @throws LasError changed-elsewhere
 */
function sameVoorkomen(db: Connection, row: SignaalRow, gegevens: Voorkomen): Voorkomen {
  const stored = db
    .prepare<[number | null], { content: string }>('SELECT content FROM bericht WHERE id = ?')
    .get(row.bericht_id);
  const content = JSON.parse(stored?.content ?? '{}') as MeldingContent;
  const found = sameVoorkomens(gegevens, content.inschrijvingWpo?.[0] ?? {}, {
    gegevensgroep: row.gegevensgroep ?? '',
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.voorkomen === null ? {} : { voorkomen: row.voorkomen }),
  });
  const [voorkomen] = found;
  if (!voorkomen || found.length > 1) throw new LasError('changed-elsewhere');
  return voorkomen;
}

/** Takes BRON's value over into the gegeven that the signaal concerns; what was there stays in the log of changes. */
export function takeOver(administration: Administration, id: number): void {
  const { db, clock } = administration;
  db.transaction(() => {
    const row = openSignaal(db, id);
    const { element, bron_value: value, leerling_id: leerlingId, inschrijving_id: inschrijvingId } = row;
    if (!canTakeOver(row) || !element || !value || leerlingId === null || inschrijvingId === null)
      throw new LasError('not-found');
    asOneChange(administration, leerlingId, () => {
      if (row.gegevensgroep?.startsWith('persoon')) {
        const { gegevens, version } = readLeerling(db, leerlingId);
        writeLeerling(administration, { ...gegevens, [element]: value }, leerlingId, version);
      } else {
        const { gegevens, version } = readInschrijving(db, inschrijvingId);
        if (row.gegevensgroep === 'inschrijvingWpo') Object.assign(gegevens, { [element]: value });
        else sameVoorkomen(db, row, gegevens)[element] = value;
        writeInschrijving(administration, leerlingId, gegevens, inschrijvingId, version);
      }
      return { leerlingId };
    });
    refreshLeerling(db, clock, leerlingId);
  }).immediate();
}
