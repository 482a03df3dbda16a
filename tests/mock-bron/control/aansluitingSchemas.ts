import { z } from 'zod';
import { vakantieregios } from '../../../shared/domain/holidays.ts';
import { guidanceSide } from '../../../shared/mijnBron/comparison.ts';
import { aansluitingStates, voortgang } from '../../../shared/mijnBron/progress.ts';
import { mijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import { aanleverpunt, brinnummer, pgn } from './primitives.ts';

const date = z.iso.date();

export const schoolParams = z.strictObject({ brinnummer });

export const planningIn = z.strictObject({
  brinnummer,
  plannedWeek: date.describe('A day of the week that vooraankondiging 1 names'),
  start: date
    .optional()
    .describe('At most two weeks from the planned week; left out: drawn, with --seed always the same'),
  vakantieregio: z.enum(vakantieregios).optional().describe('Whose school holidays count; default midden'),
  outdated: z
    .boolean()
    .optional()
    .describe('Vers aangesloten: the contactgegevens are those of PGNPO, and outdated (Stappenplan step 2)'),
  akkoordverklaring: date.optional().describe('The bevoegd gezag has signed it already'),
});

export const akkoordverklaringIn = z.strictObject({ signedOn: date });

export const closingIn = z.strictObject({
  on: date.describe('First day on which the school is no longer there'),
  into: brinnummer.optional().describe('The school that it merges into'),
});

export const aansluitingOut = z.object({
  brinnummer,
  plannedWeek: date,
  start: date,
  vakantieregio: z.enum(vakantieregios),
  freeze: z.object({ from: date, until: date }).describe('Days on which contactgegevens cannot be changed'),
  logIns: z.array(
    z.object({ gebruikersnaam: z.string(), wachtwoord: z.string(), aanleverpunt: aanleverpunt.nullable() }),
  ),
  endsOn: date.optional().describe('The werkdag after the ten werkweken'),
  overdue: z.boolean().describe('They are over, and the school neither agreed nor said that it is able to exchange'),
  ableToExchangeOn: date.optional(),
  closing: z.object({ on: date, into: brinnummer.optional() }).optional(),
  ending: z.enum(aansluitingStates).optional(),
  voortgang,
  calls: z
    .array(z.object({ aanleverpunt, since: date, telefoonnummer: z.string() }))
    .describe('Whom the Helpdesk BRON has to call: the certificate was not tested after two weeks'),
});

export const aansluitingenOut = z.object({ schools: z.array(brinnummer) });

export const postOut = z.object({
  post: z.array(mijnBronDocument.extend({ aanleverpunt: aanleverpunt.optional(), email: z.string().optional() })),
});

export const postFileParams = z.strictObject({
  brinnummer,
  id: z.string(),
  form: z.enum(['html', 'pdf', 'eml']),
});

export const postFileOut = z.object({
  fileName: z.string(),
  type: z.string().describe('Media type'),
  base64: z.string().describe('The content'),
});

export const answerIn = z.strictObject({ nummer: z.string(), antwoord: z.string().min(1).max(4000) });

export const delayBoth = z.strictObject({
  werkdagen: z.int().min(0).max(7).describe('Between an exchange and what Mijn BRON shows of it; 0: at once'),
});

export const cfiIn = z.strictObject({
  leerlingen: z
    .array(
      guidanceSide.extend({
        pgn: pgn.optional(),
        geboortedatum: z.string(),
        geslacht: z.string().optional(),
        achternaam: z.string().optional(),
        budgetSchool: brinnummer.optional().describe('The former school, when that has the budget of this school year'),
      }),
    )
    .describe('Found in BRON by pgn, else by cviNummer, else by geboortedatum, geslacht and achternaam'),
});
