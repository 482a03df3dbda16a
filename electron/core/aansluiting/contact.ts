import type { ContactForm } from '../../../shared/api/aansluiting.ts';
import { contactInput } from '../../../shared/api/aansluiting.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { freezeBefore } from '../../../shared/aansluiting/deadlines.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool, writeSchool } from '../school/settings.ts';

/** What is kept apart: gemachtigde and the contactpersoon of the own aanleverpunt stand with the school. */
type Kept = Omit<ContactForm, 'hoofdvestiging'> & {
  hoofdvestiging: Omit<ContactForm['hoofdvestiging'], 'gemachtigde'>;
};

interface Row {
  content: string;
  noted_on: string;
}

const readRow = (db: Connection): Row | undefined =>
  db.prepare<[], Row>('SELECT content, noted_on FROM aansluiting_contact WHERE id = 1').get();

/** The day on which the contactgegevens were last saved here; undefined: never. */
export const contactSavedOn = (db: Connection): string | undefined => readRow(db)?.noted_on;

const noPerson = { naam: '', telefoonnummer: '', email: '' };
const noAdres = { straatnaam: '', huisnummer: '', postcode: '', plaats: '' };

const formPerson = ({ naam, telefoon, email }: { naam: string; telefoon: string; email: string }) => ({
  naam,
  telefoonnummer: telefoon,
  email,
});
const schoolPerson = ({ naam, telefoonnummer, email }: { naam: string; telefoonnummer: string; email: string }) => ({
  naam,
  telefoon: telefoonnummer,
  email,
});

/** What can be said before anything was filled in: by what the administration knows of its school. @param las name and version */
function firstForm(db: Connection, las: string): Kept {
  const { brinnummer, naam, vestigingen, aanleverpunt } = readSchool(db);
  return {
    hoofdvestiging: { brinnummer, vestigingsvolgnummer: vestigingen[0]?.volgnummer ?? '00', naam, adres: noAdres },
    aanleverpunten: [{ aanleverpunt, las, adres: noAdres, contactpersoon: noPerson }],
    relatiebeheerder: noPerson,
  };
}

/**
 * The contactgegevens as far as they are filled in (Stappenplan steps 2 and 7). The first vestiging is proposed as hoofdvestiging.
 * @param las name and version of this program
 */
export function readContact(db: Connection, las: string): { contact: ContactForm; complete: boolean } {
  const row = readRow(db);
  const kept = row ? (JSON.parse(row.content) as Kept) : firstForm(db, las);
  const school = readSchool(db);
  const contact = {
    ...kept,
    hoofdvestiging: { ...kept.hoofdvestiging, gemachtigde: formPerson(school.gemachtigde) },
    aanleverpunten: kept.aanleverpunten.map((point) =>
      point.aanleverpunt === school.aanleverpunt
        ? { ...point, contactpersoon: formPerson(school.contactpersoon) }
        : point,
    ),
  };
  return { contact, complete: row !== undefined && contactInput.safeParse(contact).success };
}

/**
 * Refuses to change contactgegevens in the week before the start (Stappenplan step 7); no longer once the wachtwoordbrief is there.
 * @throws LasError aansluiting-frozen
 */
export function checkContactFree(db: Connection, clock: Clock): void {
  const start = db
    .prepare<[], string>(
      `SELECT start FROM aansluiting_document WHERE kind = 'vooraankondiging2' AND NOT EXISTS
         (SELECT 1 FROM aansluiting_document WHERE kind = 'wachtwoordbrief') ORDER BY received_on DESC, id DESC LIMIT 1`,
    )
    .pluck()
    .get();
  if (start === undefined) return;
  const { first, last } = freezeBefore(start);
  const day = today(clock);
  if (first <= day && day <= last)
    throw new LasError('aansluiting-frozen', { first: formatDutchDate(first), last: formatDutchDate(last) });
}

/** Saves the contactgegevens. Call it in a transaction. @throws LasError aansluiting-frozen */
export function saveContact(administration: Administration, contact: Parsed<'aansluiting.saveContact'>): void {
  const { db, clock } = administration;
  checkContactFree(db, clock);
  const { gemachtigde, ...hoofdvestiging } = contact.hoofdvestiging;
  const { kind: _, ...school } = readSchool(db);
  const own = contact.aanleverpunten.find(({ aanleverpunt }) => aanleverpunt === school.aanleverpunt);
  if (!own) throw new LasError('aansluiting-own-point', { aanleverpunt: school.aanleverpunt }, 'aanleverpunten');
  const day = today(clock);
  db.prepare(
    `INSERT INTO aansluiting_contact (id, content, noted_on) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, noted_on = excluded.noted_on`,
  ).run(JSON.stringify({ ...contact, hoofdvestiging } satisfies Kept), day);
  writeSchool(db, {
    ...school,
    gemachtigde: schoolPerson(gemachtigde),
    contactpersoon: schoolPerson(own.contactpersoon),
  });
  noteEvent(administration, { entity: 'aansluiting' }, 'contactgegevens', day);
}
