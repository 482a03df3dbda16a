import type { Persoonsgegevens } from '../../../api/leerlingen.ts';
import { waarden } from '../../../pve/waardelijsten/waardelijsten.ts';
import { unguardFormula } from '../../export/formula.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../pgn.ts';
import type { Candidate, ImportProblem, SchoolFacts } from '../candidate.ts';
import { readVoorvoegsel } from '../edexml/voorvoegsel.ts';
import { readCsvDate, readNumber, type DateOrders, type ReadValue, type Repairs } from './repairs.ts';
import { csvTarget, NOTE, type CsvMapping, type ValueKind } from './targets.ts';

/** One row of a CSV file as text. */
export interface CsvRow {
  /** Its number in the file as a spreadsheet counts: the header is row 1. */
  number: number;
  cells: readonly string[];
  /** What there is to say of the row as a whole. */
  sentence?: string;
}

/** How the rows of a file are read. */
export interface CsvReading {
  headers: readonly string[];
  mapping: CsvMapping;
  /** Per column the order of day and month. */
  orders: readonly DateOrders[];
  repairs: Repairs;
  /** The year by which years of two digits are understood. */
  year: number;
}

/** What can be kept of a field. */
const LONGEST = 200;
const longest: Readonly<Record<string, number>> = {
  'persoon.leerlingnummer': 50,
  'persoon.voorvoegsel': 50,
  'persoon.geboorteland': 50,
  'persoon.nationaliteit1': 50,
  'persoon.nationaliteit2': 50,
};
const LONGEST_NOTE = 1000;

/** What stands for a value, by that value. */
type Words = Readonly<Record<string, readonly string[]>>;

const geslachten: Words = {
  M: ['m', 'man', 'j', 'jongen', 'jongens', 'mannelijk', '1'],
  V: ['v', 'vrouw', 'meisje', 'meisjes', 'vrouwelijk', '2'],
  O: ['o', 'onbekend'],
};
const booleans: Words = {
  true: ['ja', 'j', 'true', 'waar', '1', 'x'],
  false: ['nee', 'n', 'false', 'onwaar', '0'],
};

const fromWords =
  (words: Words, what: string) =>
  (text: string): ReadValue => {
    const value = Object.keys(words).find((key) => words[key]?.includes(text.toLowerCase()));
    return value === undefined ? { sentence: `${what} "${text}" is niet te lezen en is niet overgenomen.` } : { value };
  };

/** A number of which the column does not say which it is: an onderwijsnummer when it can be nothing else. */
function readPgn(text: string, { repairs }: CsvReading): ReadValue {
  const asBsn = readNumber('burgerservicenummer', text, repairs);
  if (asBsn.sentence === undefined) return asBsn;
  const asOnderwijsnummer = readNumber('onderwijsnummer', text, repairs);
  return asOnderwijsnummer.sentence === undefined ? asOnderwijsnummer : asBsn;
}

function readPostcode(text: string): ReadValue {
  const value = text.replaceAll(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}[A-Z]{2}$/.test(value)
    ? { value }
    : { value, sentence: `De postcode "${text}" is geen Nederlandse postcode. Controleer het adres.` };
}

function readPrefix(text: string): ReadValue {
  const { voorvoegsel, sentence } = readVoorvoegsel(text);
  return { value: voorvoegsel, ...(sentence ? { sentence } : {}) };
}

type Reader = (text: string, reading: CsvReading, column: number) => ReadValue;

const allDutch: DateOrders = { '-': 'dutch', '/': 'dutch', '.': 'dutch' };

const dateReader =
  (partial: boolean): Reader =>
  (text, { orders, repairs, year }, column) =>
    readCsvDate(text, { orders: orders[column] ?? allDutch, repairs, year, partial });

