import { gtbSignalen, type GtbSignaal } from '../../../../shared/bekostiging/signalen/catalog.ts';
import { catalog, type CatalogEntry } from '../../../../shared/pve/signalen/catalog.ts';
import { allTopics, type Topic } from './topics.ts';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The signalen by code: those of both editions of the PvE. */
export const signalen: readonly CatalogEntry[] = [...catalog.values()].sort((a, b) => a.code.localeCompare(b.code));

/** The pages in which every word of the question stands, whatever its capitals and accents. */
export function search(question: string): {
  topics: Topic[];
  signalen: CatalogEntry[];
  gtb: GtbSignaal[];
} {
  const words = plain(question).split(/\s+/).filter(Boolean);
  const has = (...texts: string[]) => {
    const text = plain(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
  return {
    topics: allTopics.filter(({ title, text, todo }) => has(title, ...text, ...todo)),
    signalen: signalen.filter(({ code, title, meaning, cause, remedy }) => has(code, title, meaning, cause, remedy)),
    gtb: gtbSignalen.filter(({ code, text, explanation, remedy }) => has(code, text, explanation, remedy)),
  };
}
