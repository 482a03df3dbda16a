import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './chromium.mts';
import { countsOfPlaywright, type Counts } from './counts.mts';
import { findOrInstallZeep } from './zeep.mts';

export const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache');

/** What a stage starts: arguments for Node, and what comes on top of the environment. */
export interface Command {
  args: string[];
  env?: Record<string, string>;
}

export interface Stage {
  name: string;
  /** The words on the command line that choose it. */
  words: readonly string[];
  title: string;
  /** Uses all cores or measures time: nothing runs beside it. */
  alone?: boolean;
  /** The stage without which this one cannot run. */
  needs?: string;
  /** Minutes after which it is ended: at least twice what it takes, as there are machines half as fast. */
  limit: number;
  /** The reason why it cannot run here, if so. */
  skip?: () => string | undefined;
  command: (context: { countsFile: string; filters: readonly string[]; workers: number }) => Promise<Command> | Command;
  /** For stages that count tests: reads the counts file. Other stages count as one. */
  counts?: (text: string) => Counts;
}

/** The JavaScript file behind a command of a package: the links in .bin cannot be started without a shell on Windows. */
export function tool(packageName: string, command = packageName): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[command];
  if (!path) throw new Error(`Package ${packageName} has no command ${command}.`);
  return join(folder, path);
}

const check = (
  name: string,
  title: string,
  words: readonly string[],
  command: () => Command,
  skip?: Stage['skip'],
): Stage => ({
  name,
  words: [name, ...words],
  title,
  limit: 10,
  command,
  ...(skip ? { skip } : {}),
});

const script = (name: string) => join(root, 'scripts', `${name}.mts`);
const unlessMissing = (name: string) => () =>
  existsSync(script(name)) ? undefined : `scripts/${name}.mts is not in this tree`;

const vitest = (project: string, title: string, alone: boolean, prepare: () => unknown = () => undefined): Stage => ({
  name: project,
  words: [project],
  title,
  alone,
  limit: 30,
  command: ({ countsFile, filters, workers }) => {
    prepare();
    return {
      args: [
        tool('vitest'),
        'run',
        `--project=${project}`,
        '--reporter=default',
        `--reporter=${script('vitest-counts')}`,
        `--maxWorkers=${alone ? '100%' : String(workers)}`,
        ...filters,
      ],
      env: { VITEST_COUNTS: countsFile },
    };
  },
  counts: (text) => JSON.parse(text) as Counts,
});

/** The stages of `npm test`, in the order in which they start. */
export const stages: readonly Stage[] = [
  check('eslint', 'ESLint', ['lint'], () => ({ args: [tool('eslint'), '--max-warnings=0', '.'] })),
  check('typecheck', 'TypeScript', [], () => ({ args: [tool('typescript', 'tsc'), '-p', '.'] })),
  check('prettier', 'Prettier', ['lint'], () => ({
    args: [
      tool('prettier'),
      '--check',
      '--log-level=warn',
      '--cache',
      `--cache-location=${join(cache, 'prettier-check.json')}`,
      '.',
    ],
  })),
  check('names', 'Names against the glossary', ['lint'], () => ({ args: [script('lint-names')] })),
  check(
    'schemas',
    'Schemas are up to date',
    ['lint'],
    () => ({ args: [script('schemas'), '--check'] }),
    unlessMissing('schemas'),
  ),
  check('imports', 'Import rules', ['lint'], () => ({
    args: [
      tool('dependency-cruiser', 'depcruise'),
      ...['electron', 'renderer', 'shared', 'tests', 'scripts'].filter((folder) => existsSync(join(root, folder))),
      '--config=.dependency-cruiser.mjs',
      '--output-type=err-long',
    ],
  })),
  check('knip', 'Unused code and packages', ['lint'], () => ({
    args: [tool('knip'), '--no-progress', '--no-config-hints'],
  })),
  check('build', 'Build', [], () => ({ args: [script('build')] }), unlessMissing('build')),
  vitest('unit', 'Unit tests', false),
  vitest('conformance', 'Conformance tests', false),
  vitest('integration', 'Integration tests', true, findOrInstallZeep),
  {
    name: 'e2e',
    words: ['e2e'],
    title: 'End-to-end tests',
    alone: true,
    needs: 'build',
    limit: 40,
    command: async ({ countsFile, filters }) => ({
      args: [tool('@playwright/test', 'playwright'), 'test', ...filters],
      env: { CHROMIUM_PATH: await findOrInstallChromium(), PLAYWRIGHT_COUNTS: countsFile },
    }),
    counts: countsOfPlaywright,
  },
];
