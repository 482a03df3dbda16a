/** A page of the manual. */
export interface Page {
  /** File name without extension. */
  name: string;
  title: string;
  text: string;
  /** Stands in the list only when it is searched for: another page leads to it. */
  unlisted?: true;
}

/** A page that was found, with the words around the first hit. */
export interface Hit {
  page: Page;
  excerpt: string;
}

const AROUND = 60;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Text without the signs of Markdown. */
const bare = (markdown: string) =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+\s.*$/gm, '')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/[*_>`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words around a place in a text, whole. */
function around(text: string, at: number): string {
  const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
  const end = text.indexOf(' ', at + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, end < 0 ? undefined : end)}${end < 0 ? '' : '…'}`;
}

/** The heading of a page: its first line that starts with `#`. */
export const titleOf = (markdown: string, name: string): string => /^#\s+(.+)$/m.exec(markdown)?.[1]?.trim() ?? name;

/** Pages in which every word occurs, those with a word in the title first. An empty search gives every listed page. */
export function searchPages(pages: readonly Page[], search: string): Hit[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return pages.filter(({ unlisted }) => !unlisted).map((page) => ({ page, excerpt: '' }));
  const hits = pages.flatMap((page): (Hit & { inTitle: boolean })[] => {
    const text = bare(page.text);
    const [title, body] = [plain(page.title), plain(text)];
    if (!words.every((word) => title.includes(word) || body.includes(word))) return [];
    const first = body.indexOf(words[0] ?? '');
    const excerpt = first < 0 ? '' : around(text, first);
    return [{ page, excerpt, inTitle: words.some((word) => title.includes(word)) }];
  });
  return hits.sort((a, b) => Number(b.inTitle) - Number(a.inTitle)).map(({ page, excerpt }) => ({ page, excerpt }));
}
