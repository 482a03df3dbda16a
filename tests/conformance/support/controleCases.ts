import { readdirSync, readFileSync } from 'node:fs';
import type { InschrijvingWpo, MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type {
  BrinFacts,
  BrinLookup,
  ControleContext,
  Edition,
  Finding,
  RegisterFacts,
  SchoolFacts,
} from '../../../shared/pve/controles/types.ts';
import { rowsFor, type RowKey } from './rows.ts';

type Patch = Record<string, unknown>;

/** A case as it stands in `cases/*.json`: patches on the base melding, facts, and the findings of PvE 4.2. */
interface CaseFile {
  section: string;
  /** A name that begins with a code and a colon is about the row of the section that has this code. */
  name: string;
  /** The rows of `rows/*.json` that it breaks or just does not break, where name and expected findings do not tell. */
  rows?: string[];
  /** Patch on persoonMetPgn. Null takes a value away. */
  persoon?: Patch;
  /** Patch on the base persoonZonderPgn, which then comes in the place of persoonMetPgn. */
  zonder?: Patch;
  /** Keep persoonMetPgn beside `zonder`. */
  keepPersoon?: boolean;
  /** Moves the inschrijving and the first voorkomens to this date. */
  start?: string;
  /** Patch on inschrijvingWpo. */
  inschrijving?: Patch;
  /** Patch on the content as a whole. */
  content?: Patch;
  facts?: {
    deliveredOn?: string;
    edition?: Edition;
    school?: Patch;
    /** The postcodes that exist. */
    postcodes?: string[];
    /** False: BRIN is not at hand, as in a LAS. */
    brin?: false;
    /** What BRON knows; without it the case is judged as by a LAS. */
    register?: Patch;
    /** Patch on the inschrijving, which BRON then has registered. */
    registered?: Patch;
  };
  /** `code ernst gegevensgroep[voorkomen].element`, of a group inside a periodic group `[parent.voorkomen]` */
  expected: string[];
  /**
   * What BRON answers, where the registers or the schema make it something else than `expected`: findings as above, the place may
   * be left out. Of findings of ernst S beside one of ernst A only the latter come back (reading R1); that needs no mention.
   */
  wire?: string[];
  /** Only a LAS is in this position: it has no BRIN, or does not know what BRON knows. */
  onlyLas?: true;
}

interface Base {
  content: MeldingContent;
  zonder: Patch;
  school: SchoolFacts;
  deliveredOn: string;
  edition: Edition;
  register: RegisterFacts;
  /** What BRIN has of other schools. */
  brin: BrinFacts[];
}

export interface ControleCase {
  file: string;
  section: string;
  name: string;
  /** The editions it holds in. */
  editions: readonly Edition[];
  /** The rows it is about. */
  rows: string[];
  context: ControleContext;
  expected: string[];
  /** What comes back over the wire; undefined for a case of a LAS alone. */
  wire: string[] | undefined;
  /** The registers of BRON that the case asks for. */
  registers: { brin: readonly BrinFacts[]; postcodes: readonly string[] | null };
}

const folder = new URL('../cases/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** The base melding, right in every part, and its facts; a new copy each time. */
export const base = (): Base => readJson('base.json') as Base;

const patched = <T extends object>(value: T, patch: Patch = {}): T =>
  Object.fromEntries(Object.entries({ ...value, ...patch }).filter(([, entry]) => entry !== null)) as T;

/** BRIN with these schools. */
export const brinOf = (brin: readonly BrinFacts[]): BrinLookup => ({
  find: (brinnummer) => brin.find((item) => item.brinnummer === brinnummer),
  schoolsOf: (rec) => brin.filter((item) => item.rec === rec),
});

const GROUPS = ['vestiging', 'indicatieBekostiging', 'leerjaarGroep', 'gewicht'] as const;

function moved(inschrijving: InschrijvingWpo, start: string | undefined): InschrijvingWpo {
  if (start === undefined) return inschrijving;
  const groups = GROUPS.map(
    (key) => [key, inschrijving[key]?.map((item) => ({ ...item, begindatum: start }))] as const,
  );
  return { ...inschrijving, datumInschrijving: start, ...Object.fromEntries(groups) };
}

function contextOf({
  persoon,
  zonder,
  keepPersoon,
  start,
  inschrijving,
  content,
  facts = {},
}: CaseFile): ControleContext {
  const { content: melding, zonder: names, school, deliveredOn, edition, register, brin } = base();
  const [first = {}] = melding.inschrijvingWpo ?? [];
  const wpo = patched(moved(first, start), inschrijving);
  const whole: MeldingContent = {
    ...(zonder && !keepPersoon ? {} : { persoonMetPgn: [patched(melding.persoonMetPgn?.[0] ?? {}, persoon)] }),
    ...(zonder ? { persoonZonderPgn: [patched(names, zonder)] } : {}),
    inschrijvingWpo: [wpo],
  };
  const known = facts.registered ? { registered: patched(wpo, facts.registered) } : {};
  return {
    content: patched(whole, content),
    school: patched(school, facts.school),
    deliveredOn: facts.deliveredOn ?? deliveredOn,
    edition: facts.edition ?? edition,
    ...(facts.brin === false ? {} : { brin: brinOf(brin) }),
    ...(facts.postcodes ? { postcodeExists: (postcode: string) => facts.postcodes?.includes(postcode) ?? false } : {}),
    ...(facts.register || facts.registered ? { register: { ...register, ...facts.register, ...known } } : {}),
  };
}

const EDITIONS: readonly Edition[] = ['2014-12', '2015-11'];

function rowsOfCase({ rows, section, name, expected }: CaseFile): string[] {
  if (rows) return rows;
  const code = /^(\d{3}):/.exec(name)?.[1];
  const own = expected.map(parseFinding).filter((finding) => code === undefined || finding.code === code);
  const found = own.map((finding) => rowsFor({ section, ...finding }));
  if (code !== undefined && own.length === 0) found.push(rowsFor({ section, code, gegevensgroep: '' }));
  return [...new Set(found.flatMap((list) => (list.length === 1 ? list.map(({ id }) => id) : [])))];
}

function onTheWire({ expected, wire, onlyLas, facts }: CaseFile): string[] | undefined {
  if (onlyLas || facts?.brin === false) return undefined;
  if (wire) return [...wire].sort();
  const refusals = expected.filter((finding) => parseFinding(finding).ernst === 'A');
  return (refusals.length > 0 ? refusals : [...expected]).sort();
}

function readCase(file: string, item: CaseFile): ControleCase {
  const context = contextOf(item);
  const { edition, postcodes = null } = item.facts ?? {};
  return {
    file,
    section: item.section,
    name: item.name,
    editions: edition ? [edition] : EDITIONS,
    rows: rowsOfCase(item),
    context,
    expected: [...item.expected].sort(),
    wire: onTheWire(item),
    registers: { brin: base().brin, postcodes },
  };
}

/** Every case of `cases/*.json`. */
export const controleCases: ControleCase[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'base.json')
  .flatMap((file) => (readJson(file) as CaseFile[]).map((item) => readCase(file, item)));

/** A finding as the cases write it. */
export function written({
  code,
  ernst,
  gegevensgroep,
  parent,
  voorkomen,
  element,
}: Omit<Finding, 'omschrijving' | 'section'>): string {
  const place = [parent, voorkomen].filter((index) => index !== undefined).join('.');
  return `${code} ${ernst} ${gegevensgroep}${place ? `[${place}]` : ''}${element ? `.${element}` : ''}`;
}

/** A finding as the cases write it, taken apart. The index of a voorkomen is left out. */
export function parseFinding(text: string): Omit<RowKey, 'section'> & { ernst: string } {
  const [code = '', ernst = '', place = ''] = text.split(' ');
  const [gegevensgroep = '', attribuut] = place.replace(/\[[\d.]*\]/, '').split('.');
  return { code, ernst, gegevensgroep, attribuut };
}
