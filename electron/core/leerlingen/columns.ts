import { keptOfInschrijving } from '../../../shared/api/leerlingen.ts';
import { contact, email, formerAdres, ownPersoon, phone } from '../../../shared/domain/ownGegevens.ts';
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
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';

/** The column of a gegeven: its key in snake case, with a number at the end set apart. */
export const columnOf = (key: string): string => key.replaceAll(/([A-Z]|\d+$)/g, (part) => `_${part.toLowerCase()}`);

/** Which property is kept in which column of one table. */
export type Columns = readonly { key: string; column: string }[];

const columnsOf = ({ elements }: Pick<FieldGroup, 'elements'>): Columns =>
  elements.map(({ key }) => ({ key, column: columnOf(key) }));

const persoonKeys = new Set(
  [ownPersoon, persoonZonderPgn, persoonMetPgn].flatMap(({ elements }) => elements.map(({ key }) => key)),
);

/** Gegevens of a pupil: what the school keeps besides, and the persoonsgegevens of bericht 3 with and without PGN. */
export const leerlingColumns: Columns = [...persoonKeys].map((key) => ({ key, column: columnOf(key) }));

/** Contact and emergency data of a pupil that occur once, in the same table. */
export const contactColumns: Columns = columnsOf(contact);

/** Gegevens of an inschrijving: those of bericht 3, and what the school keeps of coming and leaving and never delivers. */
export const inschrijvingColumns: Columns = [
  ...columnsOf(inschrijvingWpo),
  ...Object.keys(keptOfInschrijving).map((key) => ({ key, column: columnOf(key) })),
];

/** A group whose voorkomens are rows of a table that refers to that of the group above. */
export interface StoredGroup {
  group: FieldGroup;
  table: string;
  /** Column with the id of the row above. */
  parent: string;
  columns: Columns;
  groups: readonly StoredGroup[];
}

const stored = (
  group: FieldGroup,
  table: string,
  parent: string,
  groups: readonly StoredGroup[] = [],
): StoredGroup => ({ group, table, parent, columns: columnsOf(group), groups });

const INSCHRIJVING = 'inschrijving_id';
const LEERLING = 'leerling_id';

/** The periodic groups of an inschrijving WPO that are kept, in the order of bericht 3. */
export const inschrijvingGroups: readonly StoredGroup[] = [
  stored(vestigingWpo, 'vestiging_wpo', INSCHRIJVING),
  stored(indicatieBekostigingWpo, 'indicatie_bekostiging_wpo', INSCHRIJVING),
  stored(leerjaarGroepWpo, 'leerjaar_groep_wpo', INSCHRIJVING),
  stored(vroegschoolsProgrammaWpo, 'vroegschools_programma_wpo', INSCHRIJVING),
  stored(eindtoetsWpo, 'eindtoets_wpo', INSCHRIJVING),
  stored(lgfIndicatieWpo, 'lgf_indicatie_wpo', INSCHRIJVING, [
    stored(ambulanteBegeleidingWpo, 'ambulante_begeleiding_wpo', 'lgf_indicatie_id'),
  ]),
  stored(gewichtWpo, 'gewicht_wpo', INSCHRIJVING),
];

/** The groups of the contact data of a pupil. */
export const contactGroups: readonly StoredGroup[] = [
  stored(phone, 'leerling_phone', LEERLING),
  stored(email, 'leerling_email', LEERLING),
  stored(formerAdres, 'leerling_former_adres', LEERLING),
];
