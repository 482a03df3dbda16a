/** An XML element to be written: name, attributes, and either text or children. */
export interface Markup {
  name: string;
  attributes: Record<string, string>;
  children: Markup[] | string;
}

/** Declares an element to be written. */
export const tag = (
  name: string,
  attributes: Record<string, string> = {},
  children: Markup[] | string = [],
): Markup => ({
  name,
  attributes,
  children,
});

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function write({ name, attributes, children }: Markup, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}`;
  if (children.length === 0) return `${start}/>\n`;
  if (typeof children === 'string') return `${start}>${escapeXml(children)}</${name}>\n`;
  return `${start}>\n${children.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** A whole file: declaration, comment and root element. */
export const file = (comment: string, root: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!--\n${comment.replaceAll(/^(?=.)/gm, '  ')}\n-->\n${write(root, '')}`;
