import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WSDL_FILE_NAME } from '../../../shared/pve/berichten/schema.ts';

/** The WSDL and XSDs of the koppelvlak by file name. @throws when the WSDL is missing */
export function readServiceFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(xsd|wsdl)$/.test(name));
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  if (!files.has(WSDL_FILE_NAME)) throw new Error(`${WSDL_FILE_NAME} is missing: run "npm run schemas"`);
  return files;
}

/** The WSDL with the address of this service. */
export const wsdlAt = (wsdl: string, address: string): string =>
  wsdl.replaceAll(/(<soap:address location=")[^"]*"/g, `$1${address}"`);
