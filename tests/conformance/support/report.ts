import { readFileSync } from 'node:fs';
import type { Edition } from '../../../shared/pve/controles/types.ts';
import { parseFinding } from './controleCases.ts';
import { rows, rowsOf, type Row } from './rows.ts';
import type { Run } from './run.ts';
import type { Outcome } from './wire/outcome.ts';

/** A row or a code that no message can bring about, and why. */
interface Impossible {
  rij: string;
  reden: string;
}

/** What `npm run -s conformance -- --json` prints of an edition. */
export interface Line {
  editie: Edition;
  berichten: { totaal: number; geslaagd: number };
  controles: { totaal: number; metGeval: number; geslaagd: number };
  signalen: { totaal: number; geslaagd: number; ontbreekt: string[] };
  onmogelijk: Impossible[];
}

/** How a row came through: it needs a case that breaks it and one that just does not, and in which that shows. */
export interface RowResult {
  row: Row;
  breaks: Outcome[];
  spares: Outcome[];
  passed: boolean;
}

/** How a message came through. */
export interface BerichtResult {
  nr: number;
  cases: Outcome[];
  /** What was not on the wire. */
  lacking: string[];
  /** What was against the schema. */
  problems: readonly string[];
}

export interface Report {
  edition: Edition;
  rows: RowResult[];
  berichten: BerichtResult[];
  /** Whether each code that is counted came back where it was expected, and only there. */
  signalen: { code: string; passed: boolean }[];
  impossible: Impossible[];
  failures: Outcome[];
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

/** The messages of PvE 5.5; number 14 does not exist. */
const BERICHTEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17];

const never = readJson('never-on-the-wire.json') as { bericht: number; parts: string[]; reason: string }[];

/** Whether a part of a message can never be on the wire in this way; `never-on-the-wire.json` says why. */
const isNever = (nr: number, part: string): boolean =>
  never.some(({ bericht, parts }) => bericht === nr && parts.includes(part));

/** The rows and codes that no message of an edition can bring about. */
export const impossibleOf = (edition: Edition): Impossible[] =>
  (readJson('onmogelijk.json') as (Impossible & { editie?: Edition })[])
    .filter(({ editie }) => editie === undefined || editie === edition)
    .map(({ rij, reden }) => ({ rij, reden }));

const names = (findings: readonly string[], code: string) => findings.some((finding) => finding.startsWith(code));

/**
 * Whether a finding can be that of a row: it has its code, and not in a group of which other rows with this code are. Of a row without a
 * code of its own every finding is.
 */
function isOf(row: Row, finding: string): boolean {
  if (row.code === undefined) return true;
  const { code, gegevensgroep } = parseFinding(finding);
  const named = rows.filter((other) => other.code === code);
  const there = named.filter(({ gegevensgroepen }) => gegevensgroepen.includes(gegevensgroep));
  return (there.length > 0 ? there : named).includes(row);
}

const isBroken = (row: Row, { expected }: Outcome) => expected.some((finding) => isOf(row, finding));

/** What is answered at once (PvE 4.2.2), and 356 (reading R35): nothing else of such a message is judged. */
const UNJUDGED = new Set([
  ...rows.filter(({ section }) => section === '4.2.2').flatMap(({ code }) => code ?? []),
  '356',
]);

/**
 * Whether a case would have shown the signaal of a row that it does not break: the message is judged, and of a row of ernst S no
 * afkeur hides it (reading R1).
 */
const wouldShow = ({ ernst }: Row, { expected }: Outcome) =>
  expected
    .map((finding) => parseFinding(finding))
    .every((found) => !UNJUDGED.has(found.code) && found.code !== 'HTTP' && (ernst === 'A' || found.ernst === 'S'));

function rowResult(row: Row, outcomes: readonly Outcome[]): RowResult {
  const own = outcomes.filter(({ head }) => head.rows.includes(row.id));
  const breaks = own.filter((item) => isBroken(row, item));
  const spares = own.filter((item) => !isBroken(row, item) && wouldShow(row, item));
  const complete = breaks.length > 0 && spares.length > 0;
  return { row, breaks, spares, passed: complete && own.every(({ passed }) => passed) };
}

function berichtResult(nr: number, { outcomes, traffic }: Run): BerichtResult {
  const cases = outcomes.filter(({ head }) => head.bericht === nr);
  const lacking = [
    ...(traffic.numbers().has(nr) ? traffic.missing(nr).filter((part) => !isNever(nr, part)) : ['not on the wire']),
    ...(cases.length > 0 ? [] : ['no case']),
  ];
  return { nr, cases, lacking, problems: traffic.problems(nr) };
}

function codeResult(code: string, outcomes: readonly Outcome[]) {
  const expecting = outcomes.filter(({ expected }) => names(expected, code));
  const failing = outcomes.filter(({ passed, expected, got }) => !passed && names([...expected, ...got], code));
  return { code, passed: expecting.length > 0 && failing.length === 0 };
}

/** Sets the outcomes of a run against the rows, messages and codes of the edition. */
export function reportOf(run: Run): Report {
  const { edition, outcomes } = run;
  const impossible = impossibleOf(edition);
  const isPossible = (id: string) => impossible.every(({ rij }) => rij !== id);
  const possible = rowsOf(edition).filter(({ id }) => isPossible(id));
  const codes = [...new Set(possible.flatMap(({ code }) => code ?? []))].sort();
  return {
    edition,
    rows: possible.map((row) => rowResult(row, outcomes)),
    berichten: BERICHTEN.map((nr) => berichtResult(nr, run)),
    signalen: codes.map((code) => codeResult(code, outcomes)),
    impossible,
    failures: outcomes.filter(({ passed }) => !passed),
  };
}

export const hasCases = ({ breaks, spares }: RowResult): boolean => breaks.length > 0 && spares.length > 0;

export const berichtPassed = ({ lacking, problems, cases }: BerichtResult): boolean =>
  lacking.length === 0 && problems.length === 0 && cases.every(({ passed }) => passed);

/** Whether a case failed or a message was against the schema. What has no case does not count. */
export const hasFailed = ({ failures, berichten }: Report): boolean =>
  failures.length > 0 || berichten.some(({ problems }) => problems.length > 0);

/** The report as the one line of an edition. */
export function lineOf({ edition, rows, berichten, signalen, impossible }: Report): Line {
  return {
    editie: edition,
    berichten: { totaal: berichten.length, geslaagd: berichten.filter(berichtPassed).length },
    controles: {
      totaal: rows.length,
      metGeval: rows.filter(hasCases).length,
      geslaagd: rows.filter(({ passed }) => passed).length,
    },
    signalen: {
      totaal: signalen.length,
      geslaagd: signalen.filter(({ passed }) => passed).length,
      ontbreekt: signalen.filter(({ passed }) => !passed).map(({ code }) => code),
    },
    onmogelijk: impossible,
  };
}
