import {
  berichtPassed,
  hasCases,
  type BerichtResult,
  type Report,
  type RowResult,
} from '../../tests/conformance/support/report.ts';
import { sections } from '../../tests/conformance/support/rows.ts';

/** Parts of a message that are named before the rest is counted. */
const NAMED = 6;

const table = (lines: string[][]): string[] => {
  const widths = lines.reduce<number[]>(
    (all, cells) => cells.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    [],
  );
  return lines.map((cells) => `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd());
};

function sectionLines({ rows }: Report): string[] {
  const count = (list: RowResult[]) => [
    String(list.length),
    String(list.filter(hasCases).length),
    String(list.filter(({ passed }) => passed).length),
  ];
  const lines = sections
    .map(({ section, subject }) => ({ section, subject, own: rows.filter(({ row }) => row.section === section) }))
    .filter(({ own }) => own.length > 0)
    .map(({ section, subject, own }) => [section, subject, ...count(own)]);
  return table([['PvE', '', 'rows', 'with cases', 'passed'], ...lines, ['', 'all', ...count(rows)]]);
}

function lackingOf({ lacking, problems }: BerichtResult): string {
  const all = [...problems, ...lacking];
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `${all.slice(0, NAMED).join(', ')}${more}`;
}

const block = (title: string, lines: string[]) => (lines.length > 0 ? ['', `${title}:`, ...lines] : []);

/** A report for people: what holds, what fails with expected and got, and what is not shown yet. */
export function textOf(report: Report): string {
  const { edition, rows, berichten, signalen, failures, impossible } = report;
  const failing = failures.flatMap(({ head, expected, got }) => [
    `  ${head.section} ${head.name} (${head.file})`,
    `    expected: ${expected.join(', ') || 'nothing'}`,
    `    got:      ${got.join(', ') || 'nothing'}`,
  ]);
  const without = rows
    .filter((result) => !hasCases(result))
    .map(({ row, breaks, spares }) => {
      const lacks = [
        ...(breaks.length > 0 ? [] : ['one that breaks it']),
        ...(spares.length > 0 ? [] : ['one that does not']),
      ];
      return [row.id, row.text, `lacks ${lacks.join(' and ')}`];
    });
  const messages = berichten.map((result) => [
    `bericht ${result.nr}`,
    berichtPassed(result) ? 'passed' : 'not passed',
    `${result.cases.length} cases`,
    lackingOf(result),
  ]);
  const lacking = signalen.filter(({ passed }) => !passed).map(({ code }) => code);
  return [
    `Edition ${edition}`,
    ...sectionLines(report),
    ...block('Messages', table(messages)),
    ...block('Cases that fail', failing),
    ...block('Rows without a case', table(without)),
    ...block('Codes that were not shown', lacking.length > 0 ? [`  ${lacking.join(' ')}`] : []),
    ...block(
      'Impossible',
      impossible.map(({ rij, reden }) => `  ${rij}: ${reden}`),
    ),
  ].join('\n');
}
