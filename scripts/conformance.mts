// `npm run -s conformance`: sends every case of tests/conformance to a mock BRON and reports per edition what holds. With --json one
// line per edition. Fails when a case fails; with --full also when a row, message or code is without its cases.
import { lineOf, reportOf, type Line } from '../tests/conformance/support/report.ts';
import { runConformance } from '../tests/conformance/support/run.ts';
import { textOf } from './conformance/text.mts';

const [json, full] = ['--json', '--full'].map((flag) => process.argv.includes(flag));

const isFull = ({ berichten, controles, signalen }: Line) =>
  [berichten, controles, signalen].every(({ totaal, geslaagd }) => totaal === geslaagd);

for (const edition of ['2014-12', '2015-11'] as const) {
  const run = await runConformance(edition);
  const report = reportOf(run);
  const line = lineOf(report);
  console.log(json ? JSON.stringify(line) : `${textOf(report)}\n`);
  for (const error of run.errors) console.error('mock BRON:', error);
  if (report.failures.length > 0 || run.errors.length > 0 || (full && !isFull(line))) process.exitCode = 1;
}
