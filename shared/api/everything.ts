import { z } from 'zod';
import { headerLine } from '../domain/export/everything.ts';
import { exportOutcome } from './export.ts';
import { operation } from './operation.ts';
import { nothing } from './session.ts';

const fileToken = z.string().max(100);

/** Rows per table of the database. */
const tableCounts = z.record(z.string(), z.number());

export const everythingPreview = z.strictObject({
  /** By which it is imported, within half an hour. */
  draft: z.string(),
  header: headerLine.omit({ kind: true, format: true }),
  counts: tableCounts,
});
export type EverythingPreview = z.infer<typeof everythingPreview>;

export const everythingOperations = {
  'everything.export': operation({
    summary: 'Writes the whole administration as JSON lines to a target, unencrypted; see docs/json-export.md.',
    access: 'manage',
    input: z.strictObject({ target: fileToken }),
    output: exportOutcome.omit({ secretAddressesLeftOut: true }),
  }),
  'everything.inspect': operation({
    summary: 'Reads and checks a JSON export for this empty administration; changes nothing yet.',
    access: 'manage',
    input: z.strictObject({ token: fileToken }),
    output: everythingPreview,
  }),
  'everything.import': operation({
    summary: 'Takes what was inspected into this empty administration, all of it or nothing.',
    access: 'manage',
    input: z.strictObject({ draft: z.string().max(100) }),
    output: z.strictObject({ counts: tableCounts }),
  }),
  'everything.discard': operation({
    summary: 'Forgets what was inspected.',
    access: 'manage',
    input: nothing,
    output: nothing,
  }),
} as const;
