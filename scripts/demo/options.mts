import { parseArgs } from 'node:util';
import { stappen } from '../../shared/aansluiting/steps.ts';
import { pathEndings, pathSoorten, type PathChoice } from './tenWeeks/choices.mts';

export const usage = `Usage: npm run demo -- [options]

  --data DIR      folder of the demo; one that was used before goes on where it was   (a new one, removed at the end)
  --fresh         empties the demo in that folder first
  --electron      opens the program in Electron, where it can be had                  (in a browser)
  --no-window     opens no browser: prints the address
  --headless      does all steps by itself, without opening the program
  --json          the last line is the outcome as JSON; with --headless or --ten-weeks
  --edexml FILE   takes school, vestigingen, clock and pupils from this file          (an invented school)
  --oefenpersonen with --edexml: makes up the personal facts that pupils lack
  --ten-weeks     a school on the thirteen steps of the Stappenplan: opens the program on that path,
                  with the Oefenklok; with --json or --headless it walks all of it by itself
  --end ENDING    with --ten-weeks --json: gekwalificeerd or aangesloten              (gekwalificeerd)
  --from STEP     with --ten-weeks: those before it are done, you go on with it       (8, the wachtwoordbrief)
  --school SOORT  with --ten-weeks: bao, with ambulant begeleide pupils, or so        (bao)
  --make-data     makes the files in resources/demo again, and ends`;

const FIRST_OF_PHASE = '8';

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const options = {
  data: text,
  fresh: flag,
  electron: flag,
  'no-window': flag,
  headless: flag,
  json: flag,
  edexml: text,
  oefenpersonen: flag,
  'ten-weeks': flag,
  end: text,
  from: text,
  school: text,
  'make-data': flag,
  help: flag,
} as const;

/** Thrown for a command line that cannot be understood; the message says what is wrong. */
export class UsageError extends Error {
  override name = 'UsageError';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown flag');
  }
}
type Values = ReturnType<typeof parse>;

/** One of a list, the first when left out. @throws UsageError */
function oneOf<T extends string>(name: string, known: readonly [T, ...T[]], value: string | undefined): T {
  const found = value === undefined ? known[0] : known.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${known.join(' or ')}`);
  return found;
}

/** What does not go together: the first that holds is said. */
const refusals: readonly [(values: Values) => boolean, string][] = [
  [({ oefenpersonen, edexml }) => oefenpersonen && edexml === undefined, '--oefenpersonen goes with --edexml'],
  [
    (values) => values['ten-weeks'] && values.edexml !== undefined,
    '--ten-weeks has a school of its own: leave out --edexml',
  ],
  [(values) => !values['ten-weeks'] && values.school !== undefined, '--school goes with --ten-weeks'],
  [(values) => !values['ten-weeks'] && values.from !== undefined, '--from goes with --ten-weeks'],
  [
    ({ from, json, headless }) => from !== undefined && (json || headless),
    '--from opens the program: leave out --json and --headless, which walk the whole path',
  ],
  [(values) => !values['ten-weeks'] && values.end !== undefined, '--end goes with --ten-weeks'],
  [
    ({ end, json, headless }) => end !== undefined && !json && !headless,
    '--end goes with --json: in the program it is you who decides how the path ends',
  ],
  [(values) => values.json && !values.headless && !values['ten-weeks'], '--json goes with --headless or --ten-weeks'],
];

/** A step of the Stappenplan. @throws UsageError */
function stepOf(value: string): number {
  const step = Number(value);
  if (!/^\d{1,2}$/.test(value) || step < 1 || step > stappen.length)
    throw new UsageError(`--from takes a step, 1 to ${stappen.length}`);
  return step;
}

/** What the demo is asked to do. */
export type DemoOptions = Omit<Values, 'end' | 'school' | 'from'> & PathChoice & { from: number };

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): DemoOptions {
  const values = parse(args);
  const refused = refusals.find(([holds]) => holds(values));
  if (refused) throw new UsageError(refused[1]);
  return {
    ...values,
    from: stepOf(values.from ?? FIRST_OF_PHASE),
    end: oneOf('end', pathEndings, values.end),
    school: oneOf('school', pathSoorten, values.school),
  };
}
