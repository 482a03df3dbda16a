import type { Output } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { datesOf, handInBy, reportRows, reportsOf, type Report } from '../../../shared/bekostiging/reports/reports.ts';
import { rowGroups } from '../../../shared/bekostiging/rows/row.ts';
import type { VestigingTelling } from '../../../shared/bekostiging/types.ts';
import { today } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { firstSchoolDay, schooljaarOf } from '../../../shared/domain/schoolYear.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { readSchool } from '../school/settings.ts';
import { assumptionsOf, countPage, gtbsBeside, sumOf } from './countPage.ts';
import type { Counted } from './counting.ts';
import { Countings } from './keeper.ts';

const soortOfSchool = ({ db }: Administration) => schoolFactsOf(readSchool(db)).soort;

/** @throws LasError not-found */
function findReport(administration: Administration, key: string): Report {
  const found = reportsOf(soortOfSchool(administration)).find((report) => report.key === key);
  if (!found) throw new LasError('not-found');
  return found;
}

function datesIn(administration: Administration, report: Report, schooljaar: string): string[] {
  const first = firstSchoolDay(readSchoolYears(administration.db), schooljaar);
  return datesOf(report, soortOfSchool(administration), schooljaar, first);
}

function listReports(administration: Administration, asked: string | undefined): Output<'reports.list'> {
  const day = today(administration.clock);
  const schooljaar = asked ?? schooljaarOf(day);
  const reports = reportsOf(soortOfSchool(administration)).flatMap((report) => {
    const { key, title, replaces, shape } = report;
    const dates = datesIn(administration, report, schooljaar);
    return dates.length > 0 ? [{ key, title, ...(replaces ? { replaces } : {}), shape, dates }] : [];
  });
  return { schooljaar, today: day, reports };
}

const numberOf = (tellingen: readonly VestigingTelling[], volgnummer: string, code: string): number =>
  tellingen.find(({ vestigingsvolgnummer }) => vestigingsvolgnummer === volgnummer)?.aantallen[code] ?? 0;

/** The vestigingen that stand in one of the countings. */
function vestigingenOf({ db }: Administration, counted: readonly Counted[]): { volgnummer: string; naam: string }[] {
  const named = new Map(readSchool(db).vestigingen.map(({ volgnummer, naam }) => [volgnummer, naam]));
  const found = new Set(counted.flatMap(({ own }) => own.map(({ vestigingsvolgnummer }) => vestigingsvolgnummer)));
  return [...found].sort().map((volgnummer) => ({ volgnummer, naam: named.get(volgnummer) ?? '' }));
}

function numbersOf(
  { db }: Administration,
  counted: Counted,
  vestigingen: readonly { volgnummer: string }[],
  code: string,
  ownOnly = false,
) {
  const gtbs = ownOnly ? [] : gtbsBeside(db, counted, undefined);
  return {
    own: vestigingen.map(({ volgnummer }) => numberOf(counted.own, volgnummer, code)),
    total: sumOf(counted.own, code),
    bron: sumOf(counted.bron, code),
    ...(gtbs.length > 0 ? { gtb: sumOf(gtbs, code) } : {}),
  };
}

const headOf = ({ title, replaces, note, signed = false, funding = [] }: Report) => ({
  title,
  ...(replaces ? { replaces } : {}),
  ...(note ? { note } : {}),
  signed,
  funding: [...funding],
});

function dayReport(administration: Administration, report: Report, counted: Counted): Output<'reports.day'> {
  const { soort, peildatum } = counted;
  const { notCounted, attention, bronKnown } = countPage(administration.db, counted, undefined);
  const vestigingen = vestigingenOf(administration, [counted]);
  const rows = reportRows(report, soort, peildatum).flatMap((row) => {
    const { code, group, label, unit, hiddenWhenZero } = row;
    const numbers = numbersOf(administration, counted, vestigingen, code, report.signed);
    const { own, total, bron, gtb = 0 } = numbers;
    if (hiddenWhenZero && [...own, total, bron, gtb].every((number) => number === 0)) return [];
    return [{ code, group: rowGroups[group], label, unit, ...numbers }];
  });
  return {
    ...headOf(report),
    peildatum,
    ...(report.signed ? { handInBy: handInBy(peildatum) } : {}),
    ...{ vestigingen, rows, notCounted, attention },
    // What is handed in says what the school counts, and nothing else.
    bronKnown: bronKnown && report.signed !== true,
    assumptions: assumptionsOf(counted.soort, reportRows(report, soort, peildatum)),
  };
}

const TOTAAL = 'totaal';

async function yearReport(
  administration: Administration,
  countings: Countings,
  report: Report,
  schooljaar: string,
): Promise<Output<'reports.year'>> {
  const day = today(administration.clock);
  const past = datesIn(administration, report, schooljaar).filter((date) => date <= day);
  const counted: Counted[] = [];
  for (const date of past) counted.push(await countings.on(date));
  const vestigingen = vestigingenOf(administration, counted);
  return {
    ...headOf(report),
    ...{ schooljaar, vestigingen },
    bronKnown: counted.some(({ atBron }) => atBron.size > 0),
    assumptions: assumptionsOf(soortOfSchool(administration), []),
    dates: counted.map((one) => ({
      peildatum: one.peildatum,
      ...numbersOf(administration, one, vestigingen, TOTAAL),
    })),
  };
}

/** The operations on the sheets with own numbers. */
export function reportsHandlers(administration: Administration): HandlersOf<'reports'> {
  const countings = new Countings(administration);
  return {
    'reports.list': ({ schooljaar }) => listReports(administration, schooljaar),
    'reports.day': async ({ report, peildatum }) =>
      dayReport(administration, findReport(administration, report), await countings.on(peildatum)),
    'reports.year': ({ report, schooljaar }) =>
      yearReport(administration, countings, findReport(administration, report), schooljaar),
  };
}
