import { isDeepStrictEqual } from 'node:util';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { Register } from '../register/database.ts';
import type { School } from '../registers/brin.ts';
import type { Caller } from './mijnBron.ts';
import { MijnBronRefusal } from './refusals.ts';

type Person = Contactgegevens['hoofdvestiging']['gemachtigde'];

/** Who answers for the exchange when the file of schools says nothing of it: somebody made up. */
const madeUp = (school: School): Person => ({
  naam: `Directie ${school.naam}`,
  telefoonnummer: '0600000000',
  email: `directie@${school.brinnummer.toLowerCase()}.example`,
});

/** Who was there in the days of PGNPO. */
const former = (school: School): Person => ({
  naam: 'Vroegere medewerker',
  telefoonnummer: '0600000099',
  email: `vroeger@${school.brinnummer.toLowerCase()}.example`,
});

/**
 * The contactgegevens that the organisatie BRON begins with, made from the file of schools. Outdated ones are those of PGNPO, which can
 * be (C-21): another gemachtigde and contactpersoon, another house number, an unknown LAS.
 */
export function firstContact(school: School, aanleverpunten: readonly string[], outdated: boolean): Contactgegevens {
  const adres = {
    straatnaam: 'Schoolstraat',
    huisnummer: outdated ? '12' : '1',
    postcode: '9999XX',
    plaats: school.plaats,
  };
  const contactpersoon = outdated ? former(school) : (school.contactpersoon ?? madeUp(school));
  return {
    hoofdvestiging: {
      brinnummer: school.brinnummer,
      vestigingsvolgnummer: school.vestigingen[0]?.volgnummer ?? '00',
      naam: school.naam,
      adres,
      gemachtigde: outdated ? former(school) : madeUp(school),
    },
    aanleverpunten: aanleverpunten.map((aanleverpunt) => ({
      aanleverpunt,
      las: outdated ? 'Niet bekend' : 'Niet opgegeven',
      adres,
      contactpersoon,
    })),
  };
}

/** The contactgegevens of schools, as Mijn BRON keeps them (Stappenplan steps 2 and 7). */
export interface Contacts {
  /** Undefined when BRON has none. */
  get(brinnummer: string): Contactgegevens | undefined;
  set(contactgegevens: Contactgegevens): void;
}

export function createContacts(register: Register): Contacts {
  const select = register.prepare<[string], { content: string }>(
    'SELECT content FROM contactgegevens WHERE brinnummer = ?',
  );
  const upsert = register.prepare<[string, string]>(
    'INSERT INTO contactgegevens (brinnummer, content) VALUES (?, ?) ON CONFLICT (brinnummer) DO UPDATE SET content = excluded.content',
  );
  return {
    get: (brinnummer) => {
      const row = select.get(brinnummer);
      return row && (JSON.parse(row.content) as Contactgegevens);
    },
    set: (contactgegevens) => {
      upsert.run(contactgegevens.hoofdvestiging.brinnummer, JSON.stringify(contactgegevens));
    },
  };
}

const pointsOf = ({ aanleverpunten }: Contactgegevens) => aanleverpunten.map(({ aanleverpunt }) => aanleverpunt);

/**
 * What the contactgegevens become when a caller sends others: the gemachtigde may change everything, who is of one aanleverpunt that
 * aanleverpunt only. The akkoordverklaring comes by post. @throws MijnBronRefusal
 */
export function changedContact(
  now: Contactgegevens,
  next: Contactgegevens,
  caller: Caller,
  school: School,
): Contactgegevens {
  const { akkoordverklaring: _, ...sent } = next;
  const points = pointsOf(next);
  if (next.hoofdvestiging.brinnummer !== school.brinnummer) throw new MijnBronRefusal('other-school');
  if (!school.vestigingen.some(({ volgnummer }) => volgnummer === next.hoofdvestiging.vestigingsvolgnummer)) {
    throw new MijnBronRefusal('vestiging-unknown');
  }
  if (new Set(points).size < points.length) throw new MijnBronRefusal('aanleverpunt-twice');
  if (!pointsOf(now).every((point) => points.includes(point))) throw new MijnBronRefusal('contact-incomplete');
  const others = (contact: Contactgegevens) => [
    contact.hoofdvestiging,
    contact.aanleverpunten.filter(({ aanleverpunt }) => aanleverpunt !== caller.aanleverpunt),
  ];
  if (caller.aanleverpunt !== undefined && !isDeepStrictEqual(others(now), others(next))) {
    throw new MijnBronRefusal('other-aanleverpunt');
  }
  return sent;
}
