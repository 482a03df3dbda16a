import { SaxesParser } from 'saxes';
import type { Gegevenselement, Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';
import { firstUnwritable } from './characters.ts';

/** Target namespace of the WSDL and of every XSD (PvE 5.4.1). */
export const NAMESPACE = 'http://ib-groep.nl/services/Basis-v1.0';

/** A parsed XML element: local name, namespace, text and children. Attributes play no part in this koppelvlak. */
export interface XmlNode {
  name: string;
  namespace: string;
  text: string;
  children: XmlNode[];
}

/** Thrown for XML that is not well-formed, not UTF-8, carries a DOCTYPE, or nests too deep. Its text holds no values. */
export class XmlError extends Error {
  override name = 'XmlError';
}

/** Thrown by `encode` for a value with a character that XML 1.0 cannot carry. Its text names the gegeven, not the value. */
export class XmlCharacterError extends Error {
  override name = 'XmlCharacterError';
  readonly key: string;

  constructor(key: string, character: string) {
    super(`${key} holds ${character}, which XML cannot carry`);
    this.key = key;
  }
}

const MAX_DEPTH = 32;

/** The text of a message as received: UTF-8, a byte order mark is passed over (PvE 5.2). @throws XmlError for other bytes */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('not UTF-8');
  }
}

/**
 * Parses XML 1.0 with namespaces. Refuses a DOCTYPE (so that no entity is ever expanded), a declared encoding other than
 * UTF-8 (PvE 5.2) and nesting deeper than the koppelvlak knows. Bounding the size is up to who receives the bytes. @throws XmlError
 */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlNode[] = [{ name: '', namespace: '', text: '', children: [] }];
  parser.on('error', () => {
    throw new XmlError(`not well-formed at line ${parser.line}`);
  });
  parser.on('xmldecl', ({ version, encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') throw new XmlError('another encoding than UTF-8 is declared');
    if (version && version !== '1.0') throw new XmlError('not XML 1.0');
  });
  parser.on('doctype', () => {
    throw new XmlError('DOCTYPE is not allowed');
  });
  parser.on('opentag', (tag) => {
    if (stack.length > MAX_DEPTH) throw new XmlError('nested too deep');
    const node: XmlNode = { name: tag.local, namespace: tag.uri, text: '', children: [] };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const addText = (text: string) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xml).close();
  const root = stack[0]?.children[0];
  if (!root) throw new XmlError('no root element');
  return root;
}

const toWire = (element: Gegevenselement, value: string) =>
  element.format === 'partialDate' ? value.replaceAll('-', '') : value;

/** White space around a date or a boolean means nothing in XML Schema; around any other text it counts. */
function fromWire({ format }: Gegevenselement, text: string): string {
  if (format === 'datum' || format === 'boolean') return text.trim();
  return format === 'partialDate' && /^\d{8}$/.test(text)
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : text;
}

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as XML content that any reader gives back unchanged. @throws XmlCharacterError */
export function escapeText(text: string, key: string): string {
  const unwritable = firstUnwritable(text);
  if (unwritable) throw new XmlCharacterError(key, unwritable);
  return text.replaceAll(/[&<>\t\n\r]/g, (character) => REFERENCES[character] ?? character);
}

function write(lines: string[], indent: string, group: Gegevensgroep, voorkomen: Voorkomen, attributes = ''): void {
  const start = lines.push(`${indent}<${group.xsd}${attributes}>`);
  for (const element of group.elements) {
    const value = voorkomen[element.key];
    if (typeof value !== 'string' || value === '') continue;
    lines.push(`${indent}  <${element.xsd}>${escapeText(toWire(element, value), element.key)}</${element.xsd}>`);
  }
  for (const child of group.groups) {
    const list = voorkomen[child.key];
    if (Array.isArray(list)) for (const item of list) write(lines, `${indent}  `, child, item);
  }
  if (lines.length === start) lines[start - 1] = `${indent}<${group.xsd}${attributes}/>`;
  else lines.push(`${indent}</${group.xsd}>`);
}

/**
 * The XML of one voorkomen of `group`, without XML declaration, two spaces of indentation behind `indent`. Leaves out what is
 * not filled (PvE 5.6). @throws XmlCharacterError for a value that XML cannot carry: `canonical()` takes such characters out
 */
export function encode(group: Gegevensgroep, voorkomen: Voorkomen, indent = ''): string {
  const lines: string[] = [];
  write(lines, indent, group, voorkomen, ` xmlns="${NAMESPACE}"`);
  return lines.join('\n');
}

/** Reads one voorkomen of `group` from a parsed element. Unknown elements are passed over: the schema judges those. */
export function decode(group: Gegevensgroep, node: XmlNode): Voorkomen {
  const result: Voorkomen = {};
  for (const child of node.children) {
    if (child.namespace !== NAMESPACE) continue;
    const element = group.elements.find(({ xsd }) => xsd === child.name);
    const childGroup = group.groups.find(({ xsd }) => xsd === child.name);
    if (element) result[element.key] = fromWire(element, child.text);
    else if (childGroup) {
      const list = result[childGroup.key];
      const item = decode(childGroup, child);
      if (Array.isArray(list)) list.push(item);
      else result[childGroup.key] = [item];
    }
  }
  return result;
}
