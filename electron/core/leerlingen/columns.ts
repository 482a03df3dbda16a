import {
  gewichtWpo,
  indicatieBekostigingWpo,
  inschrijvingWpo,
  leerjaarGroepWpo,
  vestigingWpo,
} from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';

/** The column of a gegeven: its key in snake case, with a number at the end set apart. */
export const columnOf = (key: string): string => key.replaceAll(/([A-Z]|\d+$)/g, (part) => `_${part.toLowerCase()}`);

/** Which property is kept in which column of one table. */
export type Columns = readonly { key: string; column: string }[];

const columnsOf = (group: Gegevensgroep): Columns => group.elements.map(({ key }) => ({ key, column: columnOf(key) }));

/** Gegevens of a pupil: what the school keeps besides, and the persoonsgegevens of bericht 3. */
export const leerlingColumns: Columns = [
  ...['leerlingnummer', 'roepnaam', 'achternaam', 'voorvoegsel', 'voornamen'].map((key) => ({ key, column: key })),
  ...columnsOf(persoonMetPgn),
];

export const inschrijvingColumns: Columns = columnsOf(inschrijvingWpo);

/** The periodic groups of an inschrijving WPO that are kept, each in a table of its own. */
export const periodicGroups = [
  { group: vestigingWpo, table: 'vestiging_wpo', columns: columnsOf(vestigingWpo) },
  { group: indicatieBekostigingWpo, table: 'indicatie_bekostiging_wpo', columns: columnsOf(indicatieBekostigingWpo) },
  { group: leerjaarGroepWpo, table: 'leerjaar_groep_wpo', columns: columnsOf(leerjaarGroepWpo) },
  { group: gewichtWpo, table: 'gewicht_wpo', columns: columnsOf(gewichtWpo) },
] as const satisfies readonly { group: Gegevensgroep; table: string; columns: Columns }[];
