import type { PersonRow, Persons } from '../register/persons.ts';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import type { SpontaneMutaties } from './spontaneMutatie.ts';

/** Thrown for a PGN that BRON does not know. */
export class UnknownPgn extends Error {
  override name = 'UnknownPgn';
  constructor(number: string) {
    super(`BRON knows nobody under ${number}: deliver a melding first, or use POST /register`);
  }
}

/** Hangs a pupil under another PGN ("omhangen", PvE 5.6.14) and tells the schools; gives whom it told. @throws UnknownPgn */
export function rehang(
  from: string,
  to: string,
  { persons, mutaties }: { persons: Persons; mutaties: SpontaneMutaties },
): Owner[] {
  const byPgn = (number: string): PersonRow => {
    const found = persons.byNumber(number, 'burgerservicenummer') ?? persons.byNumber(number, 'onderwijsnummer');
    if (!found) throw new UnknownPgn(number);
    return found;
  };
  const [person, other] = [byPgn(from), byPgn(to)];
  return mutaties.changePgn(person, () => persons.join(person, other)).told;
}
