import { z } from 'zod';
import { lackingFacts } from '../domain/import/lacking.ts';
import { operation } from './operation.ts';
import { rowId } from './session.ts';

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

const onvolledigRow = z.strictObject({
  leerlingId: rowId,
  naam: z.string(),
  groep: z.string().optional(),
  lacking: z.array(z.enum(lackingFacts)),
});
export type OnvolledigRow = z.infer<typeof onvolledigRow>;

/** A field that nobody has confirmed. `fictief`: made up, in a practice administration. */
export const gegevenMark = z.strictObject({
  id: rowId,
  kind: z.enum(['aangenomen', 'fictief']),
  leerlingId: rowId,
  inschrijvingId: rowId.optional(),
  gegevensgroep: z.string(),
  element: z.string(),
  value: z.string(),
});
export type GegevenMark = z.infer<typeof gegevenMark>;

const aangenomenRow = gegevenMark.extend({ naam: z.string(), groep: z.string().optional() });
export type AangenomenRow = z.infer<typeof aangenomenRow>;

/** A field, wherever it is. */
const field = z.strictObject({ gegevensgroep: z.string().max(100), element: z.string().max(100) });

export const completenessOperations = {
  'onvolledig.list': operation({
    summary: 'Pupils of whom a personal fact is lacking, by surname, with how many lack what.',
    access: 'read',
    input: z.strictObject({ fact: z.enum(lackingFacts).optional(), ...page }),
    output: z.strictObject({
      total: z.number(),
      /** All incomplete pupils, whatever they lack. */
      aantal: z.number(),
      velden: z.partialRecord(z.enum(lackingFacts), z.number()),
      rows: z.array(onvolledigRow),
    }),
  }),
  'aangenomen.list': operation({
    summary:
      'School facts that a general answer filled in and nobody has confirmed, with how many there are per field.',
    access: 'read',
    input: z.strictObject({ field: field.optional(), ...page }),
    output: z.strictObject({
      total: z.number(),
      fields: z.array(field.extend({ count: z.number() })),
      rows: z.array(aangenomenRow),
    }),
  }),
  'aangenomen.ofLeerling': operation({
    summary: 'The marked fields of one pupil: assumed or fictional.',
    access: 'read',
    input: z.strictObject({ leerlingId: rowId }),
    output: z.strictObject({ marks: z.array(gegevenMark) }),
  }),
  'aangenomen.confirm': operation({
    summary: 'Confirms assumed facts: of one field of a pupil, of a whole pupil, or of one field of all pupils.',
    access: 'register',
    input: z.union([
      z.strictObject({ id: rowId }),
      z.strictObject({ leerlingId: rowId }),
      z.strictObject({ field, value: z.string().max(300).optional() }),
    ]),
    output: z.strictObject({ confirmed: z.number() }),
  }),
} as const;
