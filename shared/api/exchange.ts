import { z } from 'zod';
import { isDate } from '../domain/dates.ts';
import { lasFailure } from './errors.ts';
import { operation } from './operation.ts';
import { bronState, finding } from './leerlingen.ts';
import { date, instant, nothing, rowId, version } from './session.ts';

/** The life of a message here; `verwijderd`: of a verwijdering (bericht 4) that BRON has carried out. */
export const berichtState = z.enum([
  'opgesteld',
  'tegengehouden',
  'verzonden',
  'onzeker',
  'geweigerd',
  'in behandeling',
  'geregistreerd',
  'geregistreerd met signaal',
  'afgekeurd',
  'verwijderd',
  'vervallen',
]);
export type BerichtState = z.infer<typeof berichtState>;

export const berichtRow = z.strictObject({
  id: rowId,
  berichtidentificatie: z.string(),
  state: berichtState,
  leerlingId: rowId.optional(),
  leerlingNaam: z.string().optional(),
  inschrijvingId: rowId.optional(),
  createdAt: instant,
  sentAt: instant.optional(),
  attempts: z.number(),
  nextAttemptAt: instant.optional(),
  /** Why it is where it is, one Dutch sentence. */
  reason: z.string().optional(),
  findings: z.array(finding),
  /** It did not bring the gegevens to BRON, and a person may decide to offer it again in a new one. */
  offerable: z.boolean(),
  /** Registered with signalen, of which none is open any more. */
  settled: z.boolean(),
});
export type BerichtRow = z.infer<typeof berichtRow>;

/** How far a run of the exchange is. */
export const runProgress = z.strictObject({
  /** `automatisch`: a run of the schedule. */
  kind: z.enum([
    'versturen',
    'terugkoppelingen',
    'test certificaat',
    'registratieoverzicht',
    'identificatie',
    'automatisch',
  ]),
  done: z.number(),
  total: z.number(),
  /** One Dutch sentence: what is going on. */
  activity: z.string(),
});
export type RunProgress = z.infer<typeof runProgress>;

/** What came of a run. */
export const runResult = z.strictObject({
  kind: runProgress.shape.kind,
  /** When it ended; of one that was interrupted, when it began. */
  at: instant.optional(),
  stopped: z.boolean(),
  /** The program ended before the run did; the counts say how far it came. */
  interrupted: z.boolean(),
  sent: z.number(),
  tegengehouden: z.number(),
  /** Inschrijvingen of which nothing goes before BRON has settled something else of the pupil. */
  waiting: z.number(),
  geweigerd: z.number(),
  onzeker: z.number(),
  received: z.number(),
  geregistreerd: z.number(),
  metSignaal: z.number(),
  afgekeurd: z.number(),
  /** Inschrijvingen that BRON has removed, and that lie in the bin. */
  removed: z.number(),
  /** Inschrijvingen that BRON has removed, to get them under another datum inschrijving. */
  corrected: z.number(),
  /** What BRON proposes of pupils, and nobody has decided on yet. */
  proposals: z.number(),
  /** Registratieoverzichten that came in. */
  registratieoverzichten: z.number(),
  /** Verzoeken registratieoverzicht that BRON rejected (bericht 13). */
  verzoekenAfgekeurd: z.number(),
  /** Terugkoppelingen that belong to no message of this administration. */
  unmatched: z.number(),
  /** The moment from which BRON may be asked again; after an empty answer. */
  nextPollAt: instant.optional(),
  /** What went wrong, and what to do; each once, empty when all went well. */
  problems: z.array(lasFailure),
});
export type RunResult = z.infer<typeof runResult>;

/** The result of a run in which nothing has happened yet. */
export const emptyRunResult = (kind: RunResult['kind']): RunResult => ({
  kind,
  stopped: false,
  interrupted: false,
  sent: 0,
  tegengehouden: 0,
  waiting: 0,
  geweigerd: 0,
  onzeker: 0,
  received: 0,
  geregistreerd: 0,
  metSignaal: 0,
  afgekeurd: 0,
  removed: 0,
  corrected: 0,
  proposals: 0,
  registratieoverzichten: 0,
  verzoekenAfgekeurd: 0,
  unmatched: 0,
  problems: [],
});

