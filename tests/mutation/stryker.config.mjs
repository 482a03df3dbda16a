import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cache = 'node_modules/.cache/mutation';

/** What Stryker does in `npm run mutation`; docs/mutation.md tells what comes of it. */
export default {
  mutate: ['shared/pve/controles/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.mts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  incrementalFile: `${cache}/incremental.json`,
  ignorePatterns: ['/docs', '/electron', '/out', '/renderer', '/scripts', '/tests/e2e', '/tests/integration'],
  tempDirName: join(tmpdir(), 'bronwijs-mutation'),
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  jsonReporter: { fileName: `${cache}/report.json` },
  thresholds: { break: 90 },
  warnings: { slow: false },
};
