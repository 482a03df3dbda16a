import { z } from 'zod';
import { ownPersoon } from '../domain/ownGegevens.ts';
import { persoonMetPgn, persoonZonderPgn } from '../pve/gegevensset/person.ts';
import { contactGegevens } from './contact.ts';
import { elementsSchema } from './gegevensset.ts';
import { inschrijvingGegevens } from './inschrijving.ts';
import { operation } from './operation.ts';
import { date, instant, rowId, version } from './session.ts';
import { lastChange } from './undo.ts';

/**
 * Where a pupil stands with BRON, the worst of its inschrijvingen first.
 * `aan te leveren` is derived: what is here differs from what BRON last accepted. `te verwijderen`: a person asked for a verwijdering.
 */
export const bronState = z.enum([
  'afgekeurd',
  'geweigerd',
  'tegengehouden',
  'onzeker',
  'te verwijderen',
  'aan te leveren',
  'in behandeling',
  'geregistreerd met signaal',
  'geregistreerd',
  'geen inschrijving',
]);
export type BronState = z.infer<typeof bronState>;

/** Persoonsgegevens of a pupil as kept here: everything optional, as wrong data must be storable. */
export const persoonsgegevens = z.strictObject({
  ...elementsSchema(ownPersoon),
  ...elementsSchema(persoonZonderPgn),
  ...elementsSchema(persoonMetPgn),
  leerlingnummer: z.string().max(50).optional(),
  voorvoegsel: z.string().max(50).optional(),
});
export type Persoonsgegevens = z.infer<typeof persoonsgegevens>;

/** One finding of the voorcontrole. */
export const finding = z.strictObject({
  code: z.string(),
  ernst: z.enum(['A', 'S']),
  omschrijving: z.string(),
  section: z.string(),
  gegevensgroep: z.string(),
  element: z.string().optional(),
  /** Of a nested group: index of the voorkomen of the outer group it stands in. */
  parent: z.number().optional(),
  voorkomen: z.number().optional(),
});

/** What was decided before about a gegeven of an inschrijving, on what BRON said then. */
const earlierDecision = z.strictObject({
  code: z.string(),
  title: z.string(),
  note: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedAt: instant,
  lasValue: z.string().optional(),
  bronValue: z.string().optional(),
  reopenedBy: z.string().optional(),
  reopenedAt: instant.optional(),
});
export type EarlierDecision = z.infer<typeof earlierDecision>;

/** A signaal from BRON, with what it means and what to do. */
export const signaal = z.strictObject({
  id: rowId,
  code: z.string(),
  ernst: z.enum(['A', 'S']),
  /** BRON's own words. */
  omschrijving: z.string(),
  title: z.string(),
  meaning: z.string(),
  remedy: z.string(),
  leerlingId: rowId.optional(),
  inschrijvingId: rowId.optional(),
  gegevensgroep: z.string().optional(),
  element: z.string().optional(),
  /** Of a nested group: index of the voorkomen of the outer group it stands in. */
  parent: z.number().optional(),
  voorkomen: z.number().optional(),
  /** What was delivered here, and what BRON has registered, for the gegeven concerned. */
  lasValue: z.string().optional(),
  bronValue: z.string().optional(),
  /** The BRON value can be taken over. */
  canTakeOver: z.boolean(),
  /** `open`, `afgevinkt` by a person, or `vervallen` because BRON has answered a later melding. */
  state: z.enum(['open', 'afgevinkt', 'vervallen']),
  note: z.string().optional(),
  /** Name of the user who ticked it off. */
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  /** It came in as ticked off, because BRON said again what had been decided on before. */
  decidedBefore: z.boolean(),
  /** Who took the decision back, and when. */
  reopenedBy: z.string().optional(),
  reopenedAt: instant.optional(),
  /** Other decisions about the same gegeven, the newest first. */
  earlier: z.array(earlierDecision),
  receivedAt: instant,
});
export type Signaal = z.infer<typeof signaal>;

export const leerlingRow = z.strictObject({
  id: rowId,
  leerlingnummer: z.string().optional(),
  naam: z.string(),
  geboortedatum: z.string().optional(),
  /** The group of today, when there is one. */
  groep: z.string().optional(),
  uitgeschreven: z.boolean(),
  bronState,
  openSignalen: z.number(),
});
export type LeerlingRow = z.infer<typeof leerlingRow>;