const readers: Readonly<Record<ValueKind, Reader>> = {
  text: (text) => ({ value: text }),
  voorvoegsel: readPrefix,
  date: dateReader(false),
  partialDate: dateReader(true),
  burgerservicenummer: (text, { repairs }) => readNumber('burgerservicenummer', text, repairs),
  onderwijsnummer: (text, { repairs }) => readNumber('onderwijsnummer', text, repairs),
  pgn: readPgn,
  geslacht: fromWords(geslachten, 'Het geslacht'),
  boolean: fromWords(booleans, 'De waarde'),
  postcode: readPostcode,
};

/** A gewicht belongs to the regelingen that have it; 0 is in both (PvE 7.1.8). */
function weightsOf(text: string): SchoolFacts['gewichten'] {
  const amount = Number(text.replace(',', '.'));
  const within = (scheme: '1' | '2') =>
    waarden('gewicht', undefined, { within: scheme }).some(({ code }) => Number(code.replace(',', '.')) === amount);
  const known = (['1', '2'] as const).filter(within);
  return Object.fromEntries((known.length > 0 ? known : (['2'] as const)).map((scheme) => [scheme, text]));
}

function schoolFacts(values: Readonly<Record<string, string>>): SchoolFacts {
  const { vestiging, gewicht, ...rest } = values;
  return {
    ...rest,
    ...(vestiging === undefined ? {} : { vestiging: { key: vestiging, naam: vestiging } }),
    ...(gewicht === undefined ? {} : { gewichten: weightsOf(gewicht) }),
  };
}

/** A number of which the column does not say which it is. */
function persoonOf({ pgn, ...values }: Readonly<Record<string, string>>): Persoonsgegevens {
  if (pgn === undefined) return values;
  const isOnderwijsnummer = isValidOnderwijsnummer(pgn) && !isValidBsn(pgn);
  return { [isOnderwijsnummer ? 'onderwijsnummer' : 'burgerservicenummer']: pgn, ...values };
}

/**
 * The candidate that a row of a CSV file is; whatever was repaired or left out is told with it. Undefined for a row in which
 * nothing stands. @param number which pupil of the file, from 1
 */
export function csvCandidate(row: CsvRow, number: number, reading: CsvReading): Candidate | undefined {
  const { headers, mapping } = reading;
  const values: Record<'persoon' | 'school', Record<string, string>> = { persoon: {}, school: {} };
  const notes: string[] = [];
  const problems: ImportProblem[] = [];
  const tell = (sentence: string, field?: string) =>
    void problems.push({ sentence, line: row.number, ...(field === undefined ? {} : { field }) });
  if (row.sentence !== undefined) tell(row.sentence);
  if (row.cells.length > headers.length)
    tell('Deze rij heeft meer velden dan de eerste rij: wat te veel is, is niet gelezen.');

  mapping.forEach((key, column) => {
    const target = key === null ? undefined : csvTarget(key);
    const text = unguardFormula(row.cells[column] ?? '').trim();
    if (!target || text === '') return;
    const header = headers[column] ?? target.label;
    if (text.length > (target.key === NOTE ? LONGEST_NOTE : (longest[target.key] ?? LONGEST))) {
      tell(`Wat bij ${header} staat, is te lang en is niet overgenomen.`, header);
      return;
    }
    if (target.key === NOTE) {
      notes.push(`${header}: ${text}`);
      return;
    }
    const { value, sentence } = readers[target.kind](text, reading, column);
    if (sentence !== undefined) tell(sentence, header);
    const [group, name] = target.key.split('.') as ['persoon' | 'school', string];
    if (value !== undefined && value !== '') values[group][name] = value;
  });

  const persoon = persoonOf(values.persoon);
  if (Object.keys(persoon).length === 0 && Object.keys(values.school).length === 0 && notes.length === 0)
    return undefined;
  return {
    place: { number, line: row.number },
    ...(persoon.leerlingnummer === undefined ? {} : { key: persoon.leerlingnummer }),
    persoon,
    school: schoolFacts(values.school),
    facts: {},
    notes,
    problems,
  };
}
