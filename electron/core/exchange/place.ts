import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Place } from '../../../shared/pve/controles/types.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';

type Groups = Record<string, Voorkomen[] | undefined>;

const valueIn = (list: readonly Voorkomen[] | undefined, index: number, element: string | undefined) => {
  const value = element ? list?.[index]?.[element] : undefined;
  return typeof value === 'string' ? value : undefined;
};

const asGroups = (value: object): Groups => value as Groups;

/** The delivered value at a place of a melding. */
export function lasValueAt(content: MeldingContent, place: Place): string | undefined {
  const { gegevensgroep, element, voorkomen = 0 } = place;
  const top = asGroups(content);
  if (top[gegevensgroep]) return valueIn(top[gegevensgroep], voorkomen, element);
  const inschrijving = content.inschrijvingWpo?.[0];
  return inschrijving ? valueIn(asGroups(inschrijving)[gegevensgroep], voorkomen, element) : undefined;
}

/** The person's present address by the BRP, which is what BRON compares a postcode with (PvE 4.2.7, 770). */
const brpPostcode = (stand: Message<10>) => {
  const adres = stand.persoon?.[0]?.adres?.at(-1);
  return adres?.postcodeBrp;
};

/** Codes that compare with the BRP instead of with what this school delivered. */
const POSTCODE_DIFFERS_FROM_BRP = '770';
const BSN_FOUND = '755';

/** What BRON has for the gegeven that a signaal concerns, read from bericht 10. */
export function bronValueAt(stand: Message<10>, code: string, place: Place): string | undefined {
  const { gegevensgroep, element, voorkomen = 0 } = place;
  const persoon = stand.persoon?.[0];
  if (code === POSTCODE_DIFFERS_FROM_BRP) return brpPostcode(stand);
  if (code === BSN_FOUND) return persoon?.burgerservicenummer;
  if (gegevensgroep.startsWith('persoon')) return valueIn(persoon ? [persoon] : [], 0, element);
  const inschrijving = stand.inschrijvingWpo?.[0];
  if (gegevensgroep === 'inschrijvingWpo') return valueIn(inschrijving ? [inschrijving] : [], 0, element);
  return inschrijving ? valueIn(asGroups(inschrijving)[gegevensgroep], voorkomen, element) : undefined;
}
