import type { Adres } from '../../shared/domain/adres.ts';
import { NEDERLAND } from '../../shared/pve/controles/readings.ts';
import { findWaarde } from '../../shared/pve/waardelijsten/waardelijsten.ts';

const joined = (parts: readonly (string | undefined)[], separator: string) => parts.filter(Boolean).join(separator);

/** An address on one line: "Dorpsstraat 12 A, 1234AB Den Haag", or the lines abroad with their land. */
export function adresLine(adres: Adres): string {
  const aanduiding = findWaarde('huisnummerAanduiding', adres.huisnummerAanduiding ?? '')?.label.toLowerCase();
  const street = joined([adres.straatnaam, aanduiding, adres.huisnummer, adres.huisnummerToevoeging], ' ');
  const town = joined([adres.postcode, adres.plaatsnaam], ' ');
  const land =
    adres.land && adres.land !== NEDERLAND ? (findWaarde('land', adres.land)?.label ?? adres.land) : undefined;
  const line = joined(
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
  return line || 'Onbekend adres in Nederland';
}
