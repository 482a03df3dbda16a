import type { KnownPerson } from '../control/registerSchemas.ts';
import type { Register } from './database.ts';
import type { Inschrijvingen } from './inschrijvingen.ts';
import type { Messages } from './messages.ts';
import type { PersonRow, Persons } from './persons.ts';

/** Where what BRON knows beforehand is kept. */
export interface KnowingParts {
  register: Register;
  persons: Persons;
  inschrijvingen: Inschrijvingen;
  messages: Messages;
}

/** Thrown for an inschrijving under a berichtidentificatie that the BRIN has used before. */
export class UsedBerichtidentificatie extends Error {
  override name = 'UsedBerichtidentificatie';
}

type KnownInschrijving = KnownPerson['inschrijvingen'][number];

/**
 * Has BRON know a person, with what schools delivered of him before: as if each inschrijving had come with a bericht 3 of its day
 * and was approved. A person whom it knows by one of the numbers stays as he is and gets the rest. @throws UsedBerichtidentificatie
 */
export function createKnowing({ register, persons, inschrijvingen, messages }: KnowingParts) {
  function storedPerson(person: KnownPerson): PersonRow {
    const { burgerservicenummer = null, onderwijsnummer = null, geboortedatum, geslacht } = person;
    const { achternaam = null, voorvoegsel = null, voornamen = null } = person;
    const known =
      (burgerservicenummer && persons.byNumber(burgerservicenummer, 'burgerservicenummer')) ||
      (onderwijsnummer && persons.byNumber(onderwijsnummer, 'onderwijsnummer'));
    return (
      known ||
      persons.add({
        burgerservicenummer,
        onderwijsnummer,
        geboortedatum,
        geslacht,
        achternaam,
        voorvoegsel,
        voornamen,
      })
    );
  }

  function storeInschrijving(person: PersonRow, known: KnownInschrijving): void {
    const { brinnummer, aanleverpunt, kind, content, deliveredOn } = known;
    if (messages.isUsed(brinnummer, known.berichtidentificatie)) {
      throw new UsedBerichtidentificatie(`${brinnummer} has used ${known.berichtidentificatie} before`);
    }
    const at = new Date(`${deliveredOn}T09:00:00Z`).toISOString();
    const document = JSON.stringify(content);
    const { verplichteEindtoets } = known;
    const melding = { [kind]: [content], ...(verplichteEindtoets ? { verplichteEindtoets } : {}) };
    const message = messages.know({
      brinnummer,
      aanleverpunt,
      nr: 3,
      berichtidentificatie: known.berichtidentificatie,
      content: JSON.stringify(melding),
      delivered_at: at,
      due_at: at,
    });
    const key = { person: person.id, brinnummer, datum_inschrijving: content.datumInschrijving, message };
    inschrijvingen.register(
      {
        ...key,
        aanleverpunt,
        leerlingnummer: null,
        kind,
        content: document,
        advies_delivered_on: 'adviesVo' in content ? (known.adviesDeliveredOn ?? deliveredOn) : null,
      },
      at,
    );
    if (known.deleted) inschrijvingen.remove(key);
  }

  return register.transaction((known: KnownPerson): void => {
    const person = storedPerson(known);
    if (known.vervolgonderwijs !== undefined) persons.setFollowsOn(person, known.vervolgonderwijs);
    for (const { brinnummer, since, postcode = null, land = null } of known.adressen) {
      persons.setAddress(person.id, brinnummer, { since, postcode, land });
    }
    for (const inschrijving of known.inschrijvingen) storeInschrijving(person, inschrijving);
  });
}
