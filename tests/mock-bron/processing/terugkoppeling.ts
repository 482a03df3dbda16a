import { reckonedDate } from '../../../shared/domain/dates.ts';
import type { PersoonTerugkoppeling } from '../../../shared/pve/berichten/content.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import type { PersonRow } from '../register/persons.ts';
import type { BrpPerson } from '../registers/brp.ts';

/** The signaal of a bericht for a finding. */
export const signaal = ({ code, omschrijving }: Pick<Finding, 'code' | 'omschrijving'>) => ({
  signaalcode: code,
  omschrijving: omschrijving.slice(0, 250),
});

/** The terugkoppeling carries signalen only when there are any. */
export const signalenOf = (findings: readonly Pick<Finding, 'code' | 'omschrijving'>[]) =>
  findings.length > 0 ? { signaal: findings.map(signaal) } : {};

const filled = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]: Exclude<T[K], undefined | null>;
  };

/** From the first to the last day of an inschrijving; running without the latter. */
export interface Duration {
  datumInschrijving?: string | undefined;
  datumUitschrijving?: string | undefined;
}

const dayOf = (date: string | undefined) => (date === undefined ? '' : reckonedDate(date));

/** The addresses that held on some day of an inschrijving (PvE 5.6.10); each holds until the next begins. */
function adressenDuring({ adressen = [] }: BrpPerson, { datumInschrijving = '', datumUitschrijving }: Duration) {
  return adressen.filter(({ datumIngang }, index) => {
    const next = adressen[index + 1];
    const begun = datumUitschrijving === undefined || dayOf(datumIngang) <= datumUitschrijving;
    return begun && (next === undefined || dayOf(next.datumIngang) > datumInschrijving);
  });
}

/** The nationaliteiten in groups of at most two (PvE 5.6.10). */
function inPairs(list: NonNullable<BrpPerson['nationaliteiten']>) {
  const groups = [];
  for (let index = 0; index < list.length; index += 2) {
    const [first, second] = list.slice(index, index + 2);
    groups.push({ nationaliteit1: first ? [first] : [], ...(second ? { nationaliteit2: [second] } : {}) });
  }
  return groups;
}

/** The groups and gegevens that come from the BRP. With an indicatie geheim the address stays out (PvE 4.2.7, 956). */
export function brpGegevens(person: BrpPerson, duration: Duration): PersoonTerugkoppeling {
  const adressen = (person.geheim ? [] : adressenDuring(person, duration)).map((adres) =>
    filled({
      straatnaam: adres.straatnaam,
      huisnummer: adres.huisnummer,
      huisnummerToevoeging: adres.huisnummerToevoeging,
      locatieOmschrijving: adres.locatieOmschrijving,
      huisnummerAanduiding: adres.huisnummerAanduiding,
      plaatsnaam: adres.plaatsnaam,
      postcodeBrp: adres.postcode,
      datumIngangAdresBrp: adres.datumIngang,
    }),
  );
  return filled({
    achternaam: person.geslachtsnaam,
    voorvoegsel: person.voorvoegsel,
    voornamen: person.voornamen,
    geboorteland: person.geboorteland,
    datumOverlijden: person.datumOverlijden,
    ouder1: person.geboortelandOuder1 ? [{ geboorteland: person.geboortelandOuder1 }] : undefined,
    ouder2: person.geboortelandOuder2 ? [{ geboorteland: person.geboortelandOuder2 }] : undefined,
    adres: adressen.length > 0 ? adressen : undefined,
    migratie: person.migratie?.map((entry) => filled(entry)),
    nationaliteitgegevens: person.nationaliteiten?.length ? inPairs(person.nationaliteiten) : undefined,
  });
}

/** The same as it is at present, without what was before. */
export const currentBrpGegevens = ({ adressen, migratie, ...person }: BrpPerson): PersoonTerugkoppeling =>
  brpGegevens({ ...person, adressen: adressen?.slice(-1), migratie: migratie?.slice(-1) }, {});

/** What the school delivered of the pupil and gets back. */
export interface DeliveredPerson {
  leerlingnummer?: string | undefined;
  postcode?: string | undefined;
  land?: string | undefined;
}

/** The sleutelgegevens that the school has to use from now on: those of the BRP, when it knows the person. */
export function sleutelgegevens(
  { burgerservicenummer, onderwijsnummer, ...person }: PersonRow,
  brp: BrpPerson | undefined,
) {
  return {
    ...(burgerservicenummer ? { burgerservicenummer } : onderwijsnummer ? { onderwijsnummer } : {}),
    geboortedatum: brp?.geboortedatum ?? person.geboortedatum,
    geslacht: brp?.geslacht ?? person.geslacht,
  };
}

/**
 * The persoon of bericht 8 (PvE 5.6.8): with a BRP relation the postcode by the BRP, unless it is geheim; otherwise what the school
 * delivered.
 */
export function identifiedPerson(
  person: PersonRow,
  brp: BrpPerson | undefined,
  { leerlingnummer, postcode, land }: DeliveredPerson,
) {
  const postcodeBrp = brp?.geheim ? undefined : brp?.adressen?.at(-1)?.postcode;
  return {
    ...sleutelgegevens(person, brp),
    ...filled(brp ? { leerlingnummer, postcodeBrp } : { leerlingnummer, postcode, land }),
  };
}

/**
 * The persoonsgegevens of bericht 10 (PvE 5.6.10): the key data as registered (by the BRP, when it knows the person),
 * postcode or land volgens instelling, and what the BRP says, the addresses as far as they held during the inschrijving.
 */
export function persoonsgegevens(
  person: PersonRow,
  brp: BrpPerson | undefined,
  delivered: DeliveredPerson,
  duration: Duration,
): PersoonTerugkoppeling {
  return {
    ...filled({ leerlingnummer: delivered.leerlingnummer, postcode: delivered.postcode, land: delivered.land }),
    ...sleutelgegevens(person, brp),
    ...(brp ? brpGegevens(brp, duration) : {}),
  };
}