/** How many meldingen are where they are for one reason. */
export const countedReason = z.strictObject({
  count: z.number(),
  /** One Dutch sentence. */
  text: z.string(),
  /** Absent when it is no cause of which it is known who can solve it. */
  failure: lasFailure.optional(),
});
export type CountedReason = z.infer<typeof countedReason>;

export const exchangeOverview = z.strictObject({
  environment: z.strictObject({ endpoint: z.string(), ca: z.boolean() }),
  certificateInstalled: z.boolean(),
  counts: z.record(bronState, z.number()),
  berichten: z.record(berichtState, z.number()),
  /** Sending stands still since a restore, until it is known what BRON has of these days. */
  hold: z
    .strictObject({
      restoredAt: instant,
      backupDay: date,
      daysToKnow: z.array(date),
      /** Once those days are known: of how many pupils what BRON had on their first day. */
      pupilsToKnow: z.number(),
      /** Verzoeken about these that BRON has not answered yet. */
      waiting: z.number(),
      /** What has yet to be asked: verzoeken. */
      unasked: z.number(),
    })
    .optional(),
  /** After a restore: of how many inschrijvingen a person must compare what BRON has. Until that is done, or a person sends, the program does not. */
  toCompare: z.number().optional(),
  /** Oldest change not yet with BRON, and by when it must be there. */
  oldestChangeSince: instant.optional(),
  deliverBy: date.optional(),
  /** Since when the oldest melding that BRON has waits for its terugkoppeling. */
  waitingSince: instant.optional(),
  /** The meldingen that BRON may have. */
  uncertain: z
    .strictObject({
      /** When the oldest was made, and how often the one that was tried most has been offered. */
      since: instant,
      attempts: z.number(),
      nextAttemptAt: instant.optional(),
      /** It goes on so long that somebody has to be asked. */
      stuck: z.boolean(),
      reasons: z.array(countedReason),
    })
    .optional(),
  /** Why BRON did not take meldingen. */
  refused: z.array(countedReason),
  /** Inschrijvingen that are registered with a signaal that somebody ticked off. */
  settled: z.number(),
  lastExchangeAt: instant.optional(),
  /** When the program exchanges by itself; absent when it does not. */
  nextTurnAt: instant.optional(),
  /** The last run failed by something that only a person can take away: until then nothing is tried without one. */
  paused: z.boolean(),
  /** The next moment at which BRON may be asked for terugkoppelingen; absent when it may now. */
  nextPollAt: instant.optional(),
  running: runProgress.optional(),
  lastResult: runResult.optional(),
});
export type ExchangeOverview = z.infer<typeof exchangeOverview>;

const reason = z.string().trim().min(1, 'een reden').max(500);

