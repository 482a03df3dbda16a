import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EdexmlVersion } from './parser.ts';

const BASE = 'edexml-schema:/';
const MAIN = 'EDEXML.structuur.xsd';

/** A place where a document breaks the schema. */
export interface SchemaBreach {
  /** In the text that was given, from 1. */
  line: number;
  /** What libxml2 says, in English. */
  message: string;
}

/** Judges documents by the official schema of a version of EDEXML; holds memory until it is disposed of. */
export interface EdexmlSchema {
  validate(xml: string): SchemaBreach[];
  dispose(): void;
}

/** The official schema, from `edexml/<version>` in the folder of resources. Documents cannot have anything loaded. */
export async function openEdexmlSchema(resourcesDir: string, version: EdexmlVersion): Promise<EdexmlSchema> {
  // Dynamic: the library uses top-level await, which a CommonJS bundle cannot import statically.
  const library = await import('libxml2-wasm');
  const { ParseOption, XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator } = library;
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;
  const folder = join(resourcesDir, 'edexml', version);
  const files = readdirSync(folder).filter((name) => name.endsWith('.xsd'));
  const buffers = Object.fromEntries(files.map((name) => [BASE + name, readFileSync(join(folder, name))]));
  library.xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
  const load = () => {
    try {
      using document = XmlDocument.fromBuffer(readFileSync(join(folder, MAIN)), { url: BASE + MAIN, option });
      return XsdValidator.fromDoc(document);
    } finally {
      library.xmlCleanupInputProvider();
    }
  };
  const validator = load();
  return {
    validate: (xml) => {
      try {
        using document = XmlDocument.fromString(xml, { option: option | ParseOption.XML_PARSE_IGNORE_ENC });
        validator.validate(document);
        return [];
      } catch (error) {
        if (error instanceof XmlLibError)
          return error.details.map(({ message, line }) => ({ message: message.trim(), line }));
        throw error;
      }
    },
    dispose: () => validator.dispose(),
  };
}
