import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SchoolFacts } from '../../../shared/pve/controles/types.ts';

const date = z.iso.date();
const number = z.string().regex(/^[0-9A-Za-z]{2}$/);

const school = z.strictObject({
  brinnummer: z.string().regex(/^\d{2}[A-Z]{2}$/),
  naam: z.string().min(1),
  plaats: z.string().min(1),
  soort: z.enum(['BAO', 'SBAO', 'TREKKEND', 'WEC']),
  varend: z.boolean().optional(),
  opened: date.optional(),
  closed: date.optional(),
  vestigingen: z.array(
    z.strictObject({
      volgnummer: number,
      opened: date.optional(),
      closed: date.optional(),
      inspectielocatie: z.boolean().optional(),
    }),
  ),
  /** Aanleverpunten the school has given to DUO; a wachtwoordbrief adds one. */
  aanleverpunten: z.array(number),
});

const brinFile = z.strictObject({ source: z.string(), schools: z.array(school) });

/** A school of the BRIN register. */
export type School = z.infer<typeof school>;

export interface Brin {
  school(brinnummer: string): School | undefined;
  list(): School[];
}

/** What the controles want to know of a school. */
export const schoolFacts = ({ brinnummer, soort, varend, opened, closed, vestigingen }: School): SchoolFacts => ({
  brinnummer,
  soort,
  vestigingen,
  ...(varend === undefined ? {} : { varend }),
  ...(opened === undefined ? {} : { opened }),
  ...(closed === undefined ? {} : { closed }),
});

/** The BRIN register out of a file. @throws when the file is not as described */
export function openBrin(file: string): Brin {
  const parsed = brinFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`BRIN file ${file}: ${z.prettifyError(parsed.error)}`);
  const schools = new Map(parsed.data.schools.map((entry) => [entry.brinnummer, entry]));
  return { school: (brinnummer) => schools.get(brinnummer), list: () => [...schools.values()] };
}
