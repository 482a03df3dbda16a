import type { Persoonsgegevens } from '../../api/leerlingen.ts';
import { asKeptByBron } from '../../pve/berichten/characters.ts';
import type { Message } from '../../pve/berichten/messages.ts';
import { persoonTerugkoppeling, persoonZonderPgn } from '../../pve/gegevensset/person.ts';
import type { Adres } from '../adres.ts';
import { isDate } from '../dates.ts';
import { adresKeys } from '../ownGegevens.ts';

type Told15 = NonNullable<Message<15>['situatieNieuw']>[number];
/** What BRON tells of a person: with sleutelgegevens alone (bericht 8), or with what the BRP has (9, 15; PvE 5.6.9, 5.6.14). */
export type Told = Pick<Told15, 'burgerservicenummer' | 'onderwijsnummer' | 'geboortedatum' | 'geslacht'> &
  Partial<Told15>;

type Key = keyof Persoonsgegevens;

/** A gegeven that is not the same here and at BRON. */
export interface PersonChange {
  key: string;
  here?: string;
  bron?: string;
}

/** What BRON tells of a person beside what is kept here. */
export interface ToldPerson {
  /** What would be written here; a key without value is emptied. */
  taken: Partial<Record<Key, string | undefined>>;
  changes: PersonChange[];
  /** What is only to be known: death and departure have no gegeven here. */
  notes: PersonChange[];
  /** The present address at BRON when it is another one: it, and its first day `yyyy-mm-dd` when that is known wholly. */
  moved?: { adres: Adres; begindatum?: string };
  /** Whether a PGN that is kept here gives way to another. */
  numberDiffers: boolean;
}

/** The names, in the order in which a person reads them. */
const simpleKeys = ['geboortedatum', 'geslacht', 'achternaam', 'voorvoegsel', 'voornamen', 'geboorteland'] as const;

const lengths = new Map(
  [...persoonZonderPgn.elements, ...persoonTerugkoppeling.elements].map(({ key, length }) => [key as string, length]),
);

/** Whether it is what BRON keeps of what stands here: in simpler characters (PvE 5.2), cut off where the gegeven ends. */
function isSame(key: string, here: string, bron: string): boolean {
  const [ours, theirs] = [asKeptByBron(here), asKeptByBron(bron)];
  return here === bron || ours === theirs || (theirs.length === lengths.get(key) && ours.startsWith(theirs));
}

/** The voorkomen that began last; a date of which part is not known counts from its beginning. */
function newest<V>(list: readonly V[] | undefined, since: (item: V) => string | undefined): V | undefined {
  return list?.reduce<V | undefined>(
    (last, next) => (last === undefined || (since(next) ?? '') >= (since(last) ?? '') ? next : last),
    undefined,
  );
}

/** The present address at BRON as it is kept here; undefined when BRON tells none (geheim, or no address in the Netherlands). */
function adresTold({ adres }: Told): { adres: Adres; begindatum?: string } | undefined {
  const found = newest(adres, ({ datumIngangAdresBrp }) => datumIngangAdresBrp);
  if (!found) return undefined;
  const { postcodeBrp: postcode, datumIngangAdresBrp: begindatum, ...rest } = found;
  if (!postcode) return undefined;
  return { adres: { ...rest, postcode }, ...(begindatum && isDate(begindatum) ? { begindatum } : {}) };
}

/** The number that BRON knows the person by, and what it leaves here: a BSN takes the place of an onderwijsnummer (WPO art. 40b). */
function numberTold({ burgerservicenummer, onderwijsnummer }: Told): ToldPerson['taken'] {
  if (burgerservicenummer) return { burgerservicenummer, onderwijsnummer: undefined };
  return onderwijsnummer ? { onderwijsnummer } : {};
}

function nationalityTold({ nationaliteitgegevens }: Told): ToldPerson['taken'] {
  const found = newest(nationaliteitgegevens, ({ nationaliteit1 }) => nationaliteit1?.[0]?.begindatum);
  if (!found) return {};
  return {
    nationaliteit1: found.nationaliteit1?.[0]?.nationaliteit,
    nationaliteit2: found.nationaliteit2?.[0]?.nationaliteit,
  };
}

/** Death, and a departure from the Netherlands that is the last that the BRP knows of migration. */
function notesOf({ datumOverlijden, migratie }: Told): PersonChange[] {
  const last = newest(
    migratie,
    ({ datumVertrekUitNederland, datumVestigingInNederland }) => datumVertrekUitNederland ?? datumVestigingInNederland,
  );
  const told = { datumOverlijden, ...last };
  return Object.entries(told).flatMap(([key, bron]) => (bron ? [{ key, bron }] : []));
}

/**
 * What BRON tells of a person that is not kept here so (PvE 5.6.8, 5.6.9, 5.6.14). What it does not tell stays. `geheim`: BRON says that
 * the address is secret (956). The postcode and the land that the school delivered itself are no news.
 */
export function toldPerson(here: Persoonsgegevens, told: Told, { geheim = false } = {}): ToldPerson {
  const number = numberTold(told);
  const adres = geheim ? undefined : adresTold(told);
  const simple = Object.fromEntries(simpleKeys.flatMap((key) => (told[key] ? [[key, told[key]]] : [])));
  const wanted: ToldPerson['taken'] = {
    ...number,
    ...simple,
    // A name without voorvoegsel, where BRON tells the name.
    ...(told.achternaam ? { voorvoegsel: told.voorvoegsel } : {}),
    ...nationalityTold(told),
    ...(adres ? Object.fromEntries(adresKeys.map((key) => [key, adres.adres[key]])) : {}),
    ...(geheim ? { geheim: 'true' } : {}),
  };
  const changes = Object.entries(wanted).flatMap(([key, bron = '']) => {
    const ours = here[key as Key] ?? '';
    if (isSame(key, ours, bron)) return [];
    return [{ key, ...(ours ? { here: ours } : {}), ...(bron ? { bron } : {}) }];
  });
  const changed = new Set(changes.map(({ key }) => key));
  const pgnHere = here.burgerservicenummer ?? here.onderwijsnummer;
  const replaces = ['burgerservicenummer', 'onderwijsnummer'].some((key) => changed.has(key));
  return {
    taken: Object.fromEntries(changes.map(({ key, bron }) => [key, bron])),
    changes,
    notes: notesOf(told),
    ...(adres && adresKeys.some((key) => changed.has(key)) ? { moved: adres } : {}),
    numberDiffers: Boolean(pgnHere) && replaces,
  };
}
