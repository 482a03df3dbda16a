import { adresKeys, contact, ownPersoon } from '../ownGegevens.ts';
import { allKinds, inschrijvingKinds, type InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { leerjaarGroepWpo } from '../../pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../pve/gegevensset/person.ts';
import type { FieldElement, FieldGroup } from '../../pve/gegevensset/types.ts';

/** The lists that can be exported as rows. */
export const listNames = ['leerlingen', 'inschrijvingen', 'verzorgers', 'werklijst'] as const;
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
  /** Of inschrijvingen of one kind only. */
  only?: InschrijvingKind;
  /** In the column set that a person starts with. */
  standard?: true;
}

interface List {
  title: string;
  columns: readonly ExportColumn[];
}

const numberKeys = new Set(['burgerservicenummer', 'onderwijsnummer']);
const addresses: ReadonlySet<string> = new Set(adresKeys);

const formatOf = ({ format }: FieldElement): ExportColumn['format'] => {
  if (format === 'datum' || format === 'partialDate') return 'date';
  return format === 'boolean' ? 'boolean' : 'text';
};

function sensitivityOf(key: string): Sensitivity | undefined {
  if (numberKeys.has(key)) return 'number';
  return addresses.has(key) ? 'address' : undefined;
}

function columnOf(source: string, element: FieldElement, usual: readonly string[]): ExportColumn {
  const sensitive = sensitivityOf(element.key);
  return {
    key: `${source}.${element.key}`,
    label: element.name,
    format: formatOf(element),
    ...(sensitive ? { sensitive } : {}),
    ...(usual.includes(element.key) ? { standard: true as const } : {}),
  };
}

const text = (key: string, label: string, more: Partial<ExportColumn> = {}): ExportColumn => ({
  key,
  label,
  format: 'text',
  ...more,
});

const standard = { standard: true } as const;

/** What is kept of a person: by the school alone, and in both forms of the persoonsgegevens, each once. */
const personElements: readonly FieldElement[] = [
  ...new Map(
    [ownPersoon, persoonMetPgn, persoonZonderPgn].flatMap(({ elements }): [string, FieldElement][] =>
      elements.map((element) => [element.key, element]),
    ),
  ).values(),
];

/** The names in the order in which one says them; whatever else the gegevensset has follows in its own order. */
const firstKeys = ['leerlingnummer', 'roepnaam', 'voorvoegsel', 'achternaam', 'voornamen'];
const place = ({ key }: ExportColumn) => {
  const found = firstKeys.indexOf(key.replace('leerling.', ''));
  return found < 0 ? firstKeys.length : found;
};

const usualOfPerson = ['leerlingnummer', 'roepnaam', 'voorvoegsel', 'achternaam', 'geboortedatum', 'geslacht'];

const personColumns: readonly ExportColumn[] = [
  ...personElements.map((element) => columnOf('leerling', element, usualOfPerson)),
  ...contact.elements.map((element) => columnOf('leerling', element, [])),
].sort((a, b) => place(a) - place(b));

const groupColumns = (group: FieldGroup, usual: readonly string[]): ExportColumn[] =>
  group.elements.map((element) => columnOf(group.key, element, usual));

/** What a column of every kind is called: the PvE adds the kind to some names. */
const ofEveryKind = ({ only: _, label, ...column }: ExportColumn): ExportColumn => ({
  ...column,
  label: label.replace(/ (WPO|WEC)$/, ''),
});

/** Columns of different kinds that are called the same are told apart by their kind. */
const apart = (columns: readonly ExportColumn[]): ExportColumn[] =>
  columns.map((column) =>
    column.only && columns.some((other) => other !== column && other.label === column.label)
      ? { ...column, label: `${column.label} ${column.only}` }
      : column,
  );

/** The gegevens of one inschrijving, with the voorkomen of each periodic group that holds on the day of the export. */
function inschrijvingColumns(usual: readonly string[]): ExportColumn[] {
  const columns = new Map<string, ExportColumn>();
  for (const only of allKinds) {
    const { elements, groups } = inschrijvingKinds[only];
    const own = elements.map((element) => columnOf('inschrijving', element, usual));
    for (const column of [...own, ...groups.flatMap((group) => groupColumns(group, usual))]) {
      const known = columns.get(column.key);
      columns.set(column.key, known ? ofEveryKind(known) : { ...column, only });
    }
  }
  return [...apart([...columns.values()]), text('bron.state', 'Stand bij BRON')];
}

const verzorgerColumns: readonly ExportColumn[] = [
  text('relatie.relatie', 'Relatie', standard),
  text('verzorger.roepnaam', 'Roepnaam verzorger', standard),
  text('verzorger.voorletters', 'Voorletters verzorger', standard),
  text('verzorger.voorvoegsel', 'Voorvoegsel verzorger', standard),
  text('verzorger.achternaam', 'Achternaam verzorger', standard),
  text('verzorger.geslacht', 'Geslacht verzorger'),
  text('verzorger.telefoonMobile', 'Mobiel nummer', standard),
  text('verzorger.telefoon', 'Telefoon', standard),
  text('verzorger.telefoonWork', 'Telefoon werk'),
  text('verzorger.email', 'E-mail', standard),
  { key: 'relatie.noodcontact', label: 'Noodcontact', format: 'boolean', ...standard },
  { key: 'relatie.gezagsdrager', label: 'Gezagsdrager', format: 'boolean' },
  { key: 'relatie.livesWithLeerling', label: 'Woont bij de leerling', format: 'boolean' },
  ...personElements
    .filter(({ key }) => addresses.has(key))
    .map(({ key, name }): ExportColumn => ({
      key: `verzorger.${key}`,
      label: `${name.replace('-volgens-instelling', '')} verzorger`,
      format: 'text',
      sensitive: 'address',
    })),
  text('verzorger.geboorteland', 'Geboorteland verzorger'),
  text('verzorger.opleiding', 'Opleiding verzorger'),
];

const pupilOfVerzorger = ['leerlingnummer', 'roepnaam', 'voorvoegsel', 'achternaam', 'geboortedatum', 'geheim'];

const workColumns: readonly ExportColumn[] = [
  text('work.leerlingNaam', 'Leerling', standard),
  text('work.groep', 'Groep', standard),
  text('work.code', 'Code', standard),
  text('work.ernst', 'Ernst', standard),
  text('work.title', 'Wat is er', standard),
  text('work.remedy', 'Wat te doen', standard),
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
  verzorgers: {
    title: 'Verzorgers',
    columns: [
      ...personColumns.filter(({ key }) => pupilOfVerzorger.includes(key.replace('leerling.', ''))),
      ...groupColumns(leerjaarGroepWpo, ['groep']),
      ...verzorgerColumns,
    ],
  },
  werklijst: { title: 'Nog niet correct', columns: workColumns },
};

/** The columns of a list that a school can use whose inschrijvingen are of this kind. */
export const columnsFor = (list: ListName, kind: InschrijvingKind): ExportColumn[] =>
  lists[list].columns.filter(({ only = kind }) => only === kind);

/** The keys of the columns that a person of such a school starts with. */
export const standardColumns = (list: ListName, kind: InschrijvingKind): string[] =>
  columnsFor(list, kind)
    .filter(({ standard }) => standard)
    .map(({ key }) => key);
