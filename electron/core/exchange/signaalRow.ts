import type { EarlierDecision, Signaal } from '../../../shared/api/leerlingen.ts';
import { isInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { leerlingColumns } from '../leerlingen/columns.ts';

/** A signaal as it is kept, with the names of who decided on it. */
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
  /** Name of who decided. */
  decider: string | null;
  decided_before: 0 | 1;
  reopened_at: string | null;
  /** Name of who took the decision back. */
  reopener: string | null;
  created_at: string;
}

/** The columns of a {@link SignaalRow} of a signaal `s`. */
export const signaalColumns = `s.*, (SELECT u.name FROM user_account u WHERE u.id = s.decided_by) AS decider,
  (SELECT u.name FROM user_account u WHERE u.id = s.reopened_by) AS reopener`;

/** BRON's value can be taken over when it is known, differs, and belongs to a gegeven kept here. */
export function canTakeOver(row: SignaalRow): boolean {
  if (row.state !== 'open' || !row.element || !row.bron_value || row.bron_value === row.las_value) return false;
  if (row.gegevensgroep?.startsWith('persoon')) return leerlingColumns.some(({ key }) => key === row.element);
  return isInschrijving(row.gegevensgroep) || row.voorkomen !== null;
}

/** A signaal as the screens show it, with our own explanation of the code and what was decided about the same gegeven before. */
export function toSignaal(row: SignaalRow, earlier: readonly EarlierDecision[]): Signaal {
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
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    reopenedBy: row.reopener,
    reopenedAt: row.reopened_at,
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
    decidedBefore: row.decided_before === 1,
    earlier: [...earlier],
    receivedAt: row.created_at,
    ...withoutNulls(optional),
  };
}
