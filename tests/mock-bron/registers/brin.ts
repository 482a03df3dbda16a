import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BrinFacts, BrinLookup, SchoolFacts } from '../../../shared/pve/controles/types.ts';

const date = z.iso.date();
const number = z.string().regex(/^[0-9A-Za-z]{2}$/);

const brinnummer = z.string().regex(/^\d{2}[A-Z]{2}$/);
/** From the first day on to the day before `to`; open where left out. */
const period = { from: date.optional(), to: date.optional() };

const school = z.strictObject({
  brinnummer,
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
  /** Of a WEC-school: its REC, the clusters it may teach, and when it is an instelling for visually handicapped children. */
  rec: brinnummer.optional(),
  toestemmingen: z.array(z.strictObject({ cluster: z.enum(['1', '2', '3', '4']), ...period })).optional(),
  vgk: z.strictObject(period).optional(),
  /** Aanleverpunten the school has given to DUO; a wachtwoordbrief adds one. */
  aanleverpunten: z.array(number),
});

/** A regionaal expertise centrum: no school, and it does not exchange. */
const rec = z.strictObject({ brinnummer, naam: z.string().min(1), opened: date.optional(), closed: date.optional() });

const brinFile = z.strictObject({ source: z.string(), schools: z.array(school), recs: z.array(rec).default([]) });

/** A school of the BRIN register. */
export type School = z.infer<typeof school>;

export interface Brin {
  school(brinnummer: string): School | undefined;
  list(): School[];
  /** What the controles ask of other schools and of RECs. */
  lookup: BrinLookup;
}

const filled = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** What the controles want to know of a school that delivers. */
export const schoolFacts = ({ brinnummer, soort, varend, opened, closed, vestigingen, vgk }: School): SchoolFacts =>
  filled({ brinnummer, soort, varend, opened, closed, vestigingen, vgk: vgk && filled(vgk) });

/** What they want to know of a school that a melding names. */
const brinFacts = ({ brinnummer, soort, opened, closed, rec, toestemmingen, vgk }: School): BrinFacts =>
  filled({
    brinnummer,
    soort,
    opened,
    closed,
    rec,
    toestemmingen: toestemmingen?.map(filled),
    vgk: vgk && filled(vgk),
  });

/** The BRIN register out of a file. @throws when the file is not as described */
export function openBrin(file: string): Brin {
  const parsed = brinFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`BRIN file ${file}: ${z.prettifyError(parsed.error)}`);
  const schools = new Map(parsed.data.schools.map((entry) => [entry.brinnummer, entry]));
  const recs = parsed.data.recs.map(({ brinnummer, opened, closed }): BrinFacts =>
    filled({ brinnummer, soort: 'REC', opened, closed }),
  );
  const facts = new Map([...parsed.data.schools.map(brinFacts), ...recs].map((entry) => [entry.brinnummer, entry]));
  return {
    school: (brinnummer) => schools.get(brinnummer),
    list: () => [...schools.values()],
    lookup: {
      find: (brinnummer) => facts.get(brinnummer),
      schoolsOf: (rec) => [...facts.values()].filter((entry) => entry.rec === rec),
      // No file of samenwerkingsverbanden yet: none is known.
      samenwerkingsverband: () => undefined,
    },
  };
}
