import { fileURLToPath } from 'node:url';

const resource = (path: string) => fileURLToPath(new URL(`../../../resources/${path}`, import.meta.url));

/** The registers the mock starts with, and the folder of the WSDL and XSDs. */
export const defaultFiles = {
  brp: resource('bron-registers/rvig-testpersonen.json'),
  brin: resource('bron-registers/scholen.json'),
  schemas: resource('bron'),
} as const;
