import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Registered } from '../exchange/stand.ts';

type Adres = NonNullable<Registered['adres']>[number];

/** The newest address of the BRP, when it is the one that the school delivered. */
function adresOf({ adres, postcode }: Registered): Adres {
  const since = ({ datumIngangAdresBrp }: Adres) => datumIngangAdresBrp ?? '';
  const newest = adres?.reduce((last, next) => (since(next) > since(last) ? next : last));
  if (newest === undefined || newest.postcodeBrp !== postcode) return {};
  const { postcodeBrp: _postcode, datumIngangAdresBrp: _since, ...rest } = newest;
  return rest;
}

/** The persoonsgegevens of a pupil who is only known at BRON: all that it tells and that is kept here (PvE 5.6.12). */
export function newPersoon(registered: Registered): Persoonsgegevens {
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } = registered;
  const { achternaam, voorvoegsel, voornamen, geboorteland, nationaliteitgegevens } = registered;
  const [nationaliteiten] = nationaliteitgegevens ?? [];
  const gegevens = {
    burgerservicenummer,
    onderwijsnummer,
    geboortedatum,
    geslacht,
    postcode,
    land,
    achternaam,
    voorvoegsel,
    voornamen,
    geboorteland,
    nationaliteit1: nationaliteiten?.nationaliteit1?.[0]?.nationaliteit,
    nationaliteit2: nationaliteiten?.nationaliteit2?.[0]?.nationaliteit,
    ...adresOf(registered),
  };
  return Object.fromEntries(Object.entries(gegevens).filter(([, value]) => value !== undefined));
}
