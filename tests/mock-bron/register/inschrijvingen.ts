import type { InschrijvingKey } from '../../../shared/pve/berichten/kinds.ts';
import type { Register } from './database.ts';

/** An inschrijving as registered; `content` is JSON of the gegevensgroep `kind`. */
export interface InschrijvingRow {
  id: number;
  person: number;
  brinnummer: string;
  datum_inschrijving: string;
  aanleverpunt: string;
  leerlingnummer: string | null;
  kind: InschrijvingKey;
  content: string;
  version: number;
  /** Sequence number of the last approved message, also of a verwijdering. */
  message: number;
  advies_delivered_on: string | null;
  deleted: number;
}

/** What an approved melding brings. */
export type Registration = Omit<InschrijvingRow, 'id' | 'version' | 'deleted'>;

/** A row of the stand of a school, with the numbers of the pupil. */
export type StandRow = InschrijvingRow & {
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  geboortedatum: string;
  geslacht: string;
};

export interface Inschrijvingen {
  /** Every inschrijving of the pupil at the school, deleted ones too, by datum inschrijving. */
  ofPupil(person: number, brinnummer: string): InschrijvingRow[];
  /** Registers the content as the newest version. The key is pupil, school and datum inschrijving (PvE 5.6.3). */
  register(registration: Registration, at: string): InschrijvingRow;
  /** Deletes the inschrijving with this key, by a message; that it was there stays known (PvE 4.2.8.1, 400). */
  remove(key: Pick<InschrijvingRow, 'person' | 'brinnummer' | 'datum_inschrijving' | 'message'>): void;
  /** The registered inschrijvingen of the pupil at all schools, by school and datum inschrijving. */
  ofPerson(person: number): InschrijvingRow[];
  /** Pupils with registered inschrijvingen at more than one school. */
  atMoreSchools(): number[];
  /** The inschrijvingen of other pupils, at any school, that have this text in them. */
  ofOthersWith(person: number | undefined, text: string): InschrijvingRow[];
  /** The inschrijvingen of a school that are registered now. */
  ofSchool(brinnummer: string): InschrijvingRow[];
  /** The same with the numbers of the pupil. */
  stand(brinnummer: string): StandRow[];
}

export function createInschrijvingen(register: Register): Inschrijvingen {
  const ofPupil = register.prepare<[number, string], InschrijvingRow>(
    'SELECT * FROM inschrijvingen WHERE person = ? AND brinnummer = ? ORDER BY datum_inschrijving',
  );
  const ofSchool = register.prepare<[string], InschrijvingRow>(
    'SELECT * FROM inschrijvingen WHERE brinnummer = ? AND deleted = 0 ORDER BY id',
  );
  const ofOthersWith = register.prepare<[number, string], InschrijvingRow>(
    'SELECT * FROM inschrijvingen WHERE person <> ? AND deleted = 0 AND instr(content, ?) > 0',
  );
  const ofPerson = register.prepare<[number], InschrijvingRow>(
    'SELECT * FROM inschrijvingen WHERE person = ? AND deleted = 0 ORDER BY brinnummer, datum_inschrijving',
  );
  const atMoreSchools = register.prepare<[], { person: number }>(
    `SELECT person FROM inschrijvingen WHERE deleted = 0
     GROUP BY person HAVING count(DISTINCT brinnummer) > 1 ORDER BY person`,
  );
  const upsert = register.prepare<[Registration], InschrijvingRow>(
    `INSERT INTO inschrijvingen
       (person, brinnummer, datum_inschrijving, aanleverpunt, leerlingnummer, kind, content, version, message, advies_delivered_on)
     VALUES (@person, @brinnummer, @datum_inschrijving, @aanleverpunt, @leerlingnummer, @kind, @content, 1, @message,
       @advies_delivered_on)
     ON CONFLICT (person, brinnummer, datum_inschrijving) DO UPDATE SET aanleverpunt = excluded.aanleverpunt,
       leerlingnummer = excluded.leerlingnummer, kind = excluded.kind, content = excluded.content, version = version + 1,
       message = excluded.message, advies_delivered_on = excluded.advies_delivered_on, deleted = 0
     RETURNING *`,
  );
  const remove = register.prepare(
    `UPDATE inschrijvingen SET deleted = 1, message = @message
     WHERE person = @person AND brinnummer = @brinnummer AND datum_inschrijving = @datum_inschrijving`,
  );
  const addVersion = register.prepare(
    'INSERT INTO versions (inschrijving, version, content, message, registered_at) VALUES (?, ?, ?, ?, ?)',
  );
  const stand = register.prepare<[string], StandRow>(
    `SELECT inschrijvingen.*, burgerservicenummer, onderwijsnummer, geboortedatum, geslacht
     FROM inschrijvingen JOIN persons ON persons.id = person
     WHERE brinnummer = ? AND deleted = 0 ORDER BY inschrijvingen.id`,
  );
  return {
    ofPupil: (person, brinnummer) => ofPupil.all(person, brinnummer),
    ofOthersWith: (person = -1, text) => ofOthersWith.all(person, text),
    ofPerson: (person) => ofPerson.all(person),
    atMoreSchools: () => atMoreSchools.all().map(({ person }) => person),
    ofSchool: (brinnummer) => ofSchool.all(brinnummer),
    register: (registration, at) => {
      const row = upsert.get(registration);
      if (!row) throw new Error('the inschrijving was not stored');
      addVersion.run(row.id, row.version, row.content, row.message, at);
      return row;
    },
    remove: (key) => {
      remove.run(key);
    },
    stand: (brinnummer) => stand.all(brinnummer),
  };
}
