import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Place } from '../../../shared/pve/controles/types.ts';
import { inschrijvingWpo } from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { groupsBelow, type Occurrence, type Present } from '../../../shared/pve/gegevensset/occurrences.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';

const textIn = (voorkomen: Voorkomen | undefined, element: string | undefined) => {
  const value = element === undefined ? undefined : voorkomen?.[element];
  return typeof value === 'string' ? value : undefined;
};

const presentIn = (inschrijving: Voorkomen, gegevensgroep: string) =>
  groupsBelow(inschrijvingWpo, inschrijving).find(({ group }) => group.key === gegevensgroep);

const occurrenceAt = (inschrijving: Voorkomen, { gegevensgroep, parent, voorkomen = 0 }: Place) =>
  presentIn(inschrijving, gegevensgroep)?.list.find((at) => at.parent === parent && at.voorkomen === voorkomen);

/** The voorkomen of an inschrijving at a place; the inschrijving itself for its vaste gegevens. */
const voorkomenAt = (inschrijving: Voorkomen, place: Place): Voorkomen | undefined =>
  place.gegevensgroep === inschrijvingWpo.key ? inschrijving : occurrenceAt(inschrijving, place)?.item;

/** The dates by which a voorkomen is known: its own, and that of the voorkomen it stands in. */
const datesOf = ({ group, parent }: Present, { item, above }: Occurrence): string =>
  [textIn(item, group.period), textIn(above, parent?.period)].join();

/**
 * The voorkomens of `inschrijving` that have the dates of the one at a place of another: their own date, and that of the voorkomen they
 * stand in. They are those of the document itself: what is changed in them is changed in it.
 */
export function sameVoorkomens(inschrijving: Voorkomen, other: Voorkomen, place: Place): Voorkomen[] {
  const sought = occurrenceAt(other, place);
  const present = presentIn(inschrijving, place.gegevensgroep);
  if (!sought || !present) return [];
  return present.list.filter((at) => datesOf(present, at) === datesOf(present, sought)).map(({ item }) => item);
}

/** By what the voorkomen at a place of an inschrijving is known wherever it stands in its list: its dates, and which of those with the same dates. */
export function nameOfVoorkomen(inschrijving: Voorkomen, place: Place): string | undefined {
  const present = presentIn(inschrijving, place.gegevensgroep);
  const sought = place.voorkomen === undefined ? undefined : occurrenceAt(inschrijving, place);
  if (!present || !sought) return undefined;
  const which = sameVoorkomens(inschrijving, inschrijving, place).indexOf(sought.item);
  return `${datesOf(present, sought)},${which}`;
}

/** All voorkomens of a gegevensgroep below an inschrijving; undefined for another group. */
export const voorkomensOf = (inschrijving: Voorkomen, gegevensgroep: string): Voorkomen[] | undefined =>
  presentIn(inschrijving, gegevensgroep)?.list.map(({ item }) => item);

/** The delivered value at a place of a melding. */
export function lasValueAt(content: MeldingContent, place: Place): string | undefined {
  const [top] = (content as Record<string, Voorkomen[] | undefined>)[place.gegevensgroep] ?? [];
  const inschrijving = content.inschrijvingWpo?.[0];
  return textIn(top ?? (inschrijving && voorkomenAt(inschrijving, place)), place.element);
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
  const { gegevensgroep, element } = place;
  const persoon = stand.persoon?.[0];
  if (code === POSTCODE_DIFFERS_FROM_BRP) return brpPostcode(stand);
  if (code === BSN_FOUND) return persoon?.burgerservicenummer;
  if (gegevensgroep.startsWith('persoon')) return textIn(persoon, element);
  const inschrijving = stand.inschrijvingWpo?.[0];
  return inschrijving && textIn(voorkomenAt(inschrijving, place), element);
}
