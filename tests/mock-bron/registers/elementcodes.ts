import { z } from 'zod';
import type { ElementcodeFacts } from '../../../shared/pve/controles/types.ts';
import { readRegister } from './read.ts';

const date = z.iso.date();

/** The leerjaren that each elementcode of the VO has, from the first day on to the day before `to` (PvE 4.2.5, 4.2.9.11). */
const table = z.record(
  z.string().regex(/^\d{4}$/),
  z.array(z.strictObject({ leerjaren: z.array(z.string()), from: date.optional(), to: date.optional() })),
);

export const elementcodesFile = z.strictObject({ source: z.string(), elementcodes: table });

export type Elementcodes = z.infer<typeof table>;

/** The table out of a file; null without one. @throws RegisterFileError */
export const openElementcodes = (file: string | undefined): Elementcodes | null =>
  file === undefined ? null : readRegister('elementcodes', file, elementcodesFile).elementcodes;

/** The rows with a code; of a code that is not in the table none. */
export const readElementcodes =
  (elementcodes: Elementcodes) =>
  (code: string): readonly ElementcodeFacts[] =>
    (elementcodes[code] ?? []).map(({ leerjaren, from, to }) => ({
      leerjaren,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    }));
