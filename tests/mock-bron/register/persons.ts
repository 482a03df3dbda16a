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
  /** Day of delivery. */
  since: string;
}

export interface Persons {
  /** @throws for an id that is not in the register */
  byId(id: number): PersonRow;
  byNumber(number: string, kind: 'burgerservicenummer' | 'onderwijsnummer'): PersonRow | undefined;
  /** The one person with an onderwijsnummer and these data. */
  byName(data: PersonData): PersonRow | undefined;
  /** Who is known by an onderwijsnummer only. */
  withoutBsn(): PersonRow[];
  add(person: NewPerson): PersonRow;
  /** Changes the geboortedatum and geslacht of a person. */
  change(person: PersonRow, key: Pick<PersonRow, 'geboortedatum' | 'geslacht'>): PersonRow;
  /** Gives a person with an onderwijsnummer the BSN that was found; joins the two when BRON had both. */
  giveBsn(person: PersonRow, bsn: string): PersonRow;
  /** Keeps whether a person follows vervolgonderwijs, so that cleaning spares him (PvE 3.8). */
  setFollowsOn(person: PersonRow, followsOn: boolean): void;
  /** Hangs everything of a person under another one, who stays. */
  join(person: PersonRow, other: PersonRow): PersonRow;
  /** Takes an unreliable BSN from a person, who is then known by this onderwijsnummer. */
  loseBsn(person: PersonRow, onderwijsnummer: string): PersonRow;
  /** Postcode and land volgens instelling of the pupil at a school, as delivered last. */
  address(person: number, brinnummer: string): InstellingAddress | undefined;
  /** The same on a date (PvE 5.6.12). Reading R29 (assumed): it holds from its day of delivery on, the first one before that too. */
  addressOn(person: number, brinnummer: string, date: string): InstellingAddress | undefined;
  setAddress(person: number, brinnummer: string, address: InstellingAddress): void;
}

export function createPersons(register: Register): Persons {
  const select = {
    burgerservicenummer: register.prepare<[string], PersonRow>('SELECT * FROM persons WHERE burgerservicenummer = ?'),
    onderwijsnummer: register.prepare<[string], PersonRow>('SELECT * FROM persons WHERE onderwijsnummer = ?'),
  };
  const byId = register.prepare<[number], PersonRow>('SELECT * FROM persons WHERE id = ?');
  const byDate = register.prepare<[string], PersonRow>(
    'SELECT * FROM persons WHERE geboortedatum = ? AND onderwijsnummer IS NOT NULL',
  );
  const withoutBsn = register.prepare<[], PersonRow>(
    'SELECT * FROM persons WHERE burgerservicenummer IS NULL ORDER BY id',
  );
  const insert = register.prepare<[NewPerson], PersonRow>(
    `INSERT INTO persons (burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, achternaam, voorvoegsel, voornamen)
     VALUES (@burgerservicenummer, @onderwijsnummer, @geboortedatum, @geslacht, @achternaam, @voorvoegsel, @voornamen)
     RETURNING *`,
  );
  const setKey = register.prepare<[string, string, number], PersonRow>(
    'UPDATE persons SET geboortedatum = ?, geslacht = ? WHERE id = ? RETURNING *',
  );
  const setBsn = register.prepare<[string, number], PersonRow>(
    'UPDATE persons SET burgerservicenummer = ? WHERE id = ? RETURNING *',
  );
  const setOnderwijsnummer = register.prepare<[string, number], PersonRow>(
    'UPDATE persons SET burgerservicenummer = NULL, onderwijsnummer = ? WHERE id = ? RETURNING *',
  );
  const setFollowsOn = register.prepare<[number, number]>('UPDATE persons SET follows_on = ? WHERE id = ?');
  const move = ['inschrijvingen', 'addresses'].map((table) =>
    register.prepare(`UPDATE OR IGNORE ${table} SET person = ? WHERE person = ?`),
  );
  const addresses = register.prepare<[number, string], InstellingAddress>(
    'SELECT postcode, land, since FROM addresses WHERE person = ? AND brinnummer = ? ORDER BY since',
  );
  const setAddress = register.prepare(
    `INSERT INTO addresses (person, brinnummer, since, postcode, land) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person, brinnummer, since) DO UPDATE SET postcode = excluded.postcode, land = excluded.land`,
  );
  const join = (person: PersonRow, other: PersonRow): PersonRow => {
    if (other.id !== person.id) for (const statement of move) statement.run(other.id, person.id);
    return other;
  };
  const inserted = (row: PersonRow | undefined): PersonRow => {
    if (!row) throw new Error('the person was not stored');
    return row;
  };
  return {
    byId: (id) => inserted(byId.get(id)),
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
    withoutBsn: () => withoutBsn.all(),
    add: (person) => inserted(insert.get(person)),
    change: ({ id }, { geboortedatum, geslacht }) => inserted(setKey.get(geboortedatum, geslacht, id)),
    giveBsn: (person, bsn) => {
      const other = select.burgerservicenummer.get(bsn);
      return other ? join(person, other) : inserted(setBsn.get(bsn, person.id));
    },
    join,
    setFollowsOn: ({ id }, followsOn) => {
      setFollowsOn.run(followsOn ? 1 : 0, id);
    },
    loseBsn: (person, onderwijsnummer) => inserted(setOnderwijsnummer.get(onderwijsnummer, person.id)),
    address: (person, brinnummer) => addresses.all(person, brinnummer).at(-1),
    addressOn: (person, brinnummer, date) => {
      const history = addresses.all(person, brinnummer);
      return history.findLast(({ since }) => since <= date) ?? history[0];
    },
    setAddress: (person, brinnummer, { postcode, land, since }) => {
      setAddress.run(person, brinnummer, since, postcode, land);
    },
  };
}
