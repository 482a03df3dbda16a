import { nameKey, type PersonData } from '../registers/brp.ts';
import type { Register } from './database.ts';

/** A person as BRON knows him. One of the numbers is always filled. */
export interface PersonRow {
  id: number;
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  geboortedatum: string;
  geslacht: string;
  achternaam: string | null;
  voorvoegsel: string | null;
  voornamen: string | null;
}

export type NewPerson = Omit<PersonRow, 'id'>;

export interface InstellingAddress {
  postcode: string | null;
  land: string | null;
}

export interface Persons {
  byNumber(number: string, kind: 'burgerservicenummer' | 'onderwijsnummer'): PersonRow | undefined;
  /** The one person with an onderwijsnummer and these data. */
  byName(data: PersonData): PersonRow | undefined;
  add(person: NewPerson): PersonRow;
  /** Gives a person with an onderwijsnummer the BSN that was found; joins the two when BRON had both. */
  giveBsn(person: PersonRow, bsn: string): PersonRow;
  /** Postcode and land volgens instelling of the pupil at a school. */
  address(person: number, brinnummer: string): InstellingAddress | undefined;
  setAddress(person: number, brinnummer: string, address: InstellingAddress): void;
}

export function createPersons(register: Register): Persons {
  const select = {
    burgerservicenummer: register.prepare<[string], PersonRow>('SELECT * FROM persons WHERE burgerservicenummer = ?'),
    onderwijsnummer: register.prepare<[string], PersonRow>('SELECT * FROM persons WHERE onderwijsnummer = ?'),
  };
  const byDate = register.prepare<[string], PersonRow>(
    'SELECT * FROM persons WHERE geboortedatum = ? AND onderwijsnummer IS NOT NULL',
  );
  const insert = register.prepare<[NewPerson], PersonRow>(
    `INSERT INTO persons (burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, achternaam, voorvoegsel, voornamen)
     VALUES (@burgerservicenummer, @onderwijsnummer, @geboortedatum, @geslacht, @achternaam, @voorvoegsel, @voornamen)
     RETURNING *`,
  );
  const setBsn = register.prepare<[string, number], PersonRow>(
    'UPDATE persons SET burgerservicenummer = ? WHERE id = ? RETURNING *',
  );
  const move = register.prepare('UPDATE OR IGNORE inschrijvingen SET person = ? WHERE person = ?');
  const address = register.prepare<[number, string], InstellingAddress>(
    'SELECT postcode, land FROM addresses WHERE person = ? AND brinnummer = ?',
  );
  const setAddress = register.prepare(
    `INSERT INTO addresses (person, brinnummer, postcode, land) VALUES (?, ?, ?, ?)
     ON CONFLICT (person, brinnummer) DO UPDATE SET postcode = excluded.postcode, land = excluded.land`,
  );
  const inserted = (row: PersonRow | undefined): PersonRow => {
    if (!row) throw new Error('the person was not stored');
    return row;
  };
  return {
    byNumber: (number, kind) => select[kind].get(number),
    byName: (data) => {
      const key = nameKey(data);
      const hits = byDate
        .all(data.geboortedatum)
        .filter(
          (row) =>
            nameKey({ geslacht: row.geslacht, achternaam: row.achternaam ?? '', voornamen: row.voornamen ?? '' }) ===
            key,
        );
      return hits.length === 1 ? hits[0] : undefined;
    },
    add: (person) => inserted(insert.get(person)),
    giveBsn: (person, bsn) => {
      const other = select.burgerservicenummer.get(bsn);
      if (!other) return inserted(setBsn.get(bsn, person.id));
      if (other.id !== person.id) move.run(other.id, person.id);
      return other;
    },
    address: (person, brinnummer) => address.get(person, brinnummer),
    setAddress: (person, brinnummer, { postcode, land }) => {
      setAddress.run(person, brinnummer, postcode, land);
    },
  };
}
