import { readdirSync, readFileSync } from 'node:fs';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { InschrijvingKey } from '../../../shared/pve/berichten/kinds.ts';
import type { Controle } from '../../../shared/pve/controles/controle.ts';
import { controles } from '../../../shared/pve/controles/controles.ts';
import { geboortedatumControles } from '../../../shared/pve/controles/geboortedatum.ts';
import type {
  BrinFacts,
  BrinLookup,
  ControleContext,
  Edition,
  ElementcodeFacts,
  Finding,
  RegisterFacts,
  SamenwerkingsverbandFacts,
  SchoolFacts,
} from '../../../shared/pve/controles/types.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import { rowsFor, type RowKey } from './rows.ts';
import type { RegisterFiles } from './wire/registers.ts';

type Patch = Record<string, unknown>;

/** A case as it stands in `cases/*.json`: patches on the base melding, facts, and the findings of PvE 4.2. */
interface CaseFile {
  section: string;
  /** A name that begins with a code and a colon is about the row of the section that has this code. */
  name: string;
  /** The rows of `rows/*.json` that it breaks or just does not break, where name and expected findings do not tell. */
  rows?: string[];
  /** The base melding of `named/base.json` it patches; left out: that of `base.json`, WPO. */
  base?: string;
  /** One case per gegevensgroep, `each` in `expected`, whose voorkomens begin on `dates`. */
  each?: string[];
  dates?: string[];
  /** Patch on persoonMetPgn. Null takes a value away. */
  persoon?: Patch;
  /** Patch on the base persoonZonderPgn, which then comes in the place of persoonMetPgn. */
  zonder?: Patch;
  /** Keep persoonMetPgn beside `zonder`. */
  keepPersoon?: boolean;
  /** Moves the inschrijving and the first voorkomens to this date. */
  start?: string;
  /** Patch on the inschrijving. */
  inschrijving?: Patch;
  /** Patch on the base verplichte eindtoets, which the melding then has. */
  verplichteEindtoets?: Patch;
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
  samenwerkingsverbanden: SamenwerkingsverbandFacts[];
  elementcodes: Record<string, ElementcodeFacts[]>;
  verplichteEindtoets: Patch;
}

/** What differs from the base in another base melding: pupils of several kinds. */
interface NamedBase extends Pick<Base, 'deliveredOn'> {
  /** Left out: WEC. */
  kind?: InschrijvingKey;
  persoon: Patch;
  school?: Patch;
  inschrijving: Voorkomen;
}

interface NamedBases {
  /** The WEC-school. */
  school: SchoolFacts;
  bases: Record<string, NamedBase>;
  /** The section of a gegevensgroep, for cases with `each`. */
  sections: Record<string, string>;
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
  /** What it is judged by: the controles of a melding, or those of a changed geboortedatum. */
  controles: readonly Controle[];
  expected: string[];
  /** What comes back to bericht 3; undefined for a case of a LAS alone, or about a changed geboortedatum. */
  wire: string[] | undefined;
  /** The registers of BRON that the case asks for. */
  registers: RegisterFiles;
}

