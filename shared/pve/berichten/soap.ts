import { stuurgegevens } from '../gegevensset/header.ts';
import { messages, operations, type Message, type MessageNumber, type RequestNumber } from './messages.ts';
import { NAMESPACE, XmlError, decode, encode, escapeText, parseXml, type XmlNode } from './xml.ts';

/** SOAP 1.1 (PvE 5.4.1). */
export const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The address in the WSDL: a mock BRON on this computer. Toolkits let it be replaced; the path is that of PvE 3.5. */
export const SERVICE_ADDRESS = 'https://localhost:6914/POKANAAL/';

/** Value of the HTTP header SOAPAction for a request, without quotes (assumed: the PvE does not give it). */
export const soapAction = (nr: RequestNumber): string =>
  `${NAMESPACE}/${operations.find(({ request }) => request === nr)?.name ?? ''}`;

/** The stuurgegevens of the SOAP header (PvE 5.1). */
export interface Header {
  brinnummer: string;
  aanleverpuntnummer: string;
}

/**
 * Why an envelope cannot be taken. `version`: no envelope of SOAP 1.1 (answered with HTTP 500). `structure`: the body holds not
 * exactly one element (360). `message`: an element that is no message of this koppelvlak (359).
 */
export type EnvelopeFault = 'version' | 'structure' | 'message';

/** Thrown for well-formed XML that is no SOAP 1.1 envelope with one message of this koppelvlak. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';
  readonly fault: EnvelopeFault;

  constructor(fault: EnvelopeFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const headerXml = (header: Header) => {
  const line = ({ key, xsd }: { key: keyof Header; xsd: string }) =>
    `    <bron:${xsd}>${escapeText(header[key], key)}</bron:${xsd}>\n`;
  return `  <soap:Header>\n${stuurgegevens.elements.map(line).join('')}  </soap:Header>\n`;
};

/**
 * A SOAP 1.1 envelope in UTF-8 around message `nr`. Answers of BRON carry no header.
 * @throws XmlCharacterError for a value that XML cannot carry
 */
export function encodeEnvelope<N extends MessageNumber>(nr: N, message: Message<N>, header?: Header): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}"${header ? ` xmlns:bron="${NAMESPACE}"` : ''}>
${header ? headerXml(header) : ''}  <soap:Body>
${encode(messages[nr], message, '    ')}
  </soap:Body>
</soap:Envelope>
`;
}

/** A SOAP 1.1 fault, as goes with HTTP 500 (PvE 5.2, 5.4.1). */
export function encodeFault(faultcode: 'Client' | 'Server' | 'VersionMismatch', faultstring: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}">
  <soap:Body>
    <soap:Fault>
      <faultcode>soap:${faultcode}</faultcode>
      <faultstring>${escapeText(faultstring, 'faultstring')}</faultstring>
    </soap:Fault>
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
  if (root.name !== 'Envelope' || root.namespace !== SOAP_NAMESPACE) {
    throw new EnvelopeError('version', 'no SOAP 1.1 envelope');
  }
  const header = childNamed(root, 'Header', SOAP_NAMESPACE);
  const body = childNamed(root, 'Body', SOAP_NAMESPACE);
  const node = body?.children[0];
  if (!body || !node || body.children.length !== 1) {
    throw new EnvelopeError('structure', 'the body holds not exactly one message');
  }
  if (node.name === 'Fault' && node.namespace === SOAP_NAMESPACE) {
    throw new SoapFault(node.children.find(({ name }) => name === 'faultstring')?.text ?? '');
  }
  const entry = Object.entries(messages).find(([, group]) => group.xsd === node.name && node.namespace === NAMESPACE);
  if (!entry) throw new EnvelopeError('message', 'unknown message');
  const text = (name: string) => (header ? (childNamed(header, name, NAMESPACE)?.text.trim() ?? '') : '');
  return {
    header: { brinnummer: text('BRINnummer'), aanleverpuntnummer: text('Aanleverpuntnummer') },
    nr: Number(entry[0]) as MessageNumber,
    node,
  };
}

const HEADER_FORMATS: Record<keyof Header, RegExp> = {
  brinnummer: /^[0-9]{2}[A-Z]{2}$/,
  aanleverpuntnummer: /^[0-9A-Za-z]{1,2}$/,
};

/** The stuurgegevens of a request that are missing or not in their format (PvE 4.1.1, 5.1). BRON answers any with signaal 360. */
export function validateEnvelope({ header }: Pick<Envelope, 'header'>): (keyof Header)[] {
  return (['brinnummer', 'aanleverpuntnummer'] as const).filter((key) => !HEADER_FORMATS[key].test(header[key]));
}

/** Reads the content of message `nr` from an envelope's element. */
export function decodeMessage<N extends MessageNumber>(nr: N, node: XmlNode): Message<N> {
  return decode(messages[nr], node) as Message<N>;
}

export { XmlError };
