import {
  messages,
  operations,
  type MessageNumber,
  type RequestNumber,
} from '../../../shared/pve/berichten/messages.ts';
import { SOAP_NAMESPACE, type Header } from '../../../shared/pve/berichten/soap.ts';
import { NAMESPACE, decodeUtf8, parseXml, type XmlNode } from '../../../shared/pve/berichten/xml.ts';

/** What a request says of itself, as far as it can be read. Broken parts are absent, so that every answer can be chosen. */
export interface BronRequest {
  xml: string;
  /** Local name and namespace of the root. */
  root: Pick<XmlNode, 'name' | 'namespace'>;
  header: Partial<Header>;
  /** Elements in the body. */
  bodyElements: number;
  nr?: RequestNumber | undefined;
  node?: XmlNode | undefined;
  berichtidentificatie?: string | undefined;
}

const child = (node: XmlNode | undefined, name: string, namespace: string) =>
  node?.children.find((candidate) => candidate.name === name && candidate.namespace === namespace);

const isRequest = (nr: MessageNumber): nr is RequestNumber => operations.some(({ request }) => request === nr);

/** Reads a request as far as it goes. @throws XmlError for bytes that are no XML in UTF-8 */
export function readRequest(bytes: Uint8Array): BronRequest {
  const xml = decodeUtf8(bytes);
  const root = parseXml(xml);
  const header = child(root, 'Header', SOAP_NAMESPACE);
  const body = child(root, 'Body', SOAP_NAMESPACE);
  const node = body?.children[0];
  const text = (name: string) => child(header, name, NAMESPACE)?.text.trim();
  const known = Object.entries(messages).find(([, group]) => group.xsd === node?.name && node.namespace === NAMESPACE);
  const nr = known && (Number(known[0]) as MessageNumber);
  const [brinnummer, aanleverpuntnummer] = [text('BRINnummer'), text('Aanleverpuntnummer')];
  return {
    xml,
    root,
    header: {
      ...(brinnummer === undefined ? {} : { brinnummer }),
      ...(aanleverpuntnummer === undefined ? {} : { aanleverpuntnummer }),
    },
    bodyElements: body?.children.length ?? 0,
    nr: nr !== undefined && isRequest(nr) ? nr : undefined,
    node,
    berichtidentificatie: child(node, 'berichtidentificatie', NAMESPACE)?.text,
  };
}
