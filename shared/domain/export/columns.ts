import { inschrijvingWpo } from '../../pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../pve/gegevensset/person.ts';
import type { Gegevenselement, Gegevensgroep } from '../../pve/gegevensset/types.ts';

/** The lists that can be exported as rows. */
export const listNames = ['leerlingen', 'inschrijvingen', 'werklijst'] as const;
export type ListName = (typeof listNames)[number];

/** What asks for more than an ordinary choice: numbers of persons, and addresses, which may be secret. */
type Sensitivity = 'number' | 'address';

/** One column of a list. Its key names a source and a gegeven of it: `leerling.achternaam`, `leerjaarGroep.groep`. */
export interface ExportColumn {
  key: string;
  /** Header in the file and name on the screen. */
  label: string;
  format: 'text' | 'date' | 'boolean';
  sensitive?: Sensitivity;
  /** In the column set that a person starts with. */
  standard?: true;
}

interface List {
  title: string;
  columns: readonly ExportColumn[];
}

const numberKeys = new Set(['burgerservicenummer', 'onderwijsnummer']);
const addressKeys = new Set([
  'postcode',
  'land',
  ...persoonZonderPgn.elements
    .map(({ key }) => key)
    .filter((key) => /^(straat|huis|locatie|plaats|adresregel)/.test(key)),
]);

const formatOf = ({ format }: Gegevenselement): ExportColumn['format'] => {
  if (format === 'datum' || format === 'partialDate') return 'date';
  return format === 'boolean' ? 'boolean' : 'text';
};

function sensitivityOf(key: string): Sensitivity | undefined {
  if (numberKeys.has(key)) return 'number';
  return addressKeys.has(key) ? 'address' : undefined;
}

function columnOf(source: string, element: Gegevenselement, standard: readonly string[]): ExportColumn {
  const sensitive = sensitivityOf(element.key);
  return {
    key: `${source}.${element.key}`,
    label: element.name,
    format: formatOf(element),
    ...(sensitive ? { sensitive } : {}),
    ...(standard.includes(element.key) ? { standard: true as const } : {}),
  };
}

const text = (key: string, label: string, more: Partial<ExportColumn> = {}): ExportColumn => ({
  key,
  label,
  format: 'text',
  ...more,
});

/** The elements of both forms of persoonsgegevens, each once. */
const personElements = [
  ...new Map<string, Gegevenselement>(
    [...persoonMetPgn.elements, ...persoonZonderPgn.elements].map((element) => [element.key, element]),
  ).values(),
];

/** The names in the order in which one says them; whatever else the gegevensset has follows in its own order. */
const firstKeys = ['leerlingnummer', 'roepnaam', 'voorvoegsel', 'achternaam', 'voornamen'];
const place = ({ key }: ExportColumn) => {
  const found = firstKeys.indexOf(key.replace('leerling.', ''));
  return found < 0 ? firstKeys.length : found;
};

const personColumns: readonly ExportColumn[] = [
  text('leerling.roepnaam', 'Roepnaam', { standard: true }),
  ...personElements.map((element) =>
    columnOf('leerling', element, ['leerlingnummer', 'achternaam', 'voorvoegsel', 'geboortedatum', 'geslacht']),
  ),
  text('leerling.geboorteland', 'Geboorteland'),
  text('leerling.nationaliteit1', 'Nationaliteit 1'),
  text('leerling.nationaliteit2', 'Nationaliteit 2'),
  { key: 'leerling.geheim', label: 'Geheim adres', format: 'boolean' as const },
].sort((a, b) => place(a) - place(b));

const groupColumns = (group: Gegevensgroep, standard: readonly string[]): ExportColumn[] =>
  group.elements.map((element) => columnOf(group.key, element, standard));

/** The gegevens of one inschrijving, with the voorkomen of each periodic group that holds on the day of the export. */
const inschrijvingColumns = (standard: readonly string[]): ExportColumn[] => [
  ...inschrijvingWpo.elements.map((element) => columnOf('inschrijving', element, standard)),
  ...inschrijvingWpo.groups.flatMap((group) => groupColumns(group, standard)),
  text('bron.state', 'Stand bij BRON'),
];

const workColumns: readonly ExportColumn[] = [
  text('work.leerlingNaam', 'Leerling', { standard: true }),
  text('work.groep', 'Groep', { standard: true }),
  text('work.code', 'Code', { standard: true }),
  text('work.ernst', 'Ernst', { standard: true }),
  text('work.title', 'Wat is er', { standard: true }),
  text('work.remedy', 'Wat te doen', { standard: true }),
  text('work.omschrijving', 'Tekst van BRON'),
  text('work.lasValue', 'Waarde hier', { sensitive: 'number' }),
  text('work.bronValue', 'Waarde bij BRON', { sensitive: 'number' }),
];

/** Every list with its columns, in the order in which they are offered. */
export const lists: Readonly<Record<ListName, List>> = {
  leerlingen: {
    title: 'Leerlingen',
    columns: [...personColumns, ...inschrijvingColumns(['leerjaar', 'groep'])],
  },
  inschrijvingen: {
    title: 'Inschrijvingen',
    columns: [
      ...personColumns,
      ...inschrijvingColumns([
        'datumInschrijving',
        'datumUitschrijving',
        'vestigingsvolgnummer',
        'leerjaar',
        'groep',
        'gewicht',
      ]),
    ],
  },
  werklijst: { title: 'Nog niet correct', columns: workColumns },
};

/** The keys of the columns that a person starts with. */
export const standardColumns = (list: ListName): string[] =>
  lists[list].columns.filter(({ standard }) => standard).map(({ key }) => key);
