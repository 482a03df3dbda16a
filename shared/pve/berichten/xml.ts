import { SaxesParser } from 'saxes';
import { create } from 'xmlbuilder2';
import type { Gegevenselement, Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';

/** Target namespace of the WSDL and of every XSD (PvE 5.4.1). */
export const NAMESPACE = 'http://ib-groep.nl/services/Basis-v1.0';

/** A parsed XML element: local name, namespace, text and children. Attributes play no part in this koppelvlak. */
export interface XmlNode {
  name: string;
  namespace: string;
  text: string;
  children: XmlNode[];
}

/** Thrown for XML that is not well-formed, carries a DOCTYPE, or nests too deep. */
export class XmlError extends Error {
  override name = 'XmlError';
}

const MAX_DEPTH = 32;

/** Parses XML with namespaces. Refuses a DOCTYPE and nesting deeper than the koppelvlak knows. @throws XmlError */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlNode[] = [{ name: '', namespace: '', text: '', children: [] }];
  parser.on('error', (error) => {
    throw new XmlError(error.message);
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

const fromWire = (element: Gegevenselement, text: string) =>
  element.format === 'partialDate' && /^\d{8}$/.test(text)
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : text;

type Builder = ReturnType<typeof create>;

function write(parent: Builder, group: Gegevensgroep, voorkomen: Voorkomen): void {
  const node = parent.ele(NAMESPACE, group.xsd);
  for (const element of group.elements) {
    const value = voorkomen[element.key];
    if (typeof value === 'string') node.ele(NAMESPACE, element.xsd).txt(toWire(element, value));
  }
  for (const child of group.groups) {
    const list = voorkomen[child.key];
    if (Array.isArray(list)) for (const item of list) write(node, child, item);
  }
}

/** The XML of one voorkomen of `group`, without XML declaration, two spaces of indentation. Leaves out what is not filled (PvE 5.6). */
export function encode(group: Gegevensgroep, voorkomen: Voorkomen): string {
  const document = create();
  write(document, group, voorkomen);
  return document.end({ headless: true, prettyPrint: true });
}

/** Reads one voorkomen of `group` from a parsed element. Unknown elements are passed over: the schema judges those. */
export function decode(group: Gegevensgroep, node: XmlNode): Voorkomen {
  const result: Voorkomen = {};
  for (const child of node.children) {
    const element = group.elements.find(({ xsd }) => xsd === child.name);
    const childGroup = group.groups.find(({ xsd }) => xsd === child.name);
    if (element) result[element.key] = fromWire(element, child.text);
    else if (childGroup) {
      const list = result[childGroup.key];
      const item = decode(childGroup, child);
      result[childGroup.key] = Array.isArray(list) ? [...list, item] : [item];
    }
  }
  return result;
}
