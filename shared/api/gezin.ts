import { z } from 'zod';
import { adresKeys, type AdresKey } from '../domain/ownGegevens.ts';
import { operation } from './operation.ts';
import { date, nothing, rowId, version } from './session.ts';

/** More than any gegeven may hold on the wire: wrong data must be storable. */
const text = z.string().max(300).optional();

/** An address, as texts by key. */
export const address = z.strictObject(
  Object.fromEntries(adresKeys.map((key) => [key, text])) as { [K in AdresKey]: typeof text },
);

/** A verzorger as kept here; an address only when it is not that of a pupil. */
export const verzorgerGegevens = z.strictObject({
  voorletters: text,
  roepnaam: text,
  voorvoegsel: text,
  achternaam: text,
  geslacht: text,
  /** Code of the BRP table of countries. */
  geboorteland: text,
  /** `1`, `2` or `3`: the categories of the gewichtenregeling. */
  opleiding: text,
  datumOuderverklaring: text,
  telefoon: text,
  telefoonMobile: text,
  telefoonWork: text,
  email: text,
  ...address.shape,
  note: z.string().max(2000).optional(),
});
export type VerzorgerGegevens = z.infer<typeof verzorgerGegevens>;

/** What a verzorger is to one pupil; booleans are `true`. */
export const verzorgerLink = z.strictObject({
  relatie: text,
  gezagsdrager: text,
  livesWithLeerling: text,
  noodcontact: text,
});
export type VerzorgerLink = z.infer<typeof verzorgerLink>;

const named = z.strictObject({ id: rowId, naam: z.string() });

const gezinVerzorger = z.strictObject({
  id: rowId,
  version,
  gegevens: verzorgerGegevens,
  link: z.strictObject({ id: rowId, version, gegevens: verzorgerLink }),
  /** Where he lives, on one line: his own address, or that of a pupil he lives with. */
  address: z.string(),
  /** The other pupils to whom this verzorger belongs. */
  alsoOf: z.array(named),
});
export type GezinVerzorger = z.infer<typeof gezinVerzorger>;

const sibling = z.strictObject({
  leerlingId: rowId,
  naam: z.string(),
  geboortedatum: z.string().optional(),
  groep: z.string().optional(),
  /** `maybe`: the program thinks so, and a person has to say. */
  state: z.enum(['sibling', 'maybe', 'not']),
  /** Why the program thinks so; nothing when only a person said so. */
  because: z.array(z.enum(['verzorger', 'address'])),
});
export type Sibling = z.infer<typeof sibling>;

const versioned = z.strictObject({ id: rowId, version });

const moving = named.extend({
  version,
  /** Now at the address that is left: proposed to move along. */
  together: z.boolean(),
});
const movingLeerling = moving.extend({
  /** Where the pupil lives now, on one line. */
  from: z.string(),
  /** Inschrijvingen of which a melding to BRON follows. */
  messages: z.number(),
});

export const gezinOperations = {
  'gezin.get': operation({
    summary: 'The verzorgers of a pupil in their order, and who are or may be brothers and sisters.',
    access: 'ownGroup',
    input: z.strictObject({ leerlingId: rowId }),
    output: z.strictObject({ verzorgers: z.array(gezinVerzorger), siblings: z.array(sibling) }),
  }),
  'gezin.search': operation({
    summary: 'Verzorgers that are there already, found by name, telephone or e-mail; not those of the pupil itself.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId, search: z.string().trim().min(2).max(100) }),
    output: z.strictObject({
      rows: z.array(named.extend({ contact: z.string(), address: z.string(), leerlingen: z.array(z.string()) })),
      /** More were found than these. */
      more: z.boolean(),
    }),
  }),
  'gezin.saveVerzorger': operation({
    summary: 'Makes a verzorger of a pupil, or saves one with what he is to this pupil.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId,
      verzorger: versioned.partial().extend({ gegevens: verzorgerGegevens }),
      link: versioned.partial().extend({ gegevens: verzorgerLink }),
    }),
    output: z.strictObject({ id: rowId }),
  }),
  'gezin.linkVerzorger': operation({
    summary: 'Gives a pupil a verzorger who is there already.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId, verzorgerId: rowId, gegevens: verzorgerLink }),
    output: nothing,
  }),
  'gezin.unlinkVerzorger': operation({
    summary: 'Takes a verzorger from a pupil; one who belongs to no pupil any more is deleted.',
    access: 'register',
    input: z.strictObject({ linkId: rowId, version }),
    output: z.strictObject({ deleted: z.boolean() }),
  }),
  'gezin.order': operation({
    summary: 'Puts the verzorgers of a pupil in this order: whom the school calls first.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId, linkIds: z.array(rowId).max(100) }),
    output: nothing,
  }),
  'gezin.decideSiblings': operation({
    summary: 'Says whether two pupils are brothers or sisters; the program does not ask again.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId, otherId: rowId, siblings: z.boolean() }),
    output: nothing,
  }),
  'gezin.previewMove': operation({
    summary: 'Who could move along with a pupil to a new address, and for whom a melding follows; writes nothing.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId,
      /** The address that is left; absent: where the pupil lives now. */
      from: address.optional(),
      address,
    }),
    output: z.strictObject({
      /** The address that is left, on one line. */
      left: z.string(),
      leerling: movingLeerling,
      leerlingen: z.array(movingLeerling),
      verzorgers: z.array(moving),
    }),
  }),
  'gezin.move': operation({
    summary: 'Gives a pupil, and the brothers, sisters and verzorgers named, a new address from a date: all or none.',
    access: 'register',
    input: z.strictObject({
      leerling: versioned,
      from: address.optional(),
      address,
      /** First day of the new address; absent: the former one was a mistake and is not kept. */
      begindatum: date.optional(),
      leerlingen: z.array(versioned).max(100),
      verzorgers: z.array(versioned).max(100),
    }),
    output: z.strictObject({ messages: z.number() }),
  }),
} as const;
