import type { SchemaFile } from '../gegevensset/types.ts';
import { SOAP_NAMESPACE } from './soap.ts';

/** File name of an XSD (PvE 5.1, 5.4.1: all XSDs share one version number). */
export const schemaFileName = (file: SchemaFile): string => `${file}_V1.0.xsd`;

/** File name of the WSDL (PvE 5.1). */
export const WSDL_FILE_NAME = 'BpokServices_V1.0.wsdl';

/** The XSDs of the koppelvlak, in the order in which they build on each other. */
export const schemaFiles: readonly SchemaFile[] = [
  'BegrippenregisterAlgemeenPO',
  'BegrippenregisterPersoonPO',
  'BegrippenregisterInstellingEnOnderwijsPO',
  'BegrippenregisterOnderwijsverbandPO',
  'berichtenVerkeerIBGroepPO',
];

/** A place where a message breaks the schema. BRON answers any with signaal 359 (PvE 4.2.2). */
export interface SchemaProblem {
  /** What libxml2 says, in English. It can quote the value: show it, do not log it. */
  message: string;
  /** Line in the text that was given, from 1; 0 when there is none. */
  line: number;
  /** Local name of the element concerned; empty when none is known. */
  element: string;
}

/** Judges messages against the XSDs. Keeps memory of the XML library: dispose when done. */
export interface SchemaValidator {
  /** Problems of a document that is a message. Empty: valid. */
  validateMessage(xml: string): SchemaProblem[];
  /** Problems of the one message in the body of a SOAP 1.1 envelope; lines are those of the envelope. */
  validateBody(xml: string): SchemaProblem[];
  dispose(): void;
}

const BASE = 'bron-schema:/';
/** Beyond this a hostile message would only cost time. */
const MAX_PROBLEMS = 100;

interface Detail {
  message: string;
  line: number;
  xpath?: string;
}

const problem = (message: string): SchemaProblem => ({ message, line: 0, element: '' });

function toProblem({ message, line, xpath }: Detail): SchemaProblem {
  const fromMessage = /^Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1];
  const fromPath = /([\w.-]+)(?:\[\d+\])?$/.exec(xpath ?? '')?.[1];
  return { message: message.trim(), line, element: fromMessage ?? fromPath ?? '' };
}

/**
 * A validator for messages, from the texts of the XSDs by file name. Reads no file and no network: includes come from `files`,
 * and a document with a DOCTYPE is refused before it is parsed.
 * @throws Error when a file is missing or is no valid schema
 */
export async function createSchemaValidator(files: Record<string, string>): Promise<SchemaValidator> {
  // Dynamic: the library uses top-level await, which a CommonJS bundle cannot import statically.
  const library = await import('libxml2-wasm');
  const { ParseOption, XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator } = library;
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;

  const loadSchema = () => {
    const encoder = new TextEncoder();
    const buffers = Object.entries(files).map(([name, text]) => [BASE + name, encoder.encode(text)] as const);
    const main = schemaFileName('berichtenVerkeerIBGroepPO');
    const text = files[main];
    if (text === undefined) throw new Error(`${main} is missing`);
    library.xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
    try {
      using document = XmlDocument.fromString(text, { url: BASE + main, option });
      return XsdValidator.fromDoc(document);
    } finally {
      // From here on nothing can be loaded any more, whatever a message asks for.
      library.xmlCleanupInputProvider();
    }
  };
  const schema = loadSchema();

  const validate = (xml: string, xpath: string, missing: string): SchemaProblem[] => {
    if (xml.includes('<!DOCTYPE')) return [problem('DOCTYPE is not allowed')];
    try {
      using document = XmlDocument.fromString(xml, { option: option | ParseOption.XML_PARSE_IGNORE_ENC });
      const found = document.find(xpath, { soap: SOAP_NAMESPACE });
      const [element] = found;
      if (found.length !== 1 || !(element instanceof library.XmlElement)) return [problem(missing)];
      schema.validate(element);
      return [];
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      const problems = error.details.slice(0, MAX_PROBLEMS).map(toProblem);
      return problems.length > 0 ? problems : [problem(error.message)];
    }
  };

  return {
    validateMessage: (xml) => validate(xml, '/*', 'no root element'),
    validateBody: (xml) =>
      validate(xml, '/soap:Envelope/soap:Body/*', 'not a SOAP 1.1 envelope with exactly one message'),
    dispose: () => schema.dispose(),
  };
}
