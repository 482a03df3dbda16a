import { z } from 'zod';
import type {
  BrinFacts,
  BrinLookup,
  SamenwerkingsverbandFacts,
  SchoolFacts,
} from '../../../shared/pve/controles/types.ts';
import { readRegister, refuseTwice } from './read.ts';

const date = z.iso.date();
const number = z.string().regex(/^[0-9A-Za-z]{2}$/);

const brinnummer = z.string().regex(/^\d{2}[A-Z]{2}$/);
/** From the first day on to the day before `to`; open where left out. */
const period = { from: date.optional(), to: date.optional() };

const name = z.string().min(1);
/** First day in operation, and first day out of it. */
const operation = { opened: date.optional(), closed: date.optional() };

const vestiging = z.strictObject({
  volgnummer: number,
  ...operation,
  inspectielocatie: z.boolean().optional(),
  /** Of a WEC-school: the soorten onderwijs it may give to schoolsoorten, on regular or on residential places (PvE 4.2.11). */
  toestemmingen: z
    .array(
      z.strictObject({
        soortOnderwijs: z.string(),
        schoolsoorten: z.array(z.string()),
        residentieel: z.boolean().optional(),
        ...period,
      }),
    )
    .optional(),
});

const cluster = z.enum(['1', '2', '3', '4']);

const school = z.strictObject({
  brinnummer,
  naam: name,
  plaats: name,
  soort: z.enum(['BAO', 'SBAO', 'TREKKEND', 'WEC']),
  varend: z.boolean().optional(),
  ...operation,
  vestigingen: z.array(vestiging),
  /** Of a WEC-school: its cluster, and whether it is one of the two schools for pupils with epilepsy. */
  cluster: cluster.optional(),
  epilepsy: z.boolean().optional(),
  /** Of a WEC-school: its REC, the clusters it may teach, and when it is an instelling for visually handicapped children. */
  rec: brinnummer.optional(),
  toestemmingen: z.array(z.strictObject({ cluster, ...period })).optional(),
  vgk: z.strictObject(period).optional(),
  /** Whom the other school calls about a dubbele inschrijving (PvE 4.1.5); left out: somebody is made up. */
  contactpersoon: z
    .strictObject({
      naam: name.max(50),
      telefoonnummer: z.string().regex(/^\d{1,10}$/),
      email: z.email().max(75),
    })
    .optional(),
  /** Aanleverpunten the school has given to DUO; a wachtwoordbrief adds one. */
  aanleverpunten: z.array(number),
});

/** A regionaal expertise centrum: no school, and it does not exchange. */
const rec = z.strictObject({ brinnummer, naam: name, ...operation });

/** A school of the WVO or an instelling of the WEB: it is named in meldingen and does not exchange. */
const instelling = z.strictObject({
  brinnummer,
  naam: name,
  soort: z.enum(['WVO', 'WEB']),
  ...operation,
  vestigingen: z.array(vestiging).optional(),
});

const samenwerkingsverband = z.strictObject({
  nummer: z.string().regex(/^(PO|VO)\d{4}$/),
  naam: name,
  sector: z.enum(['PO', 'VO']),
  ...operation,
});

/** The BRIN register as a file has it. */
export const brinFile = z
  .strictObject({
    source: z.string(),
    schools: z.array(school),
    recs: z.array(rec).default([]),
    instellingen: z.array(instelling).default([]),
    samenwerkingsverbanden: z.array(samenwerkingsverband).default([]),
  })
  .superRefine(({ schools, recs, instellingen, samenwerkingsverbanden }, context) => {
    refuseTwice(schools, 'brinnummer', context, ['schools']);
    refuseTwice(recs, 'brinnummer', context, ['recs']);
    refuseTwice(instellingen, 'brinnummer', context, ['instellingen']);
    refuseTwice(samenwerkingsverbanden, 'nummer', context, ['samenwerkingsverbanden']);
  });

export type BrinFile = z.input<typeof brinFile>;

/** A school of the BRIN register. */
export type School = z.infer<typeof school>;

export interface Brin {
  school(brinnummer: string): School | undefined;
  list(): School[];
  /** What the controles ask of other schools and of RECs. */
  lookup: BrinLookup;
}

type Filled<T> = T extends readonly (infer U)[]
  ? Filled<U>[]
  : T extends object
    ? { [K in keyof T]: Filled<Exclude<T[K], undefined>> }
    : T;

/** What is there of an object; what is left out in a file stays out. */
const filled = <T>(value: T): Filled<T> => JSON.parse(JSON.stringify(value)) as Filled<T>;

/** What the controles want to know of a school that delivers. */
export function schoolFacts(school: School): SchoolFacts {
  const { brinnummer, soort, varend, opened, closed, vestigingen, cluster, vgk, epilepsy } = school;
  return filled({ brinnummer, soort, varend, opened, closed, vestigingen, cluster, vgk, epilepsy });
}

/** What they want to know of a school that a melding names. */
function brinFacts({ brinnummer, soort, opened, closed, vestigingen, rec, toestemmingen, vgk }: School): BrinFacts {
  // A school that is only named may have its vestigingen left out: then they are not known.
  const known = vestigingen.length > 0 ? { vestigingen } : {};
  return filled({ brinnummer, soort, opened, closed, ...known, rec, toestemmingen, vgk });
}

/** The BRIN register out of what a file holds. */
export function readBrin({ schools: list, recs = [], instellingen = [], samenwerkingsverbanden = [] }: BrinFile): Brin {
  const schools = new Map(list.map((entry) => [entry.brinnummer, entry]));
  const others = [
    ...recs.map(({ naam: _, ...entry }): BrinFacts => filled({ ...entry, soort: 'REC' as const })),
    ...instellingen.map(({ naam: _, ...entry }): BrinFacts => filled(entry)),
  ];
  const facts = new Map([...list.map(brinFacts), ...others].map((entry) => [entry.brinnummer, entry]));
  const partnerships = new Map(
    samenwerkingsverbanden.map(({ naam: _, ...entry }): [string, SamenwerkingsverbandFacts] => [
      entry.nummer,
      filled(entry),
    ]),
  );
  return {
    school: (brinnummer) => schools.get(brinnummer),
    list: () => [...schools.values()],
    lookup: {
      find: (brinnummer) => facts.get(brinnummer),
      schoolsOf: (rec) => [...facts.values()].filter((entry) => entry.rec === rec),
      samenwerkingsverband: (nummer) => partnerships.get(nummer),
    },
  };
}

/** What a file of the BRIN register holds. @throws RegisterFileError */
export const readBrinFile = (file: string): z.output<typeof brinFile> => readRegister('BRIN', file, brinFile);
