import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { AcceptedMessage } from '../register/messages.ts';
import type { PersonRow } from '../register/persons.ts';
import { onderwijsnummer, type Identification } from './identify.ts';
import type { HandlerParts } from './parts.ts';

/**
 * Has BRON know from now on who was identified, by the number that the identification led to. The other schools of a pupil whose PGN
 * changes are told (bericht 15).
 */
export function storePerson(
  { brinnummer }: AcceptedMessage,
  { persoonMetPgn, persoonZonderPgn }: MeldingContent,
  { brp: citizen, known, bsnFound, unreliable }: Identification,
  { persons, meta, mutaties }: Pick<HandlerParts, 'persons' | 'meta' | 'mutaties'>,
): PersonRow {
  const newNumber = () => onderwijsnummer(meta.next('onderwijsnummer'));
  if (known) {
    const change = () => {
      if (unreliable) return persons.loseBsn(known, known.onderwijsnummer ?? newNumber());
      return bsnFound && !known.burgerservicenummer ? persons.giveBsn(known, bsnFound) : known;
    };
    return mutaties.changePgn(known, change, brinnummer).person;
  }
  const delivered = persoonMetPgn?.[0] ?? persoonZonderPgn?.[0] ?? {};
  const names = persoonZonderPgn?.[0];
  return persons.add({
    burgerservicenummer: citizen?.bsn ?? null,
    onderwijsnummer: citizen ? null : newNumber(),
    geboortedatum: citizen?.geboortedatum ?? delivered.geboortedatum ?? '',
    geslacht: citizen?.geslacht ?? delivered.geslacht ?? '',
    achternaam: citizen?.geslachtsnaam ?? names?.achternaam ?? null,
    voorvoegsel: citizen?.voorvoegsel ?? names?.voorvoegsel ?? null,
    voornamen: citizen?.voornamen ?? names?.voornamen ?? null,
  });
}
