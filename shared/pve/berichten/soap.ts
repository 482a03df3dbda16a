import { messages, type Message, type MessageNumber } from './messages.ts';
import { NAMESPACE, XmlError, decode, encode, parseXml, type XmlNode } from './xml.ts';

/** SOAP 1.1 (PvE 5.4.1). */
export const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The stuurgegevens of the SOAP header (PvE 5.1). */
export interface Header {
  brinnummer: string;
  aanleverpuntnummer: string;
}

/** Thrown for well-formed XML that is no SOAP 1.1 envelope with one message of this koppelvlak. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const indent = (xml: string, by: string) => xml.replaceAll(/^/gm, by);

const headerXml = (header: Header) => `  <soap:Header>
    <bron:BRINnummer>${escape(header.brinnummer)}</bron:BRINnummer>
    <bron:Aanleverpuntnummer>${escape(header.aanleverpuntnummer)}</bron:Aanleverpuntnummer>
  </soap:Header>
`;

/** A SOAP 1.1 envelope in UTF-8 around message `nr`. Answers of BRON carry no header. */
export function encodeEnvelope<N extends MessageNumber>(nr: N, message: Message<N>, header?: Header): string {
  const body = indent(encode(messages[nr], message), '    ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}" xmlns:bron="${NAMESPACE}">
${header ? headerXml(header) : ''}  <soap:Body>
${body}
  </soap:Body>
</soap:Envelope>
`;
}

/** What was found in an envelope: the header (empty texts when it is missing), the message element and its number. */
export interface Envelope {
  header: Header;
  nr: MessageNumber;
  node: XmlNode;
}

/** A SOAP fault: HTTP 500 with a text of the service. */
export class SoapFault extends Error {
  override name = 'SoapFault';
}

const childNamed = (node: XmlNode, name: string, namespace: string) =>
  node.children.find((child) => child.name === name && child.namespace === namespace);

/** Reads an envelope. @throws XmlError not well-formed; EnvelopeError no SOAP 1.1 envelope or no known message; SoapFault */
export function readEnvelope(xml: string): Envelope {
  const root = parseXml(xml);
  if (root.name !== 'Envelope' || root.namespace !== SOAP_NAMESPACE) throw new EnvelopeError('no SOAP 1.1 envelope');
  const header = childNamed(root, 'Header', SOAP_NAMESPACE);
  const body = childNamed(root, 'Body', SOAP_NAMESPACE);
  const node = body?.children[0];
  if (!body || !node || body.children.length !== 1) throw new EnvelopeError('the body holds not exactly one message');
  if (node.name === 'Fault' && node.namespace === SOAP_NAMESPACE) {
    throw new SoapFault(node.children.find(({ name }) => name === 'faultstring')?.text ?? '');
  }
  const entry = Object.entries(messages).find(([, group]) => group.xsd === node.name && node.namespace === NAMESPACE);
  if (!entry) throw new EnvelopeError('unknown message');
  const text = (name: string) => (header ? (childNamed(header, name, NAMESPACE)?.text.trim() ?? '') : '');
  return {
    header: { brinnummer: text('BRINnummer'), aanleverpuntnummer: text('Aanleverpuntnummer') },
    nr: Number(entry[0]) as MessageNumber,
    node,
  };
}

/** Reads the content of message `nr` from an envelope's element. */
export function decodeMessage<N extends MessageNumber>(nr: N, node: XmlNode): Message<N> {
  return decode(messages[nr], node) as Message<N>;
}

export { XmlError };
