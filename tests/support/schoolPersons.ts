import { readFileSync } from 'node:fs';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';

interface BrpPerson {
  bsn?: string;
  geboortedatum: string;
  geslacht: string;
  adressen?: { postcode?: string }[];
}

/** As many different RvIG test persons of primary-school age in 2009, with a postcode of their own or one that exists. */
export function schoolPersons(count: number): (Persoonsgegevens & { burgerservicenummer: string })[] {
  const { persons } = JSON.parse(readFileSync('resources/bron-registers/rvig-testpersonen.json', 'utf8')) as {
    persons: BrpPerson[];
  };
  return persons
    .filter(
      ({ bsn, geboortedatum }) =>
        bsn && geboortedatum >= '1998-08-01' && geboortedatum <= '2005-07-31' && !geboortedatum.includes('-00'),
    )
    .slice(0, count)
    .map(({ bsn: burgerservicenummer = '', geboortedatum, geslacht, adressen }, index) => ({
      leerlingnummer: String(index),
      achternaam: 'Proef',
      burgerservicenummer,
      geboortedatum,
      geslacht,
      postcode: adressen?.[0]?.postcode ?? '2548AE',
    }));
}
