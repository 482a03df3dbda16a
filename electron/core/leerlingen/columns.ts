import { keptOfInschrijving } from '../../../shared/api/leerlingen.ts';
import {
  ambulanteBegeleidingWpo,
  eindtoetsWpo,
  gewichtWpo,
  indicatieBekostigingWpo,
  inschrijvingWpo,
  leerjaarGroepWpo,
  lgfIndicatieWpo,
  vestigingWpo,
  vroegschoolsProgrammaWpo,
} from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';

/** The column of a gegeven: its key in snake case, with a number at the end set apart. */
export const columnOf = (key: string): string => key.replaceAll(/([A-Z]|\d+$)/g, (part) => `_${part.toLowerCase()}`);

/** Which property is kept in which column of one table. */
export type Columns = readonly { key: string; column: string }[];

const columnsOf = (group: Gegevensgroep): Columns => group.elements.map(({ key }) => ({ key, column: columnOf(key) }));

/** What the school keeps of a pupil and never delivers. */
const ownKeys = ['roepnaam', 'geboorteland', 'nationaliteit1', 'nationaliteit2', 'geheim'];

/** What the school keeps of coming and leaving and never delivers. */
const ownInschrijvingKeys = Object.keys(keptOfInschrijving);

/** Gegevens of a pupil: what the school keeps besides, and the persoonsgegevens of bericht 3 with and without PGN. */
export const leerlingColumns: Columns = [
  ...ownKeys.map((key) => ({ key, column: columnOf(key) })),
  ...[...new Set([...columnsOf(persoonZonderPgn), ...columnsOf(persoonMetPgn)].map(({ key }) => key))].map((key) => ({
    key,
    column: columnOf(key),
  })),
];

export const inschrijvingColumns: Columns = [
  ...columnsOf(inschrijvingWpo),
  ...ownInschrijvingKeys.map((key) => ({ key, column: columnOf(key) })),
];

/** A group below a periodic group, kept in a table that refers to that of its parent. */
interface ChildGroup {
  group: Gegevensgroep;
  table: string;
  /** Column with the id of the voorkomen of the parent. */
  parent: string;
  columns: Columns;
}

interface PeriodicGroup {
  group: Gegevensgroep;
  table: string;
  columns: Columns;
  child?: ChildGroup;
}

/** The periodic groups of an inschrijving WPO that are kept, each in a table of its own, in the order of bericht 3. */
export const periodicGroups = [
  { group: vestigingWpo, table: 'vestiging_wpo', columns: columnsOf(vestigingWpo) },
  { group: indicatieBekostigingWpo, table: 'indicatie_bekostiging_wpo', columns: columnsOf(indicatieBekostigingWpo) },
  { group: leerjaarGroepWpo, table: 'leerjaar_groep_wpo', columns: columnsOf(leerjaarGroepWpo) },
  {
    group: vroegschoolsProgrammaWpo,
    table: 'vroegschools_programma_wpo',
    columns: columnsOf(vroegschoolsProgrammaWpo),
  },
  { group: eindtoetsWpo, table: 'eindtoets_wpo', columns: columnsOf(eindtoetsWpo) },
  {
    group: lgfIndicatieWpo,
    table: 'lgf_indicatie_wpo',
    columns: columnsOf(lgfIndicatieWpo),
    child: {
      group: ambulanteBegeleidingWpo,
      table: 'ambulante_begeleiding_wpo',
      parent: 'lgf_indicatie_id',
      columns: columnsOf(ambulanteBegeleidingWpo),
    },
  },
  { group: gewichtWpo, table: 'gewicht_wpo', columns: columnsOf(gewichtWpo) },
] as const satisfies readonly PeriodicGroup[];
