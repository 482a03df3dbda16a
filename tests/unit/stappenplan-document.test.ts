import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stappenplanRules } from '../../shared/aansluiting/rules.ts';
import { stappenplanDocument, stappenplanFile } from '../../scripts/stappenplan/document.mts';

it('has the 78 rules, and only places that are there', () => {
  const rules = Array.from({ length: 78 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`);
  expect(stappenplanRules.map(({ rule }) => rule)).toEqual(rules);
  const paths = stappenplanRules.flatMap(({ code }) => code ?? []);
  expect(paths.filter((path) => !existsSync(join(import.meta.dirname, '../..', path)))).toEqual([]);
});

it('has a place in the program, or a sentence that it shows, for each of them', () => {
  const unplaced = stappenplanRules.filter(({ code = [], sentence }) => code.length === 0 && sentence === undefined);
  expect(unplaced).toEqual([]);
});

it('docs/stappenplan.md is up to date (make it anew with: npm run stappenplan)', () => {
  expect(readFileSync(stappenplanFile, 'utf8')).toBe(stappenplanDocument());
});
