import type { PersoonTerugkoppeling } from '../../../shared/pve/berichten/content.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import type { PersonRow } from '../register/persons.ts';
import type { BrpPerson } from '../registers/brp.ts';

/** The signaal of a bericht for a finding. */
export const signaal = ({ code, omschrijving }: Pick<Finding, 'code' | 'omschrijving'>) => ({
  signaalcode: code,
  omschrijving: omschrijving.slice(0, 250),
});

const filled = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]: Exclude<T[K], undefined | null>;
  };

/** The groups and gegevens that come from the BRP. With an indicatie geheim the address stays out (PvE 4.2.7, 956). */
function fromBrp(person: BrpPerson): PersoonTerugkoppeling {
  const adressen = (person.geheim ? [] : (person.adressen ?? [])).map((adres) =>
    filled({
      straatnaam: adres.straatnaam,
      huisnummer: adres.huisnummer,
      huisnummerToevoeging: adres.huisnummerToevoeging,
      plaatsnaam: adres.plaatsnaam,
      postcodeBrp: adres.postcode,
      datumIngangAdresBrp: adres.datumIngang,
    }),
  );
  const nationaliteiten = (person.nationaliteiten ?? []).map(({ nationaliteit, begindatum }) => ({
    nationaliteit,
    begindatum,
  }));
  const [first, second] = nationaliteiten;
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
    nationaliteitgegevens: first
      ? [{ nationaliteit1: [first], ...(second ? { nationaliteit2: [second] } : {}) }]
      : undefined,
  });
}

/** What the school delivered of the pupil and gets back. */
export interface DeliveredPerson {
  leerlingnummer?: string | undefined;
  postcode?: string | undefined;
  land?: string | undefined;
}

/**
 * The persoonsgegevens of bericht 10 (PvE 5.6.10): the key data as registered (by the BRP, when it knows the person),
 * postcode or land volgens instelling, and what the BRP says.
 */
export function persoonsgegevens(
  person: PersonRow,
  brp: BrpPerson | undefined,
  delivered: DeliveredPerson,
): PersoonTerugkoppeling {
  const { burgerservicenummer, onderwijsnummer } = person;
  return {
    ...filled({ leerlingnummer: delivered.leerlingnummer, postcode: delivered.postcode, land: delivered.land }),
    ...(burgerservicenummer ? { burgerservicenummer } : onderwijsnummer ? { onderwijsnummer } : {}),
    geboortedatum: brp?.geboortedatum ?? person.geboortedatum,
    geslacht: brp?.geslacht ?? person.geslacht,
    ...(brp ? fromBrp(brp) : {}),
  };
}
