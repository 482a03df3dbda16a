import { z } from 'zod';
import { faultKinds } from '../faults.ts';
import { pollingMeasures } from '../polling.ts';
import { aanleverpunt, brinnummer, count, nr, pgn, seconds } from './primitives.ts';

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
    '…-before: the message is not handled; …-after: it is, and then this happens. docs/mock-control.md has them all',
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

const edition = z.enum(['2014-12', '2015-11']);

export const editionsBoth = z.strictObject({
  every: edition.optional().describe('For every school; left out: by the day of delivery'),
  only: z
    .record(z.string().regex(/^\d{2}[A-Z]{2}([0-9A-Za-z]{2})?$/), edition)
    .optional()
    .describe('By BRIN (99ZZ), or BRIN and aanleverpunt (99ZZ01), which goes first'),
});

export const pollingIn = z.strictObject({
  pauseMinutes: z.number().int().min(0).max(100_000).optional().describe('After an empty bericht 7; left out: 30'),
  measure: z
    .enum(pollingMeasures)
    .optional()
    .describe('About a bericht 6 in the pause: empty (default); longer: the pause begins again; busy: HTTP 503'),
});

export const pollingOut = pollingIn.required();

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

const signaal = z
  .string()
  .regex(/^\d{3}$/)
  .describe('A code of PvE 7.1.16; npm run -s mock-bron -- --list-signalen has them');

export const scenarioIn = z.strictObject({
  signaal,
  omschrijving: z
    .string()
    .min(1)
    .max(250)
    .optional()
    .describe('Free text, as of 990 and 991; left out: our own sentence'),
  nr: nr.min(1).max(5).optional().describe('Only for this message; left out: for all'),
  brinnummer: brinnummer.optional().describe('Only for messages of this school'),
  aanleverpunt: aanleverpunt.optional().describe('Only for messages of this aanleverpunt'),
  pgn: pgn.optional().describe('Only for messages about this pupil'),
  times: z.number().int().min(1).default(1).describe('For so many messages'),
});

export const scenarioOut = scenarioIn.extend({
  id: count,
  ernst: z.enum(['A', 'S']).describe('A: the message is refused; S: the signaal goes with the positive terugkoppeling'),
});

export const scenariosOut = z.object({ scenarios: z.array(scenarioOut) });

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

export type MockState = z.infer<typeof stateOut>;
