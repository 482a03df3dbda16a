import { z } from 'zod';
import { inschrijvingKeys } from '../../../shared/pve/berichten/kinds.ts';
import { brinFile } from '../registers/brin.ts';
import { brpFile, brpPerson } from '../registers/brp.ts';
import { elementcodesFile } from '../registers/elementcodes.ts';
import { postcode } from '../registers/postcodes.ts';
import { aanleverpunt, brinnummer, count, pgn } from './primitives.ts';

const date = z.iso.date();
const number = z
  .string()
  .regex(/^\d{9}$/)
  .optional();

export const knownPerson = z
  .strictObject({
    burgerservicenummer: number,
    onderwijsnummer: number,
    geboortedatum: z.string().describe('yyyy-mm-dd; month and day may be 00'),
    geslacht: z.string(),
    achternaam: z.string().optional(),
    voorvoegsel: z.string().optional(),
    voornamen: z.string().optional(),
    vervolgonderwijs: z.boolean().optional().describe('Follows it: cleaning spares the pupil (PvE 3.8)'),
    adressen: z
      .array(z.strictObject({ brinnummer, since: date, postcode: z.string().optional(), land: z.string().optional() }))
      .default([])
      .describe('Postcode or land volgens instelling that a school delivered, from a day on'),
    inschrijvingen: z
      .array(
        z.strictObject({
          brinnummer,
          aanleverpunt,
          berichtidentificatie: z.string().describe('Of the melding that brought it: not used before at this BRIN'),
          deliveredOn: date,
          kind: z.enum(inschrijvingKeys),
          content: z.looseObject({ datumInschrijving: z.string() }).describe('As GET /register/{brinnummer} shows it'),
          verplichteEindtoets: z.array(z.looseObject({})).optional().describe('Delivered with it'),
          adviesDeliveredOn: date.optional().describe('When the advies was delivered first; default deliveredOn'),
          deleted: z.boolean().optional().describe('It was deleted afterwards'),
        }),
      )
      .default([]),
  })
  .refine(
    ({ burgerservicenummer, onderwijsnummer }) => burgerservicenummer ?? onderwijsnummer,
    'a burgerservicenummer or an onderwijsnummer',
  );

export const registerIn = z.strictObject({ persons: z.array(knownPerson) });

export const brpParams = z.strictObject({ bsn: pgn });

/** Some gegevens of a person of the BRP; null takes one away. */
export const brpChanges = z.strictObject(
  Object.fromEntries(Object.entries(brpPerson.shape).map(([key, schema]) => [key, schema.nullable().optional()])),
);

export const rehangIn = z.strictObject({
  from: pgn.describe('Burgerservicenummer or onderwijsnummer that BRON knows'),
  to: pgn.describe('The one that the pupil has from now on, which BRON knows too'),
});

export const toldOut = z.object({
  told: z
    .array(z.object({ brinnummer, aanleverpunt }))
    .describe('For whom a bericht is ready in the terugkoppelvoorraad'),
});

export const cleaningIn = z.strictObject({
  years: z
    .number()
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('What is older goes; left out: the bewaartermijn of the start'),
});

export const cleaningOut = z.object({
  messages: count,
  terugkoppelingen: count,
  persons: count,
  inschrijvingen: count,
});

export const registersIn = z.strictObject({
  brin: brinFile.optional().describe('As the file of --brin'),
  brp: brpFile.optional().describe('As the file of --brp'),
  postcodes: z.array(postcode).nullable().optional().describe('null: only the form of a postcode is judged'),
  elementcodes: elementcodesFile.shape.elementcodes
    .nullable()
    .optional()
    .describe('As in the file of --elementcodes; null: only the form is judged'),
});

export const registersOut = registersIn.required();

/** A person whom BRON is to know, with what schools delivered of him before. */
export type KnownPerson = z.output<typeof knownPerson>;
/** The same as it is asked for. */
export type KnownPersonIn = z.input<typeof knownPerson>;

export const registerParams = z.strictObject({ brinnummer });

export const registerOut = z.object({
  inschrijvingen: z.array(
    z.object({
      burgerservicenummer: z.string().nullable(),
      onderwijsnummer: z.string().nullable(),
      geboortedatum: z.string(),
      geslacht: z.string(),
      brinnummer,
      aanleverpunt: z.string(),
      datumInschrijving: z.string(),
      kind: z.string(),
      version: count,
      berichtidentificatie: z.string().describe('Of the last approved message'),
      content: z.unknown().describe('The inschrijving as registered'),
    }),
  ),
});

export type RegisterStand = z.infer<typeof registerOut>['inschrijvingen'];
