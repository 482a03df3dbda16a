import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');
/** Where a path of the document can begin, besides the repository itself. */
const roots = ['', 'electron/core', 'electron/core/database'];

it('the threat model names files that exist, and leads to the tests that attack the shell', () => {
  const named = [...text.matchAll(/`([\w./-]+(?:\/[\w.-]+|\.ts|\.yml))`/g)].map(([, path = '']) => path);
  const linked = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !roots.some((root) => existsSync(join(root, path))))).toEqual([]);
  expect(linked).toContain('electron-security.md');
  expect(linked.filter((path) => !existsSync(join('docs', path)))).toEqual([]);
});
