import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjectName, subjects } from './subjects.ts';

const cache = 'node_modules/.cache/mutation';

/** What Stryker does in `npm run mutation`; docs/mutation.md tells what comes of it. */
export default {
  mutate: [subjects[subjectName].mutate],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.mts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A change that runs out of time counts as noticed: a machine that is busy must not make it so.
  timeoutMS: 30_000,
  incremental: true,
  incrementalFile: `${cache}/${subjectName}-incremental.json`,
  ignorePatterns: ['/docs', '/electron', '/out', '/renderer', '/scripts', '/tests/e2e', '/tests/integration'],
  tempDirName: join(tmpdir(), `bronwijs-mutation-${subjectName}`),
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  jsonReporter: { fileName: `${cache}/${subjectName}-report.json` },
  thresholds: { break: 90 },
  warnings: { slow: false },
};
