import { z } from 'zod';
import { readRegister, refuseTwice } from './read.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'yyyy-mm-dd, month and day may be 00');
const code = z.string().regex(/^\d{4}$/);
const text = z.string().min(1);

/** A person of the BRP as a file has him. */
export const brpPerson = z.strictObject({
  bsn: z.string().regex(/^\d{9}$/),
  voornamen: text.optional(),
  voorvoegsel: text.optional(),
  geslachtsnaam: text,
  geboortedatum: date,
  geslacht: z.enum(['M', 'V', 'O']),
  geboorteland: code.optional(),
  datumOverlijden: date.optional(),
  /** The BRP no longer answers for this BSN (PvE 4.2.7, 756 and 757). */
  unreliable: z.boolean().optional(),
  /** Indicatie geheim: BRON gives no address back. */
  geheim: z.boolean().optional(),
  geboortelandOuder1: code.optional(),
  geboortelandOuder2: code.optional(),
  adressen: z
    .array(
      z.strictObject({
        straatnaam: text.optional(),
        huisnummer: text.optional(),
        huisnummerToevoeging: text.optional(),
        locatieOmschrijving: text.optional(),
        huisnummerAanduiding: z.enum(['TO', 'BY']).optional(),
        plaatsnaam: text.optional(),
        postcode: text.optional(),
        datumIngang: date.optional(),
      }),
    )
    .optional(),
  migratie: z
    .array(
      z.strictObject({
        datumVestigingInNederland: date.optional(),
        datumVertrekUitNederland: date.optional(),
        landWaarnaarVertrokken: code.optional(),
      }),
    )
    .optional(),
  nationaliteiten: z.array(z.strictObject({ nationaliteit: code, begindatum: date })).optional(),
});

/** The BRP as a file has it. */
export const brpFile = z
  .strictObject({ source: z.string(), persons: z.array(brpPerson) })
  .superRefine(({ persons }, context) => refuseTwice(persons, 'bsn', context, ['persons']));

export type BrpFile = z.infer<typeof brpFile>;

/** One person of the BRP. Dates are `yyyy-mm-dd`; a month and day may be 00. */
export type BrpPerson = z.infer<typeof brpPerson>;

export interface Brp {
  byBsn(bsn: string): BrpPerson | undefined;
  /**
   * The one person with these data; undefined when there is none, or more than one (assumed: then BRON does not choose). Of more than
   * one the one who lives at the address, when it is given.
   */
  byName(data: PersonData, address?: HomeAddress): BrpPerson | undefined;
  postcodes(): Set<string>;
  /** The same BRP with these persons in the place of who stood under their BSN. */
  edited(edits: ReadonlyMap<string, BrpPerson | undefined>): Brp;
  persons(): BrpPerson[];
}

export interface PersonData {
  geboortedatum: string;
  geslacht: string;
  achternaam: string;
  voornamen: string;
}

/** What tells two people of one name and birth date apart (assumed). */
export interface HomeAddress {
  postcode?: string | undefined;
  huisnummer?: string | undefined;
}

const livesAt = ({ adressen }: BrpPerson, { postcode, huisnummer }: HomeAddress) => {
  const present = adressen?.at(-1);
  return postcode !== undefined && present?.postcode === postcode && present.huisnummer === huisnummer;
};

/**
 * Whether a delivered birth date agrees with the registered one: what is registered must be equal, where it has 00 the
 * delivered date may be richer (PvE 4.2.7).
 */
export function birthDateAgrees(delivered: string, registered: string): boolean {
  const [d, r] = [delivered.split('-'), registered.split('-')];
  return d.length === 3 && r.every((part, index) => (index > 0 && part === '00') || part === d[index]);
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');

/** The comparison of names without a PGN (assumed): surname without marks and case, first letter of the first names. */
export const nameKey = ({ geslacht, achternaam, voornamen }: Omit<PersonData, 'geboortedatum'>): string =>
  `${geslacht}|${plain(achternaam)}|${plain(voornamen).slice(0, 1)}`;

/** What files of the BRP hold, in their order. @throws RegisterFileError */
export const readBrpFiles = (files: readonly string[]): BrpFile[] =>
  files.map((file) => readRegister('BRP', file, brpFile));

/** The BRP out of what files hold; a later one wins for the same BSN. */
export function readBrp(files: readonly BrpFile[]): Brp {
  return indexed(new Map(files.flatMap((file) => file.persons).map((entry) => [entry.bsn, entry])));
}

function indexed(persons: ReadonlyMap<string, BrpPerson>): Brp {
  const byName = new Map<string, BrpPerson[]>();
  for (const entry of [...persons.values()].filter((person) => !person.unreliable)) {
    const key = nameKey({ ...entry, achternaam: entry.geslachtsnaam, voornamen: entry.voornamen ?? '' });
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  return {
    byBsn: (bsn) => persons.get(bsn),
    byName: (data, address = {}) => {
      const named = byName.get(nameKey(data)) ?? [];
      const hits = named.filter(({ geboortedatum }) => birthDateAgrees(data.geboortedatum, geboortedatum));
      const found = hits.length > 1 ? hits.filter((hit) => livesAt(hit, address)) : hits;
      return found.length === 1 ? found[0] : undefined;
    },
    postcodes: () =>
      new Set(
        [...persons.values()].flatMap(({ adressen }) => adressen ?? []).flatMap(({ postcode }) => postcode ?? []),
      ),
    edited: (edits) => {
      const all = [...new Map<string, BrpPerson | undefined>([...persons, ...edits])];
      return indexed(new Map(all.flatMap(([bsn, entry]) => (entry ? [[bsn, entry]] : []))));
    },
    persons: () => [...persons.values()],
  };
}
