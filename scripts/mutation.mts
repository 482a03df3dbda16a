// `npm run mutation [-- FILE...]`: changes the controles in some thousand ways, one at a time, and tells which of them no test
// notices (tests/mutation). Only what changed since the last run is tried again; with files, only mutants of those. Ends with 1 when
// fewer than nine of ten are noticed.
import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root, tool } from './stages.mts';

// It takes long and uses a core all the time: whoever works meanwhile goes first.
setPriority(constants.priority.PRIORITY_LOW);
const files = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    tool('@stryker-mutator/core', 'stryker'),
    'run',
    'tests/mutation/stryker.config.mjs',
    ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
