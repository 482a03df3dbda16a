import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn, isInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Place } from '../../../shared/pve/controles/types.ts';
import { groupsBelow, type Occurrence, type Present } from '../../../shared/pve/gegevensset/occurrences.ts';
import type { Gegevensgroep, Voorkomen } from '../../../shared/pve/gegevensset/types.ts';

const textIn = (voorkomen: Voorkomen | undefined, element: string | undefined) => {
  const value = element === undefined ? undefined : voorkomen?.[element];
  return typeof value === 'string' ? value : undefined;
};

/** An inschrijving with the gegevensgroep that it is one of. */
interface Inschrijving {
  group: Gegevensgroep;
  inschrijving: Voorkomen;
}

const presentIn = ({ group, inschrijving }: Inschrijving, gegevensgroep: string) =>
  groupsBelow(group, inschrijving).find((present) => present.group.key === gegevensgroep);

const occurrenceAt = (of: Inschrijving, { gegevensgroep, parent, voorkomen = 0 }: Place) =>
  presentIn(of, gegevensgroep)?.list.find((at) => at.parent === parent && at.voorkomen === voorkomen);

/** The voorkomen of an inschrijving at a place; the inschrijving itself for its vaste gegevens. */
const voorkomenAt = (of: Inschrijving, place: Place): Voorkomen | undefined =>
  isInschrijving(place.gegevensgroep) ? of.inschrijving : occurrenceAt(of, place)?.item;

/** The dates by which a voorkomen is known: its own, and that of the voorkomen it stands in. */
const datesOf = ({ group, parent }: Present, { item, above }: Occurrence): string =>
  [textIn(item, group.period), textIn(above, parent?.period)].join();

/**
 * The voorkomens of `inschrijving` that have the dates of the one at a place of another of its kind: their own date, and that of the
 * voorkomen they stand in. They are those of the document itself: what is changed in them is changed in it.
 */
export function sameVoorkomens(inschrijving: Voorkomen, other: Inschrijving, place: Place): Voorkomen[] {
  const sought = occurrenceAt(other, place);
  const present = presentIn({ group: other.group, inschrijving }, place.gegevensgroep);
  if (!sought || !present) return [];
  return present.list.filter((at) => datesOf(present, at) === datesOf(present, sought)).map(({ item }) => item);
}

/** By what the voorkomen at a place of an inschrijving is known wherever it stands in its list: its dates, and which of those with the same dates. */
export function nameOfVoorkomen(of: Inschrijving, place: Place): string | undefined {
  const present = presentIn(of, place.gegevensgroep);
  const sought = place.voorkomen === undefined ? undefined : occurrenceAt(of, place);
  if (!present || !sought) return undefined;
  const which = sameVoorkomens(of.inschrijving, of, place).indexOf(sought.item);
  return `${datesOf(present, sought)},${which}`;
}

/** All voorkomens of a gegevensgroep below an inschrijving; undefined for another group. */
export const voorkomensOf = (of: Inschrijving, gegevensgroep: string): Voorkomen[] | undefined =>
  presentIn(of, gegevensgroep)?.list.map(({ item }) => item);

/** The delivered value at a place of a melding. */
export function lasValueAt(content: MeldingContent, place: Place): string | undefined {
  const [top] = (content as Record<string, Voorkomen[] | undefined>)[place.gegevensgroep] ?? [];
  const found = inschrijvingIn(content);
  return textIn(top ?? (found && voorkomenAt(found, place)), place.element);
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
  const found = inschrijvingIn(stand);
  return found && textIn(voorkomenAt(found, place), element);
}