export const exchangeOperations = {
  'exchange.overview': operation({
    summary: 'What is where: counts per state, the run going on, and when BRON may be asked again.',
    access: 'read',
    input: nothing,
    output: exchangeOverview,
  }),
  'exchange.send': operation({
    summary: 'Delivers everything that BRON does not have yet; ends when all has been offered or the run is stopped.',
    access: 'exchange',
    input: nothing,
    output: runResult,
  }),
  'exchange.requestTerugkoppelingen': operation({
    summary: 'Asks BRON for terugkoppelingen until it has none left, and processes them.',
    access: 'exchange',
    input: nothing,
    output: runResult,
  }),
  'exchange.requestRegistratieoverzicht': operation({
    summary:
      'Asks BRON what it has registered on a day: of all pupils, of a vestiging or of these pupils. Without a day: today, or of all pupils the days that are missing after a restore.',
    access: 'exchange',
    input: z.strictObject({
      peildatum: z.string().refine(isDate, 'een bestaande datum').optional(),
      vestigingsvolgnummer: z
        .string()
        .regex(/^\d{2}$/, 'een vestiging')
        .optional(),
      leerlingIds: z.array(rowId).min(1).max(500).optional(),
    }),
    output: runResult,
  }),
  'exchange.identify': operation({
    summary:
      'Asks BRON for the number of pupils: of these, or of all whose number BRON has not confirmed; the answer is a proposal.',
    access: 'exchange',
    input: z.strictObject({ leerlingIds: z.array(rowId).min(1).max(500).optional() }),
    output: runResult,
  }),
  'exchange.aboutLeerling': operation({
    summary: 'Whether BRON has confirmed the number of a pupil, and what it was asked about the pupil last.',
    access: 'read',
    input: z.strictObject({ leerlingId: rowId }),
    output: z.strictObject({
      confirmed: z.boolean(),
      last: z
        .strictObject({ nr: z.literal([1, 2]), state: berichtState, at: instant, reason: z.string().optional() })
        .optional(),
    }),
  }),
  'exchange.registratieoverzichten': operation({
    summary:
      'The newest verzoeken registratieoverzicht and what came of them; of those that ask for a pupil, or of all.',
    access: 'read',
    input: z.strictObject({ leerlingId: rowId.optional() }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: rowId,
          peildatum: date,
          /** Of whom; neither: of all pupils. */
          vestigingsvolgnummer: z.string().optional(),
          leerlingen: z.number().optional(),
          /** The name, when it is of one pupil. */
          naam: z.string().optional(),
          state: berichtState,
          requestedAt: instant,
          reason: z.string().optional(),
          /** Inschrijvingen that match one here, that match none, and that BRON no longer has. */
          received: z
            .strictObject({ at: instant, matched: z.number(), unmatched: z.number(), missing: z.number() })
            .optional(),
        }),
      ),
    }),
  }),
  'exchange.unmatched': operation({
    summary: 'A page of what BRON has registered and matches no inschrijving here.',
    access: 'read',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      total: z.number(),
      rows: z.array(
        z.strictObject({
          id: rowId,
          naam: z.string(),
          geboortedatum: z.string().optional(),
          datumInschrijving: z.string(),
          datumUitschrijving: date.optional(),
          aanleverpunt: z.string().optional(),
        }),
      ),
    }),
  }),
  'exchange.testCertificate': operation({
    summary: 'Tests the certificate by one verzoek terugkoppeling; what it brings is processed like any other bundle.',
    access: 'exchange',
    input: nothing,
    output: runResult,
  }),
  'exchange.stop': operation({
    summary: 'Stops the run after the message under way; nothing is lost.',
    access: 'exchange',
    input: nothing,
    output: nothing,
  }),
  'exchange.berichten': operation({
    summary: 'A page of meldingen, newest first.',
    access: 'read',
    input: z.strictObject({
      state: berichtState.optional(),
      leerlingId: rowId.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(berichtRow) }),
  }),
  'exchange.sendAnyway': operation({
    summary: 'Lets a tegengehouden melding be sent all the same; who and why is logged.',
    access: 'authorise',
    input: z.strictObject({ berichtId: rowId, reason }),
    output: nothing,
  }),
  'exchange.remove': operation({
    summary:
      'Has BRON remove an inschrijving that was registered wrongly: the next run sends bericht 4, and once BRON confirms it goes to the bin; who and why is logged.',
    access: 'authorise',
    input: z.strictObject({ inschrijvingId: rowId, version, reason }),
    output: nothing,
  }),
  'exchange.withdrawRemoval': operation({
    summary: 'Takes back that BRON is to remove an inschrijving, as long as that has not left.',
    access: 'authorise',
    input: z.strictObject({ inschrijvingId: rowId }),
    output: nothing,
  }),
  'exchange.offerAgain': operation({
    summary:
      'Gives up a melding that BRON did not register, so that the next run offers it under a new berichtidentificatie; who and why is logged. One that BRON may have only after a registratieoverzicht has shown that it has not.',
    access: 'authorise',
    input: z.strictObject({ berichtId: rowId, reason }),
    output: nothing,
  }),
} as const;
