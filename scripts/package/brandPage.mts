import type { Brand } from '../../shared/brand/brand.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function replaced(html: string, pattern: RegExp, text: string): string {
  if (!pattern.test(html)) throw new Error(`The page of the program has no place for the brand: ${pattern.source}`);
  return html.replace(pattern, (_, before: string, after: string) => `${before}${escaped(text)}${after}`);
}

/**
 * The page of the program with the brand in its head, where the screens find it.
 * @throws Error when the page has no place for it
 */
export function brandPage(html: string, { name, colour, support }: Brand): string {
  const meta = (key: string) => new RegExp(`(<meta name="${key}" content=")[^"]*(")`);
  return [
    [/(<title>)[^<]*(<\/title>)/, name] as const,
    [/(<noscript>)\S+( werkt niet)/, name] as const,
    [meta('brand-name'), name] as const,
    [meta('brand-colour'), colour] as const,
    [meta('support-page'), support?.page ?? ''] as const,
    [meta('support-telephone'), support?.telephone ?? ''] as const,
  ].reduce((page, [pattern, text]) => replaced(page, pattern, text), html);
}
