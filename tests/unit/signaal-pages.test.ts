import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { searchPages } from '../../renderer/screens/handleiding/search.ts';
import { signaalPageName, signaalPages } from '../../renderer/screens/handleiding/signaalPages.ts';
import { catalog } from '../../shared/pve/signalen/catalog.ts';

const rowsFolder = new URL('../conformance/rows/', import.meta.url);
const codesOfRows = new Set(
  readdirSync(rowsFolder).flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, rowsFolder), 'utf8')) as { rows: { code?: string }[] }).rows.flatMap(
      ({ code }) => code ?? [],
    ),
  ),
);
const textOf = (name: string | undefined) => signaalPages.find((page) => page.name === name)?.text ?? '';

describe('the pages of the manual about signalen', () => {
  it.each([...new Set([...codesOfRows, ...catalog.keys()])].sort())(
    '%s has one with meaning, cause, remedy and the gegevens it is about',
    (code) => {
      const text = textOf(signaalPageName(code));
      const { meaning = '?', cause = '?', remedy = '?', places = [] } = catalog.get(code) ?? {};
      expect(text).toContain(`## Wat het betekent\n\n${meaning}\n`);
      expect(text).toContain(`## Hoe het meestal komt\n\n${cause}\n`);
      expect(text).toContain(`## Wat u doet\n\n${remedy}\n`);
      expect(text.includes('## Om welk gegeven het gaat')).toBe(places.length > 0);
      expect(text).not.toMatch(/^- (:.*)?$/m);
    },
  );

  it('gives each a text of its own', () => {
    const texts = [...catalog.values()].map(({ meaning, cause, remedy }) => meaning + cause + remedy);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has one page that leads to all of them', () => {
    const links = [...textOf('signalen').matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name]) => name);
    expect(links.sort()).toEqual([...catalog.keys()].map((code) => `signaal-${code}`).sort());
  });

  it('is found by its number, and not listed before somebody searches', () => {
    expect(searchPages(signaalPages, '').map(({ page }) => page.name)).toEqual(['signalen']);
    expect(searchPages(signaalPages, '753')[0]?.page.name).toBe('signaal-753');
    expect(signaalPageName('999')).toBeUndefined();
  });
});
