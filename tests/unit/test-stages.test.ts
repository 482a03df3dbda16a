import { spawnSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { root, stages } from '../../scripts/stages.mts';
import { temporaryFolder } from './databaseWorld.ts';

afterEach(() => vi.unstubAllEnvs());

const WORD = 'bestaat-nergens';

it.each([
  ['unit', 'No test files found'],
  ['conformance', 'No test files found'],
  ['e2e', 'No tests found'],
])(
  'a word that is in the path of no test of %s ends it with what was looked for, and fails',
  async (name, sentence) => {
    // Nothing is started in it.
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    const stage = stages.find((one) => one.name === name)!;
    const countsFile = `${temporaryFolder()}/counts.json`;
    const { args, env } = await stage.command({ countsFile, filters: [WORD], workers: 1 });
    const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
    const said = run.stdout + run.stderr;
    expect(said).toContain(sentence);
    expect(run.status, said).toBe(1);
  },
  60_000,
);
