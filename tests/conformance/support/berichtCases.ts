import { readdirSync, readFileSync } from 'node:fs';
import type { RequestNumber } from '../../../shared/pve/berichten/messages.ts';
import type { Header } from '../../../shared/pve/berichten/soap.ts';
import type { BrinFacts, Edition, SchoolFacts } from '../../../shared/pve/controles/types.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { KnownPersonIn } from '../../mock-bron/control/registerSchemas.ts';
import type { BrpPerson } from '../../mock-bron/registers/brp.ts';
import { changesOfBirth } from './changedBirth.ts';
import { base, CHANGED_BIRTH, controleCases } from './controleCases.ts';
import { structureCases } from './structureCases.ts';
import type { RegisterFiles } from './wire/registers.ts';

/** One thing that happens in a case about a message. */
export type Step =
  /** A school sends a message: the base of its kind (of bericht 3 that of `cases/base.json`) with a patch; null takes a part away. */
  | {
      send: RequestNumber;
      content?: Record<string, unknown>;
      header?: Header;
      /** Texts in the envelope that are replaced: how it is broken. */
      replace?: [from: string, to: string][];
    }
  /** A school sends these characters. */
  | { sendText: string }
  /** The clock of BRON moves on. */
  | { advanceSeconds: number }
  /** The BRP becomes this. */
  | { brp: BrpPerson[] }
  /** A tester asks something of BRON: the BRP changes somebody, a periodic control. */
  | ControlCall;

/** A request of the control interface (`docs/mock-bron.md`). */
export interface ControlCall {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  body: unknown;
}

/**
 * What a message that comes back has at least: of objects the named keys, of lists as many items; null: it is not there. As a content
 * null: there is no message with this number.
 */
export interface Answer {
  nr: number;
  content: Record<string, unknown> | null;
}

/** A case of `berichten/*.json`: what a school sends, and what BRON answers and feeds back. */
interface CaseFile {
  /** Section of PvE 5.6, or of 4.2 for the controles of other messages than bericht 3. */
  section: string;
  /** The message that it is about. */
  bericht: number;
  name: string;
  /** The rows of `rows/*.json` that it breaks or just does not break. */
  rows?: string[];
  edition?: Edition;
  deliveredOn?: string;
  school?: Partial<SchoolFacts>;
  brin?: BrinFacts[];
  /** Persons of the BRP; a name is one of `pupils/*.json`. */
  brp?: (BrpPerson | string)[];
  /** Whom BRON knows before; left out: the pupil of `cases/base.json`, without a BRP relation. Names as above. */
  known?: (KnownPersonIn | string)[];
  /** The pupil of `cases/base.json` with inschrijvingen at several schools, in the place of `known`. */
  enrolled?: [brinnummer: string, datumInschrijving: string, datumUitschrijving?: string][];
  postcodes?: string[];
  steps: Step[];
  /** `code ernst` of every signaal that comes back, and `HTTP status` of an answer that is no message. */
  expected: string[];
  /** Messages that come back: on the connection (17, 7) and as terugkoppelingen. Of the latter all of a number that is named. */
  answers?: Answer[];
  /** The terugkoppelingen are not fetched: the case is only about what is answered on the connection. */
  onlyAnswer?: true;
}

export interface BerichtCase extends Omit<
  CaseFile,
  'rows' | 'school' | 'brin' | 'postcodes' | 'deliveredOn' | 'known' | 'enrolled' | 'brp'
> {
  file: string;
  rows: readonly string[];
  editions: readonly Edition[];
  deliveredOn: string;
  school: SchoolFacts;
  registers: RegisterFiles;
  known: readonly KnownPersonIn[];
  brp: readonly BrpPerson[];
}

const folder = new URL('../berichten/', import.meta.url);

/** Pupils that several cases ask for. */
interface Pupils {
  known: Record<string, KnownPersonIn>;
  citizens: Record<string, BrpPerson>;
}

const pupilFiles = ['full', 'identification', 'edition2015'].map(
  (name) => JSON.parse(readFileSync(new URL(`../pupils/${name}.json`, import.meta.url), 'utf8')) as Pupils,
);
const pupils: Pupils = {
  known: Object.fromEntries(pupilFiles.flatMap(({ known }) => Object.entries(known))),
  citizens: Object.fromEntries(pupilFiles.flatMap(({ citizens }) => Object.entries(citizens))),
};

