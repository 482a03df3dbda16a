import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { PersonRow } from '../register/persons.ts';
import { onderwijsnummer, type Identification } from './identify.ts';
import type { ProcessorParts } from './parts.ts';

/** Has BRON know from now on who was identified, by the number that the identification led to. */
export function storePerson(
  { persoonMetPgn, persoonZonderPgn }: MeldingContent,
  { brp: citizen, known, bsnFound, unreliable }: Identification,
  { persons, meta }: Pick<ProcessorParts, 'persons' | 'meta'>,
): PersonRow {
  const newNumber = () => onderwijsnummer(meta.next('onderwijsnummer'));
  if (known && unreliable) return persons.loseBsn(known, known.onderwijsnummer ?? newNumber());
  if (known) return bsnFound && !known.burgerservicenummer ? persons.giveBsn(known, bsnFound) : known;
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
