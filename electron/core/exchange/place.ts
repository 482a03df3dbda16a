import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import {
  meldingInschrijving,
  meldingInschrijvingAntwoord,
  type Message,
} from '../../../shared/pve/berichten/messages.ts';
import { voorkomenAt } from '../../../shared/pve/berichten/place.ts';
import type { Place } from '../../../shared/pve/controles/types.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';

const textIn = (voorkomen: Voorkomen | undefined, element: string | undefined): string | undefined => {
  const value = element === undefined ? undefined : voorkomen?.[element];
  return typeof value === 'string' ? value : undefined;
};

/** The delivered value at a place of a melding. */
export const lasValueAt = (content: MeldingContent, place: Place): string | undefined =>
  textIn(voorkomenAt(meldingInschrijving, content as Voorkomen, place), place.element);

/** The person's present address by the BRP, which is what BRON compares a postcode with (PvE 4.2.7, 770). */
const brpPostcode = (stand: Message<10>) => stand.persoon?.[0]?.adres?.at(-1)?.postcodeBrp;

/** Codes that compare with the BRP instead of with what this school delivered. */
const POSTCODE_DIFFERS_FROM_BRP = '770';
const BSN_FOUND = '755';

/** What BRON has for the gegeven that a signaal concerns, read from bericht 10. */
export function bronValueAt(stand: Message<10>, code: string, place: Place): string | undefined {
  if (code === POSTCODE_DIFFERS_FROM_BRP) return brpPostcode(stand);
  if (code === BSN_FOUND) return stand.persoon?.[0]?.burgerservicenummer;
  // BRON gives back one kind of persoonsgegevens, whichever was delivered.
  const gegevensgroep = place.gegevensgroep.startsWith('persoon') ? 'persoon' : place.gegevensgroep;
  return textIn(voorkomenAt(meldingInschrijvingAntwoord, stand, { ...place, gegevensgroep }), place.element);
}
