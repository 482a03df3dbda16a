import { formatDutchDate } from '../../domain/dates.ts';
import type { Gegevenselement } from '../gegevensset/types.ts';
import { fillOmschrijving } from '../signalen/signalen.ts';
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

const shown = (element: Gegevenselement | undefined, value: string | undefined) =>
  value !== undefined && (element?.format === 'datum' || element?.format === 'partialDate')
    ? formatDutchDate(value)
    : value;

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

function findingOf(controle: Controle, facts: Facts, hit: Hit): Finding {
  const { code, section } = controle;
  const { gegevensgroep, attribuut } = hit.place ?? controle;
  const group = judgedGroup(facts.kind, gegevensgroep);
  const element = group?.elements.find(({ key }) => key === attribuut);
  const period = group?.elements.find(({ key }) => key === group.period);
  const item = itemOf(facts, gegevensgroep, hit);
  const omschrijving = fillOmschrijving(code, {
    attribuut: element?.name,
    waarde: attribuut && shown(element, textOf(item, attribuut)),
    attribuut2: period?.name,
    ingang: period && period.key !== attribuut ? shown(period, textOf(item, period.key)) : undefined,
    groep: group?.name,
    parent: parentIn(facts, gegevensgroep, hit),
    brin: facts.school.brinnummer,
    datumInschrijving: dutch(facts.datumInschrijving),
    datumUitschrijving: dutch(facts.datumUitschrijving),
    ...hit.params,
  });
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
