import { readFileSync } from 'node:fs';
import type { Brp } from './brp.ts';

/**
 * Whether a postcode exists: only when a table was given, which the postcodes of the BRP then join.
 * Without a table the answer is undefined and only the form of a postcode is judged.
 */
export function openPostcodes(file: string | undefined, brp: Brp): ((postcode: string) => boolean) | undefined {
  if (file === undefined) return undefined;
  const known = brp.postcodes();
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const postcode = line.replaceAll(/\s/g, '').toUpperCase();
    if (postcode !== '') known.add(postcode);
  }
  return (postcode) => known.has(postcode);
}
