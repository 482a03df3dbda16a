import { z } from 'zod';
import { POSTCODE } from '../../../shared/pve/controles/readings.ts';
import type { Brp } from './brp.ts';
import { readText, RegisterFileError } from './read.ts';

const compact = (text: string) => text.replaceAll(/\s/g, '').toUpperCase();

/** A postcode as a table has it: a space and small letters do not matter. */
export const postcode = z.string().transform(compact).pipe(z.string().regex(POSTCODE, 'four digits and two letters'));

/** The postcodes of a table with one a line, empty lines left out; null without a table. @throws RegisterFileError */
export function openPostcodes(file: string | undefined): string[] | null {
  if (file === undefined) return null;
  return readText('postcodes', file)
    .split(/\r?\n/)
    .flatMap((line, index) => {
      const text = compact(line);
      if (text !== '' && !POSTCODE.test(text)) {
        throw new RegisterFileError(
          `postcodes file ${file}, line ${index + 1}: "${line}" is not four digits and two letters`,
        );
      }
      return text === '' ? [] : [text];
    });
}

/**
 * The postcodes that exist: only when a table was given, which the postcodes of the BRP then join. Without a table undefined: only the
 * form of a postcode is judged.
 */
export const readPostcodes = (table: readonly string[] | null, brp: Brp): Set<string> | undefined =>
  table ? new Set([...brp.postcodes(), ...table]) : undefined;
