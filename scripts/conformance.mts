// `npm run -s conformance`: sends every case of tests/conformance to a mock BRON and reports per edition what holds. With --json one
// line per edition. Fails when a case fails; with --full also when a row, message or code is without its cases. With --write FOLDER
// the cases are written as XML instead, for another program.
import { parseArgs } from 'node:util';
import { hasFailed, lineOf, reportOf, type Line } from '../tests/conformance/support/report.ts';
import { runConformance } from '../tests/conformance/support/run.ts';
import { textOf } from './conformance/text.mts';
import { writeCases } from './conformance/write.mts';

const { json, full, write } = parseArgs({
  options: { json: { type: 'boolean' }, full: { type: 'boolean' }, write: { type: 'string' } },
}).values;

const isFull = ({ berichten, controles, signalen }: Line) =>
  [berichten, controles, signalen].every(({ totaal, geslaagd }) => totaal === geslaagd);

async function report(): Promise<void> {
  for (const edition of ['2014-12', '2015-11'] as const) {
    const run = await runConformance(edition);
    const result = reportOf(run);
    const line = lineOf(result);
    console.log(json ? JSON.stringify(line) : `${textOf(result)}\n`);
    for (const error of run.errors) console.error('mock BRON:', error);
    if (hasFailed(result) || run.errors.length > 0 || (full && !isFull(line))) process.exitCode = 1;
  }
}

if (write) console.log(`${writeCases(write)} cases in ${write}`);
else await report();