function named<T extends object>(list: readonly (T | string)[], all: Record<string, T>): T[] {
  return list.map((item) => {
    if (typeof item !== 'string') return item;
    const found = all[item];
    if (!found) throw new Error(`no pupil is named ${item}`);
    return found;
  });
}

/** The pupil of the base as BRON knows him, with these inschrijvingen. */
function basePupil(enrolled: CaseFile['enrolled'] = []): KnownPersonIn {
  const { content, brin } = base();
  const { burgerservicenummer, geboortedatum = '', geslacht = '' } = content.persoonMetPgn?.[0] ?? {};
  const isWec = (brinnummer: string) =>
    brin.some((school) => school.brinnummer === brinnummer && school.soort === 'WEC');
  return {
    ...(burgerservicenummer ? { burgerservicenummer } : {}),
    geboortedatum,
    geslacht,
    inschrijvingen: enrolled.map(([brinnummer, datumInschrijving, datumUitschrijving], index) => ({
      brinnummer,
      aanleverpunt: '00',
      berichtidentificatie: `E${index + 1}`,
      deliveredOn: datumInschrijving,
      kind: isWec(brinnummer) ? 'inschrijvingWec' : 'inschrijvingWpo',
      content: { datumInschrijving, ...(datumUitschrijving ? { datumUitschrijving } : {}) },
    })),
  };
}

function readCase(file: string, { enrolled, ...item }: CaseFile): BerichtCase {
  const { school, deliveredOn, brin, samenwerkingsverbanden, elementcodes } = base();
  return {
    deliveredOn,
    ...item,
    known: item.known ? named(item.known, pupils.known) : [basePupil(enrolled)],
    brp: named(item.brp ?? [], pupils.citizens),
    file,
    rows: item.rows ?? [],
    editions: item.edition ? [item.edition] : ['2014-12', '2015-11'],
    school: { ...school, ...item.school },
    registers: { brin: item.brin ?? brin, samenwerkingsverbanden, elementcodes, postcodes: item.postcodes ?? null },
  };
}

const written: BerichtCase[] = readdirSync(folder).flatMap((file) =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CaseFile[]).map((item) => readCase(file, item)),
);

const changedBirths = controleCases.filter(({ file }) => file === CHANGED_BIRTH).flatMap(changesOfBirth);

/** Every case of `berichten/*.json`, those about a changed geboortedatum, and those about the parts of messages. */
export const berichtCases: BerichtCase[] = [...written, ...changedBirths, ...structureCases];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A content with a patch over it: objects part by part, the first of a list with an object, anything else as it is given. */
export function patched(value: unknown, patch: unknown): unknown {
  if (Array.isArray(value) && isRecord(patch)) return [patched(value[0], patch), ...(value as unknown[]).slice(1)];
  if (!isRecord(patch)) return patch;
  const merged: [string, unknown][] = Object.entries(patch).map(([key, entry]) => [
    key,
    patched(isRecord(value) ? value[key] : undefined, entry),
  ]);
  const all = { ...(isRecord(value) ? value : {}), ...Object.fromEntries(merged) };
  return Object.fromEntries(Object.entries(all).filter(([, entry]) => entry !== null));
}

/** The content of a message that a step sends, without a berichtidentificatie when the case names none. */
export const contentOf = (send: RequestNumber, content: Record<string, unknown> = {}): Voorkomen =>
  patched(send === 3 ? base().content : {}, content) as Voorkomen;

/** Whether a content has at least what is asked: see {@link Answer}. */
export function has(content: unknown, asked: unknown): boolean {
  if (asked === null) return content === undefined;
  if (Array.isArray(asked)) {
    const list = Array.isArray(content) ? (content as unknown[]) : [];
    return list.length === asked.length && asked.every((item, index) => has(list[index], item));
  }
  if (!isRecord(asked)) return content === asked;
  return Object.entries(asked).every(([key, value]) => has(isRecord(content) ? content[key] : undefined, value));
}
