import { formatDutchDate } from '../../domain/dates.ts';
import { meldingInschrijving } from '../berichten/messages.ts';
import type { Gegevenselement, Gegevensgroep } from '../gegevensset/types.ts';
import { fillOmschrijving } from '../signalen/signalen.ts';
import type { Controle, Hit } from './controle.ts';
import { controles } from './controles.ts';
import { factsOf, textOf, voorkomensOf, type Facts } from './facts.ts';
import type { ControleContext, Finding } from './types.ts';

/** A finding with the controle that gave it. */
export interface Judgement {
  controle: Controle;
  finding: Finding;
}

const groups = new Map<string, Gegevensgroep>(
  meldingInschrijving.groups.flatMap((group): [string, Gegevensgroep][] => [
    [group.key, group],
    // The groups below both kinds of inschrijving; those of WPO are the ones that are judged.
    ...(group.key === 'inschrijvingWec'
      ? []
      : group.groups.map((child): [string, Gegevensgroep] => [child.key, child])),
  ]),
);

const shown = (element: Gegevenselement | undefined, value: string | undefined) =>
  value !== undefined && (element?.format === 'datum' || element?.format === 'partialDate')
    ? formatDutchDate(value)
    : value;

const dutch = (date: string | undefined) => date && formatDutchDate(date);

function inPeriod({ period, gegevensgroep }: Controle, facts: Facts, { voorkomen }: Hit): boolean {
  if (!period) return true;
  const date =
    period.of === 'voorkomen'
      ? textOf(voorkomensOf(facts, gegevensgroep)[voorkomen ?? 0], 'begindatum')
      : facts[period.of];
  return date === undefined || date >= period.from;
}

function findingOf(controle: Controle, facts: Facts, hit: Hit): Finding {
  const { code, gegevensgroep, attribuut, section } = controle;
  const group = groups.get(gegevensgroep);
  const element = group?.elements.find(({ key }) => key === attribuut);
  const period = group?.elements.find(({ key }) => key === group.period);
  const voorkomen = voorkomensOf(facts, gegevensgroep)[hit.voorkomen ?? 0];
  const omschrijving = fillOmschrijving(code, {
    attribuut: element?.name,
    waarde: attribuut && shown(element, textOf(voorkomen, attribuut)),
    attribuut2: period?.name,
    ingang: period && period.key !== attribuut ? shown(period, textOf(voorkomen, period.key)) : undefined,
    groep: group?.name,
    brin: facts.school.brinnummer,
    datumInschrijving: dutch(facts.datumInschrijving),
    datumUitschrijving: dutch(facts.datumUitschrijving),
    ...hit.params,
  });
  return {
    code,
    ernst: hit.ernst ?? controle.ernst,
    gegevensgroep,
    ...(attribuut ? { element: attribuut } : {}),
    ...(hit.voorkomen === undefined ? {} : { voorkomen: hit.voorkomen }),
    omschrijving,
    section,
  };
}

/** Judges a melding by `rows`; tells with each finding which controle gave it. */
export function judgeControles(context: ControleContext, rows: readonly Controle[] = controles): Judgement[] {
  const facts = factsOf(context);
  const given = new Set<string>();
  return rows.flatMap((controle) => {
    if (controle.needs === 'register' && !context.register) return [];
    if (controle.edition !== undefined && controle.edition !== context.edition) return [];
    const hits = controle.check(facts).filter((hit) => inPeriod(controle, facts, hit));
    if (controle.once) {
      if (hits.length === 0 || given.has(controle.code)) return [];
      given.add(controle.code);
    }
    return hits.map((hit) => ({ controle, finding: findingOf(controle, facts, hit) }));
  });
}

/**
 * Judges a melding inschrijving by the controles of PvE 4.2, in their order. Without `register` only those that a LAS can decide.
 * Contents that break the schema are not refused here (`formatFindings`): a gegeven that makes no sense is passed over by the
 * rules that need it.
 */
export const judgeMelding = (context: ControleContext): Finding[] =>
  judgeControles(context).map(({ finding }) => finding);
