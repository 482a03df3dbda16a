import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../resources/bron/', import.meta.url);

/** The texts of the XSDs and the WSDL in resources/bron by file name. */
export const readSchemas = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
