import { z } from 'zod';
import { inschrijvingKeys } from '../../../shared/pve/berichten/kinds.ts';
import { faultKinds } from '../faults.ts';
import { brinFile } from '../registers/brin.ts';
import { brpFile } from '../registers/brp.ts';
import { elementcodesFile } from '../registers/elementcodes.ts';

const brinnummer = z
  .string()
  .regex(/^\d{2}[A-Z]{2}$/)
  .describe('Four characters, for example 99ZZ');
const aanleverpunt = z
  .string()
  .regex(/^[0-9A-Za-z]{2}$/)
  .describe('Two characters, for example 00');
const nr = z.number().int().describe('Number of the message in PvE 5.5');
const seconds = z
  .number()
  .int()
  .min(0)
  .max(10 ** 9);
const count = z.number().int();

export const clockOut = z.object({
  instant: z.string().describe('ISO instant'),
  date: z.string().describe('Calendar date in the Netherlands'),
  time: z.string().describe('Time in the Netherlands'),
});

export const clockIn = z.union([
  z.strictObject({ set: z.string().describe('yyyy-mm-dd, yyyy-mm-ddThh:mm (Dutch time) or an ISO instant') }),
  z.strictObject({ advanceSeconds: seconds }),
]);

export const letterIn = z.strictObject({ brinnummer, aanleverpunt });

export const letterOut = z.object({
  brinnummer,
  aanleverpunt,
  gebruikersnaam: z.string(),
  wachtwoord: z.string(),
  datum: z.string(),
});

const faultKind = z
  .enum(faultKinds)
  .describe(
    '…-before: the message is not handled; …-after: it is, and then this happens. docs/mock-bron.md has them all',
  );

export const faultIn = z.strictObject({
  kind: faultKind,
  nr: nr.optional().describe('Only for this message (3, 5 or 6); left out: for all'),
  brinnummer: brinnummer.optional().describe('Only for messages of this school'),
  aanleverpunt: aanleverpunt.optional().describe('Only for messages of this aanleverpunt'),
  times: z.number().int().min(1).optional().describe('For so many messages; left out: until cleared'),
  chance: z.number().min(0).max(1).optional().describe('Hits a message with this chance; left out: always'),
  seed: z.string().min(1).max(200).optional().describe('Makes chance the same in every run; left out: one is chosen'),
  seconds: seconds.optional().describe('Of slow and http-503 (default 5), and of late'),
  items: z.number().int().min(1).optional().describe('Of bundle-…: at most so many terugkoppelingen in the bundle'),
});

const ranged = z.strictObject({ from: seconds, to: seconds }).refine(({ from, to }) => from <= to, 'from is above to');

/** How busy BRON is. */
export const loadBoth = z.strictObject({
  answerMs: ranged.optional().describe('Milliseconds of real time that an answer takes, drawn for each message'),
  atOnce: z.number().int().min(1).optional().describe('Messages handled at once; the others wait'),
  queue: z.number().int().min(0).optional().describe('Messages that may wait; the others get HTTP 503'),
  processingSeconds: ranged.optional().describe('By the clock of the mock, drawn for each message: out of order'),
});

export const revocationIn = z.strictObject({
  brinnummer,
  aanleverpunt,
  serial: z
    .string()
    .regex(/^[0-9A-Fa-f]+$/)
    .optional()
    .describe('Hexadecimal; left out: all of the aanleverpunt'),
});

export const revocationOut = z.object({ serials: z.array(z.string()) });

export const faultOut = z.object({
  id: z.number().int(),
  kind: z.enum(faultKinds),
  nr: nr.optional(),
  brinnummer: brinnummer.optional(),
  aanleverpunt: aanleverpunt.optional(),
  times: count.optional(),
  chance: z.number().optional(),
  seed: z.string(),
  seconds: count.optional(),
  items: count.optional(),
});

export const faultsOut = z.object({ faults: z.array(faultOut) });

export const stateOut = z.object({
  clock: clockOut,
  messages: z.object({ aangenomen: count, geregistreerd: count, answered: count, afgekeurd: count, failed: count }),
  persons: count,
  inschrijvingen: z.array(z.object({ brinnummer, count })),
  voorraad: z
    .array(z.object({ brinnummer, aanleverpunt, waiting: count, handedOut: count }))
    .describe('waiting: not handed out yet; handedOut: not confirmed yet'),
  polls: z.array(
    z.object({
      brinnummer,
      aanleverpunt,
      berichtidentificatie: z.string(),
      emptyAt: z.string().nullable(),
      polls: count,
      misuse: count,
    }),
  ),
  letters: z.array(
    z.object({
      brinnummer,
      aanleverpunt,
      gebruikersnaam: z.string(),
      writtenAt: z.string(),
      downloadedAt: z.string().nullable(),
      lapsed: z.boolean(),
    }),
  ),
  certificates: z.array(
    z.object({
      brinnummer,
      aanleverpunt,
      serial: z.string(),
      issuedAt: z.string(),
      notAfter: z.string(),
      revokedAt: z.string().nullable(),
    }),
  ),
  faults: z.array(faultOut),
});

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

export const registersIn = z.strictObject({
  brin: brinFile.optional().describe('As the file of --brin'),
  brp: brpFile.optional().describe('As the file of --brp'),
  postcodes: z.array(z.string()).nullable().optional().describe('null: only the form of a postcode is judged'),
  elementcodes: elementcodesFile.shape.elementcodes
    .nullable()
    .optional()
    .describe('As in the file of --elementcodes; null: only the form is judged'),
});

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

export const messagesQuery = z.strictObject({
  direction: z.enum(['in', 'out']).optional(),
  brinnummer: brinnummer.optional(),
  aanleverpunt: aanleverpunt.optional(),
  nr: z.coerce.number().int().optional(),
  berichtidentificatie: z.string().optional(),
  signaal: z.string().optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
});

export const messagesOut = z.object({
  messages: z.array(
    z.object({
      seq: count,
      at: z.string(),
      direction: z.enum(['in', 'out']),
      holder: z.string().optional(),
      brinnummer: z.string().optional(),
      aanleverpunt: z.string().optional(),
      nr: nr.optional(),
      berichtidentificatie: z.string().optional(),
      status: count.optional(),
      signaal: z.string().optional(),
      note: z.string().optional(),
      xml: z.string(),
    }),
  ),
});

export const problemOut = z.object({ error: z.string() });
export const nothing = z.object({});

export type RegisterStand = z.infer<typeof registerOut>['inschrijvingen'];
export type MockState = z.infer<typeof stateOut>;
