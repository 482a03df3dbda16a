import { readFileSync } from 'node:fs';
import type { Brp } from './brp.ts';

/** The postcodes of a table with one a line; null without a table. */
export const openPostcodes = (file: string | undefined): string[] | null =>
  file === undefined ? null : readFileSync(file, 'utf8').split(/\r?\n/);

/**
 * The postcodes that exist: only when a table was given, which the postcodes of the BRP then join. Without a table undefined: only the
 * form of a postcode is judged.
 */
export function readPostcodes(table: readonly string[] | null, brp: Brp): Set<string> | undefined {
  if (!table) return undefined;
  const postcodes = table.map((line) => line.replaceAll(/\s/g, '').toUpperCase()).filter(Boolean);
  return new Set([...brp.postcodes(), ...postcodes]);
}
