import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ElementcodeFacts } from '../../../shared/pve/controles/types.ts';

const date = z.iso.date();

/** The leerjaren that each elementcode of the VO has, from the first day on to the day before `to` (PvE 4.2.5, 4.2.9.11). */
const table = z.record(
  z.string().regex(/^\d{4}$/),
  z.array(z.strictObject({ leerjaren: z.array(z.string()), from: date.optional(), to: date.optional() })),
);

export const elementcodesFile = z.strictObject({ source: z.string(), elementcodes: table });

export type Elementcodes = z.infer<typeof table>;

/** The table out of a file; null without one. @throws when the file is not as described */
export function openElementcodes(file: string | undefined): Elementcodes | null {
  if (file === undefined) return null;
  const parsed = elementcodesFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`elementcodes file ${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.elementcodes;
}

/** The rows with a code; of a code that is not in the table none. */
export const readElementcodes =
  (elementcodes: Elementcodes) =>
  (code: string): readonly ElementcodeFacts[] =>
    (elementcodes[code] ?? []).map(({ leerjaren, from, to }) => ({
      leerjaren,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    }));