const inschrijvingCard = z.strictObject({
  id: rowId,
  version,
  gegevens: inschrijvingGegevens,
  bronState,
  /** BRON knows this inschrijving, or may know it, so that its datum inschrijving is fixed here. */
  knownByBron: z.boolean(),
  /** Somebody had it removed at BRON, which has not done so yet: why, when, who, and to begin on which date it is then delivered anew. */
  removal: z
    .strictObject({ reason: z.string(), at: instant, by: z.string().optional(), newStart: date.optional() })
    .optional(),
  /** The stand last returned by BRON in bericht 10, as the content of a melding. */
  bronStand: z
    .strictObject({
      gegevens: z.record(z.string(), z.unknown()),
      persoon: z.record(z.string(), z.unknown()),
      registeredAt: instant,
    })
    .optional(),
  /** Differing since; absent when BRON has what is here. */
  toDeliverSince: instant.optional(),
  /** The last day by which it must be with BRON, `yyyy-mm-dd`. */
  deliverBy: date.optional(),
  findings: z.array(finding),
  signalen: z.array(signaal),
});
export type InschrijvingCard = z.infer<typeof inschrijvingCard>;

export const leerlingCard = z.strictObject({
  id: rowId,
  version,
  persoon: persoonsgegevens,
  contact: contactGegevens,
  /** The address is secret and was left out for this caller. */
  adresHidden: z.boolean(),
  lastChange: lastChange.optional(),
  bronState,
  inschrijvingen: z.array(inschrijvingCard),
});
export type LeerlingCard = z.infer<typeof leerlingCard>;

export const leerlingenOperations = {
  'leerlingen.list': operation({
    summary: 'A page of pupils by surname, found by name, leerlingnummer or BSN; diacritics do not matter.',
    access: 'ownGroup',
    input: z.strictObject({
      search: z.string().max(100).optional(),
      bronState: bronState.optional(),
      /** `actueel`: enrolled today or later; `uitgeschreven`; `alle`. */
      show: z.enum(['actueel', 'uitgeschreven', 'alle']).default('actueel'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(leerlingRow) }),
  }),
  'leerlingen.get': operation({
    summary: 'The card of one pupil: persoonsgegevens, inschrijvingen, the BRON stand and the signalen.',
    access: 'ownGroup',
    input: z.strictObject({ id: rowId }),
    output: leerlingCard,
  }),
  'leerlingen.save': operation({
    summary: 'Makes a pupil (without id) or saves its persoonsgegevens.',
    access: 'register',
    input: z.strictObject({ id: rowId.optional(), version: version.optional(), persoon: persoonsgegevens }),
    output: z.strictObject({ id: rowId, version }),
  }),
  'leerlingen.saveCard': operation({
    summary: 'Saves what was changed on the card of a pupil, all or nothing: one change, which can be undone as one.',
    access: 'register',
    input: z.strictObject({
      /** Absent: a new pupil, of which `leerling` must be given. */
      id: rowId.optional(),
      leerling: z
        .strictObject({
          version: version.optional(),
          persoon: persoonsgegevens,
          contact: contactGegevens.optional(),
          /** The pupil moved: the address in `persoon` holds from this day, the former one is kept. Absent: a correction. */
          movedOn: date.optional(),
        })
        .optional(),
      inschrijvingen: z
        .array(z.strictObject({ id: rowId.optional(), version: version.optional(), gegevens: inschrijvingGegevens }))
        .max(50),
    }),
    output: z.strictObject({
      id: rowId,
      version,
      /** In the order of the input. */
      inschrijvingen: z.array(z.strictObject({ id: rowId, version })),
    }),
  }),
  'leerlingen.saveInschrijving': operation({
    summary: 'Makes an inschrijving (without id) or saves it with all its groups.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId,
      id: rowId.optional(),
      version: version.optional(),
      gegevens: inschrijvingGegevens,
    }),
    output: z.strictObject({ id: rowId, version, findings: z.array(finding), deliverBy: date.optional() }),
  }),
  'leerlingen.check': operation({
    summary: 'Runs the voorcontrole on an inschrijving as it would be saved, without saving it.',
    access: 'read',
    input: z.strictObject({ persoon: persoonsgegevens, gegevens: inschrijvingGegevens }),
    output: z.strictObject({ findings: z.array(finding) }),
  }),
} as const;
