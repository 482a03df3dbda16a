import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE = 'edexml-schema:/';
const MAIN = 'EDEXML.structuur.xsd';

/** Judges documents against EDEXML 2.1. Keeps memory of the XML library: dispose when done. */
export interface EdexmlValidator {
  /** The element that does not fit, by its name; undefined when the document is valid. Values are never told. */
  validate(xml: string): string | undefined;
  dispose(): void;
}

/** A validator of the official schema. @param folder with the XSDs as they were published */
export async function createEdexmlValidator(folder: string): Promise<EdexmlValidator> {
  // Dynamic: the library uses top-level await, which a CommonJS bundle cannot import statically.
  const library = await import('libxml2-wasm');
  const { ParseOption, XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator } = library;
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;

  const loadSchema = () => {
    const files = readdirSync(folder).map((name) => [BASE + name, readFileSync(join(folder, name))] as const);
    library.xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
    try {
      using document = XmlDocument.fromString(readFileSync(join(folder, MAIN), 'utf8'), { url: BASE + MAIN, option });
      return XsdValidator.fromDoc(document);
    } finally {
      library.xmlCleanupInputProvider();
    }
  };
  const schema = loadSchema();

  return {
    validate(xml) {
      try {
        using document = XmlDocument.fromString(xml, { option });
        schema.validate(document);
        return undefined;
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error;
        const [detail] = error.details;
        return /^Element '([\w-]+)'/.exec(detail?.message ?? error.message)?.[1] ?? 'EDEX';
      }
    },
    dispose: () => schema.dispose(),
  };
}
