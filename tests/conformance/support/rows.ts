import { readdirSync, readFileSync } from 'node:fs';
import type { Controle } from '../../../shared/pve/controles/controle.ts';
import type { Edition, Ernst } from '../../../shared/pve/controles/types.ts';

/** One row of the tables of PvE 4.2. */
export interface Row {
  /** Section, number in the section and code: `4.2.8.1-03-306`. Without a code of its own: `4.2.2-01`. */
  id: string;
  section: string;
  /** Its section in the edition of 2014-12, where it is another one. */
  section2014?: string;
  code?: string;
  ernst: Ernst;
  /** Keys of the gegevensgroepen it is about. */
  gegevensgroepen: readonly string[];
  /** Key of the gegeven; left out for a row about the group as a whole. */
  attribuut?: string;
  /** Only this edition has the row. */
  edition?: Edition;
  /** What breaks it, in Dutch, in our own words. */
  text: string;
}

interface RowFile extends Pick<Row, 'section' | 'section2014'> {
  subject: string;
  rows: Omit<Row, 'section' | 'section2014'>[];
}

const folder = new URL('../rows/', import.meta.url);

const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RowFile);

const bySection = new Intl.Collator('en', { numeric: true }).compare;

/** The subsections of PvE 4.2 in the order of the edition of 2015-11, with what each is about. */
export const sections = files
  .map(({ section, subject }) => ({ section, subject }))
  .sort((a, b) => bySection(a.section, b.section));

/** Every row of PvE 4.2, both editions, in the order of the PvE. */
export const rows: readonly Row[] = files
  .flatMap(({ section, section2014, rows: list }) =>
    list.map((row) => ({ ...row, section, ...(section2014 ? { section2014 } : {}) })),
  )
  .sort((a, b) => bySection(a.id, b.id));

/** The rows of an edition. */
export const rowsOf = (edition: Edition): Row[] =>
  rows.filter((row) => row.edition === undefined || row.edition === edition);

/** What a row is sought by: a section (of either edition), a code, and a place as far as it is needed. */
export interface RowKey {
  section: string;
  code: string;
  gegevensgroep: string;
  attribuut?: string | undefined;
}

const narrowed = (list: Row[], fits: (row: Row) => boolean): Row[] => {
  if (list.length < 2) return list;
  const fitting = list.filter(fits);
  return fitting.length > 0 ? fitting : list;
};

/** The rows that a key can mean: those of section and code, narrowed by the group and the gegeven where there are more. */
export function rowsFor({ section, code, gegevensgroep, attribuut }: RowKey): Row[] {
  const named = rows.filter((row) => row.code === code && [row.section, row.section2014].includes(section));
  const inGroup = narrowed(named, (row) => row.gegevensgroepen.includes(gegevensgroep));
  return narrowed(inGroup, (row) => row.attribuut === attribuut);
}

/**
 * The row of each controle of PvE 4.2. Of controles that a key cannot tell apart (the five on the CVI-nummer) the first has the
 * first row, and so on; a controle beyond the last row, or without one, is left out.
 */
export function rowsOfControles(controles: readonly Controle[]): Map<Controle, Row> {
  const taken = new Map<string, number>();
  const pairs = controles.flatMap((controle): [Controle, Row][] => {
    const candidates = rowsFor(controle);
    const key = [controle.gegevensgroep, controle.edition, ...candidates.map(({ id }) => id)].join(' ');
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    const row = candidates[index];
    return row ? [[controle, row]] : [];
  });
  return new Map(pairs);
}