const folder = new URL('../cases/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** The base melding, right in every part, and its facts; a new copy each time. */
export const base = (): Base => readJson('base.json') as Base;

const patched = <T extends object>(value: T, patch: Patch = {}): T =>
  Object.fromEntries(Object.entries({ ...value, ...patch }).filter(([, entry]) => entry !== null)) as T;

/** BRIN with these schools and samenwerkingsverbanden. */
export const brinOf = (
  brin: readonly BrinFacts[],
  samenwerkingsverbanden: readonly SamenwerkingsverbandFacts[] = [],
): BrinLookup => ({
  find: (brinnummer) => brin.find((item) => item.brinnummer === brinnummer),
  schoolsOf: (rec) => brin.filter((item) => item.rec === rec),
  samenwerkingsverband: (nummer) => samenwerkingsverbanden.find((item) => item.nummer === nummer),
});

/** The other base meldingen; a new copy each time. */
const namedBases = (): NamedBases => readJson('named/base.json') as NamedBases;

/** The base, or another one in the same form. */
export function baseOf(name: string | undefined): Base & { kind: InschrijvingKey } {
  const first = base();
  if (name === undefined) return { ...first, kind: 'inschrijvingWpo' };
  const { school, bases } = namedBases();
  const other = bases[name];
  if (!other) throw new Error(`no base ${name}`);
  const { kind = 'inschrijvingWec', deliveredOn, persoon, inschrijving } = other;
  return {
    ...first,
    kind,
    content: { persoonMetPgn: [persoon], [kind]: [inschrijving] },
    school: patched(kind === 'inschrijvingWec' ? school : first.school, other.school),
    deliveredOn,
  };
}

/** Moves the inschrijving and the first voorkomens that begin with it. */
function moved(inschrijving: Voorkomen, start: string | undefined): Voorkomen {
  if (start === undefined) return inschrijving;
  const from = inschrijving.datumInschrijving;
  const entries = Object.entries(inschrijving).map(([key, value]): [string, Voorkomen[string]] => [
    key,
    Array.isArray(value)
      ? value.map((item) => (item.begindatum === from ? { ...item, begindatum: start } : item))
      : value,
  ]);
  const voorkomen: Voorkomen = Object.fromEntries(entries);
  return { ...voorkomen, datumInschrijving: start };
}

function contextOf({
  base: name,
  persoon,
  zonder,
  keepPersoon,
  start,
  inschrijving,
  verplichteEindtoets,
  content,
  facts = {},
}: CaseFile): ControleContext {
  const from = baseOf(name);
  const { kind, content: melding, register, brin, samenwerkingsverbanden, elementcodes } = from;
  const [first = {}] = melding[kind] ?? [];
  const whole = patched(moved(first as Voorkomen, start), inschrijving);
  const changed: MeldingContent = {
    ...(zonder && !keepPersoon ? {} : { persoonMetPgn: [patched(melding.persoonMetPgn?.[0] ?? {}, persoon)] }),
    ...(zonder ? { persoonZonderPgn: [patched(from.zonder, zonder)] } : {}),
    [kind]: [whole],
    ...(verplichteEindtoets ? { verplichteEindtoets: [patched(from.verplichteEindtoets, verplichteEindtoets)] } : {}),
  };
  const known = facts.registered ? { registered: patched(whole, facts.registered) } : {};
  return {
    content: patched(changed, content),
    school: patched(from.school, facts.school),
    deliveredOn: facts.deliveredOn ?? from.deliveredOn,
    edition: facts.edition ?? from.edition,
    ...(facts.brin === false
      ? {}
      : { brin: brinOf(brin, samenwerkingsverbanden), elementcodes: (code: string) => elementcodes[code] ?? [] }),
    ...(facts.postcodes ? { postcodeExists: (postcode: string) => facts.postcodes?.includes(postcode) ?? false } : {}),
    ...(facts.register || facts.registered ? { register: { ...register, ...facts.register, ...known } } : {}),
  };
}

const EDITIONS: readonly Edition[] = ['2014-12', '2015-11'];

function rowsOfCase({ rows, section, name, expected }: CaseFile): string[] {
  if (rows) return rows;
  const code = /(?:^|, )(\d{3}):/.exec(name)?.[1];
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

/** The file of the cases about 350 and 351: no melding brings them, but berichten 2 and 15 do. */
export const CHANGED_BIRTH = 'geboortedatum.json';

function readCase(file: string, item: CaseFile): ControleCase {
  const context = contextOf(item);
  const { edition, postcodes = null } = item.facts ?? {};
  const { brin, samenwerkingsverbanden, elementcodes } = base();
  return {
    file,
    section: item.section,
    name: item.name,
    editions: edition ? [edition] : EDITIONS,
    rows: rowsOfCase(item),
    context,
    controles: file === CHANGED_BIRTH ? geboortedatumControles : controles,
    expected: [...item.expected].sort(),
    wire: file === CHANGED_BIRTH ? undefined : onTheWire(item),
    registers: { brin, samenwerkingsverbanden, elementcodes, postcodes },
  };
}

/** A case with `each` stands for one per gegevensgroep: the first voorkomen of the base, on each of the dates. */
function expanded(item: CaseFile): CaseFile[] {
  if (!item.each) return [item];
  const { kind, content } = baseOf(item.base);
  const inschrijving = (content[kind]?.[0] ?? {}) as Voorkomen;
  const { sections } = namedBases();
  return item.each.map((group) => {
    const [first = {}] = [inschrijving[group] ?? []].flat() as Voorkomen[];
    const list = (item.dates ?? []).map((begindatum) => ({ ...first, begindatum }));
    return {
      ...item,
      section: sections[group] ?? '',
      name: `${group}, ${item.name}`,
      inschrijving: { ...item.inschrijving, [group]: list },
      expected: item.expected.map((line) => line.replace('each', group)),
    };
  });
}

/** Every case of `cases/*.json` and the folders in it. */
export const controleCases: ControleCase[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json') && !file.endsWith('base.json'))
  .flatMap((file) => (readJson(file) as CaseFile[]).flatMap(expanded).map((item) => readCase(file, item)));

/** The cases about a melding. */
export const meldingCases: ControleCase[] = controleCases.filter((item) => item.controles === controles);

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
