import { formatDutchDate } from '../../domain/dates.ts';
import type { Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';
import { fillOmschrijvingBy } from '../signalen/signalen.ts';
import type { Controle, Hit } from './controle.ts';
import { controles } from './controles.ts';
import { factsOf, textOf, voorkomensOf, type Facts } from './facts.ts';
import { judgedGroup, periodicParent, periodOf } from './groups.ts';
import type { ControleContext, Finding } from './types.ts';

/** A finding with the controle that gave it. */
export interface Judgement {
  controle: Controle;
  finding: Finding;
}

const dutch = (date: string | undefined) => date && formatDutchDate(date);

const itemOf = (facts: Facts, gegevensgroep: string, { at }: Hit) =>
  at?.item ?? voorkomensOf(facts, gegevensgroep)[0]?.item;

function inPeriod({ period, gegevensgroep }: Controle, facts: Facts, hit: Hit): boolean {
  if (!period) return true;
  const date =
    period.of === 'voorkomen' ? textOf(itemOf(facts, gegevensgroep, hit), periodOf(gegevensgroep)) : facts[period.of];
  return date === undefined || date >= period.from;
}

/** The voorkomen that a nested one stands in, as a sentence names it: "LGF-indicatie WPO van 1-9-2009". */
function parentIn({ kind }: Facts, gegevensgroep: string, { at }: Hit): string | undefined {
  const group = periodicParent(kind, gegevensgroep);
  const date = group && textOf(at?.above, periodOf(group.key));
  return group && date && `${group.name} van ${formatDutchDate(date)}`;
}

/** Where a controle found something wrong, in the terms of the gegevensset. */
interface Spot {
  facts: Facts;
  hit: Hit;
  gegevensgroep: string;
  attribuut?: string | undefined;
  group?: Gegevensgroep | undefined;
  item?: Voorkomen | undefined;
}

const elementOf = ({ group }: Spot, attribuut: string | undefined) =>
  group?.elements.find(({ key }) => key === attribuut);

function shownIn(spot: Spot, attribuut: string | undefined): string | undefined {
  if (attribuut === undefined) return undefined;
  const value = textOf(spot.item, attribuut);
  const format = elementOf(spot, attribuut)?.format;
  return value !== undefined && (format === 'datum' || format === 'partialDate') ? formatDutchDate(value) : value;
}

/** What the sentence of any controle may name, by placeholder. */
const PLACEHOLDERS: Readonly<Record<string, (spot: Spot) => string | undefined>> = {
  attribuut: (spot) => elementOf(spot, spot.attribuut)?.name,
  waarde: (spot) => shownIn(spot, spot.attribuut),
  attribuut2: (spot) => elementOf(spot, spot.group?.period)?.name,
  ingang: (spot) => (spot.group?.period === spot.attribuut ? undefined : shownIn(spot, spot.group?.period)),
  groep: ({ group }) => group?.name,
  parent: ({ facts, gegevensgroep, hit }) => parentIn(facts, gegevensgroep, hit),
  brin: ({ facts }) => facts.school.brinnummer,
  datumInschrijving: ({ facts }) => dutch(facts.datumInschrijving),
  datumUitschrijving: ({ facts }) => dutch(facts.datumUitschrijving),
};

function findingOf(controle: Controle, facts: Facts, hit: Hit): Finding {
  const { code, section } = controle;
  const { gegevensgroep, attribuut } = hit.place ?? controle;
  const group = judgedGroup(facts.kind, gegevensgroep);
  const spot = { facts, hit, gegevensgroep, attribuut, group, item: itemOf(facts, gegevensgroep, hit) };
  const omschrijving = fillOmschrijvingBy(code, (name) =>
    hit.params && name in hit.params ? hit.params[name] : PLACEHOLDERS[name]?.(spot),
  );
  // A group that occurs once is named without index.
  const { parent, voorkomen } = (group?.max === 'n' && hit.at) || {};
  return {
    code,
    ernst: hit.ernst ?? controle.ernst,
    gegevensgroep,
    ...(attribuut ? { element: attribuut } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(voorkomen === undefined ? {} : { voorkomen }),
    omschrijving,
    section,
  };
}

/** Whether a signaal that is given once was given before; remembers that it is given now. */
function isRepeated({ once, code, gegevensgroep, attribuut }: Controle, { at }: Hit, given: Set<string>): boolean {
  if (!once) return false;
  const key = once === 'message' ? code : [code, gegevensgroep, attribuut, at?.parent, at?.voorkomen].join(' ');
  if (given.has(key)) return true;
  given.add(key);
  return false;
}

/** The rows that concern a melding, by what they ask of it; most meldingen ask for the same ones. */
const concerning = new WeakMap<readonly Controle[], Map<string, readonly Controle[]>>();

function rowsFor({ kind, inschrijving, edition, register }: Facts, rows: readonly Controle[]): readonly Controle[] {
  const known = concerning.get(rows) ?? new Map<string, readonly Controle[]>();
  concerning.set(rows, known);
  const key = [inschrijving ? kind : '', edition, register ? 'register' : ''].join(' ');
  const found =
    known.get(key) ??
    rows.filter(
      (controle) =>
        (controle.needs !== 'register' || register) &&
        (controle.inschrijving === undefined || (controle.inschrijving === kind && inschrijving)) &&
        (controle.edition === undefined || controle.edition === edition),
    );
  known.set(key, found);
  return found;
}

/** Judges a melding by `rows`; tells with each finding which controle gave it. */
export function judgeControles(context: ControleContext, rows: readonly Controle[] = controles): Judgement[] {
  const facts = factsOf(context);
  const given = new Set<string>();
  const judgements: Judgement[] = [];
  for (const controle of rowsFor(facts, rows))
    for (const hit of controle.check(facts))
      if (inPeriod(controle, facts, hit) && !isRepeated(controle, hit, given))
        judgements.push({ controle, finding: findingOf(controle, facts, hit) });
  return judgements;
}

/**
 * Judges a melding inschrijving by the controles of PvE 4.2, in their order. Without `register` only those that a LAS can decide.
 * Contents that break the schema are not refused here (`formatFindings`): a gegeven that makes no sense is passed over by the
 * rules that need it.
 */
export const judgeMelding = (context: ControleContext): Finding[] =>
  judgeControles(context).map(({ finding }) => finding);
