import type { SchoolSoort } from '../pve/berichten/kinds.ts';
import type { CountRow, DatedRow } from './rows/row.ts';
import { rowsWec } from './rows/wec.ts';
import { rowsBao, rowsSbao, rowsTrekkend } from './rows/wpo.ts';

const bySoort: Record<SchoolSoort, (peildatum: string) => readonly DatedRow[]> = {
  BAO: rowsBao,
  SBAO: () => rowsSbao,
  TREKKEND: () => rowsTrekkend,
  WEC: () => rowsWec,
};

/**
 * The rows of the GTB of a school of this soort on a peildatum, in the order in which they stand on it. What has to be counted is of the
 * law, the layout and the codes are ours: DUO's GTB was not found.
 */
export const gtbRows = (soort: SchoolSoort, peildatum: string): readonly CountRow[] =>
  bySoort[soort](peildatum).filter(
    ({ since, until }) => (since === undefined || since <= peildatum) && (until === undefined || peildatum <= until),
  );
