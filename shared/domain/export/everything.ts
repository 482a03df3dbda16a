import { z } from 'zod';

/** Version of the format of the JSON export; raised when what stands in a line changes, not when tables or columns come. */
export const FORMAT_VERSION = 1;

/** A value of a column. Bytes are in base64; what is not filled is left out. */
const cell = z.union([z.string(), z.number(), z.strictObject({ base64: z.base64() })]);
export type Cell = z.infer<typeof cell>;

const count = z.int().min(0);

/** The first line: what the file is, of which administration, and of which schema of the database. */
export const headerLine = z.strictObject({
  kind: z.literal('header'),
  format: z.literal('bronwijs'),
  version: z.int().positive(),
  /** Number of the last migration of the database that the rows come from. */
  schema: z.int().positive(),
  /** Version of the program that wrote it. */
  program: z.string().max(50),
  /** ISO 8601, UTC. */
  exportedAt: z.iso.datetime(),
  administration: z.strictObject({
    kind: z.enum(['oefen', 'echt']),
    brinnummer: z.string().max(10),
    aanleverpunt: z.string().max(10),
    naam: z.string().max(200),
  }),
});
export type HeaderLine = z.infer<typeof headerLine>;

/** One row of one table, by column name. */
export const rowLine = z.strictObject({
  kind: z.literal('row'),
  table: z.string().max(100),
  row: z.record(z.string().max(100), cell),
});
export type RowLine = z.infer<typeof rowLine>;

/** The last line: how many rows of each table there are, and the SHA-256 of all bytes before this line, in hexadecimal. */
export const endLine = z.strictObject({
  kind: z.literal('end'),
  counts: z.record(z.string().max(100), count),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type EndLine = z.infer<typeof endLine>;

/** Any line of the file. Each is a JSON object of its own, in UTF-8, ended by a line feed. */
export const exportLine = z.discriminatedUnion('kind', [headerLine, rowLine, endLine]);
