import { fileURLToPath } from 'node:url';
import { readBrinFile } from './brin.ts';
import { readBrpFiles } from './brp.ts';
import { openElementcodes } from './elementcodes.ts';
import type { Registers } from './live.ts';
import { openPostcodes } from './postcodes.ts';

const resource = (path: string) => fileURLToPath(new URL(`../../../resources/${path}`, import.meta.url));

/** The registers the mock starts with, and the folder of the WSDL and XSDs. */
export const defaultFiles = {
  brp: resource('bron-registers/rvig-testpersonen.json'),
  brin: resource('bron-registers/scholen.json'),
  holidays: resource('tables/schoolvakanties.json'),
  schemas: resource('bron'),
} as const;

/** Where a tester has the registers; what is left out are those that come with the mock, or no table. */
export interface RegisterPaths {
  brp?: readonly string[] | undefined;
  brin?: string | undefined;
  postcodes?: string | undefined;
  elementcodes?: string | undefined;
}

/** The registers out of their files. @throws RegisterFileError */
export const readRegisterFiles = (paths: RegisterPaths): Registers => ({
  brin: readBrinFile(paths.brin ?? defaultFiles.brin),
  brp: readBrpFiles(paths.brp ?? [defaultFiles.brp]),
  postcodes: openPostcodes(paths.postcodes),
  elementcodes: openElementcodes(paths.elementcodes),
});
