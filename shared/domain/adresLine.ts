import type { Adres } from './adres.ts';
import { NEDERLAND } from '../pve/controles/readings.ts';
import { findWaarde } from '../pve/waardelijsten/waardelijsten.ts';

const joined = (parts: readonly (string | undefined)[], separator: string) => parts.filter(Boolean).join(separator);

/** An address on one line: "Dorpsstraat 12 A, 1234AB Den Haag", or the lines abroad with their land; empty for an unknown one. */
export function adresLine(adres: Adres): string {
  const aanduiding = findWaarde('huisnummerAanduiding', adres.huisnummerAanduiding ?? '')?.label.toLowerCase();
  const street = joined([adres.straatnaam, aanduiding, adres.huisnummer, adres.huisnummerToevoeging], ' ');
  const town = joined([adres.postcode, adres.plaatsnaam], ' ');
  const land =
    adres.land && adres.land !== NEDERLAND ? (findWaarde('land', adres.land)?.label ?? adres.land) : undefined;
  return joined(
    [
      street,
      adres.locatieOmschrijving,
      town,
      adres.adresregelBuitenland1,
      adres.adresregelBuitenland2,
      adres.adresregelBuitenland3,
      land,
    ],
    ', ',
  );
}
