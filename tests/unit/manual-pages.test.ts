import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaalPages } from '../../renderer/screens/handleiding/signaalPages.ts';

const folder = new URL('../../resources/handleiding/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const names = new Set([...files.map((file) => file.replace('.md', '')), ...signaalPages.map(({ name }) => name)]);

describe.each(files)('the page %s of the manual', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');

  it('has no table, which the manual would show as loose characters', () => {
    expect(text).not.toMatch(/^\|/m);
  });

  it('leads to pages that exist', () => {
    const links = [...text.matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name = '']) => name);
    expect(links.filter((name) => !names.has(name))).toEqual([]);
  });
});

it('every page can be reached from another', () => {
  const reached = new Set(
    files.flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name]) => name),
    ),
  );
  const pages = files.map((file) => file.replace('.md', '')).filter((name) => name !== 'inhoud');
  expect(pages.filter((name) => !reached.has(name))).toEqual([]);
});
