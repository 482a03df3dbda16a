import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

interface Step {
  run?: string;
  uses?: string;
}

const require = createRequire(import.meta.url);
// What electron-builder itself reads YAML with.
const yaml = createRequire(require.resolve('electron-builder/package.json'))('js-yaml') as {
  load(text: string): unknown;
};
const text = readFileSync('.github/workflows/windows.yml', 'utf8');
const { jobs, permissions } = yaml.load(text) as { jobs: Record<string, { steps: Step[] }>; permissions: unknown };
const steps = Object.values(jobs).flatMap((job) => job.steps);

it('says that it has not been run, and may write nothing', () => {
  expect(text.startsWith('# NOT YET RUN.')).toBe(true);
  expect(permissions).toEqual({ contents: 'read' });
});

it('runs only commands that this repository has', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const called = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
  expect(called.length).toBeGreaterThan(5);
  for (const name of called) expect(scripts).toHaveProperty([name]);
});

it('shows the signing certificate to no pull request', () => {
  for (const line of text.split('\n').filter((l) => l.includes('secrets.'))) {
    expect(line).toContain("github.event_name != 'pull_request' &&");
  }
});
