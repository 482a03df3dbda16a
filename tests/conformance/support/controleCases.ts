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

type Patch = Record<string, unknown>;

/** A case as it stands in `cases/*.json`: patches on the base melding, facts, and the findings of PvE 4.2. */
interface CaseFile {
  section: string;
  name: string;
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
  context: ControleContext;
  expected: string[];
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

/** Every case of `cases/*.json`. */
export const controleCases: ControleCase[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'base.json')
  .flatMap((file) =>
    (readJson(file) as CaseFile[]).map((item) => ({
      file,
      section: item.section,
      name: item.name,
      context: contextOf(item),
      expected: [...item.expected].sort(),
    })),
  );

/** A finding as the cases write it. */
export function written({ code, ernst, gegevensgroep, parent, voorkomen, element }: Finding): string {
  const place = [parent, voorkomen].filter((index) => index !== undefined).join('.');
  return `${code} ${ernst} ${gegevensgroep}${place ? `[${place}]` : ''}${element ? `.${element}` : ''}`;
}
