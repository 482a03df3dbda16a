// `npm run mutation [-- controles|bekostiging] [FILE...]`: changes the controles and the counting engine in some thousand ways, one at a time,
// and tells which of them no test notices (tests/mutation). Only what changed since the last run is tried again; with files, only mutants of
// those. Ends with 1 when fewer than nine of ten are noticed.
import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { isMutationSubject, subjects, type MutationSubject } from '../tests/mutation/subjects.ts';
import { root, tool } from './stages.mts';

const names = Object.keys(subjects).filter(isMutationSubject);
const folderOf = (name: MutationSubject) => subjects[name].mutate.replace(/\*.*$/, '');

function run(name: MutationSubject, files: readonly string[]): boolean {
  const only = files.length > 0 ? ['--mutate', files.join(',')] : [];
  const { status } = spawnSync(
    process.execPath,
    [tool('@stryker-mutator/core', 'stryker'), 'run', 'tests/mutation/stryker.config.mjs', ...only],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATION_SUBJECT: name } },
  );
  return status === 0;
}

// It takes long and uses a core all the time: whoever works meanwhile goes first.
setPriority(constants.priority.PRIORITY_LOW);
const given = process.argv.slice(2);
const files = given.filter((argument) => !isMutationSubject(argument));
const asked = given.some(isMutationSubject) ? given.filter(isMutationSubject) : names;
for (const name of asked) {
  const own = files.filter((file) => file.startsWith(folderOf(name)));
  if (files.length > 0 && own.length === 0) continue;
  if (!run(name, own)) process.exitCode = 1;
}
