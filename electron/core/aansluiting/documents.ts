import type { PathDocument } from '../../../shared/api/aansluiting.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { plan, startFits } from '../../../shared/aansluiting/plan.ts';
import { VOORBEREIDING } from '../../../shared/aansluiting/steps.ts';
import { today } from '../../../shared/domain/clock.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { readFacts } from './facts.ts';

type Noted = Parsed<'aansluiting.noteDocument'>;

/** The documents that the school received, in the order in which they came. */
export const listDocuments = (db: Connection): PathDocument[] =>
  db
    .prepare<[], PathDocument>(
      `SELECT id, kind, received_on AS receivedOn, start, gebruikersnaam, ending FROM aansluiting_document
       ORDER BY received_on, id`,
    )
    .all()
    .map((row) => withoutNulls(row) as PathDocument);

/** The wachtwoordbrief comes after steps 1 to 7 (Stappenplan step 7). @throws LasError aansluiting-gate */
function checkGate({ db, clock }: Administration): void {
  const { prepared, steps } = plan(readFacts(db, clock), readSchoolYears(db), today(clock));
  if (prepared) return;
  const open = VOORBEREIDING.filter(({ number }) => steps[number - 1]?.state !== 'done').map(({ number }) => number);
  const word = open.length === 1 ? 'stap' : 'de stappen';
  throw new LasError('aansluiting-gate', { steps: `${word} ${open.join(', ')}` }, 'receivedOn');
}

/** The start lies at most two weeks from the planned week (Stappenplan step 1). @throws LasError aansluiting-start-far */
function checkStart(db: Connection, start: string): void {
  const planned = listDocuments(db).findLast(({ kind }) => kind === 'vooraankondiging1')?.start;
  if (planned === undefined || startFits(planned, start)) return;
  const days = { start: formatDutchDate(start), planned: formatDutchDate(planned) };
  throw new LasError('aansluiting-start-far', days, 'start');
}

/** What each kind of document says besides that it came; the rest is left out. @throws LasError what is lacking */
function contentOf(administration: Administration, { kind, start, gebruikersnaam, ending }: Noted) {
  const none = { start: null, gebruikersnaam: null, ending: null };
  switch (kind) {
    case 'vooraankondiging1':
    case 'vooraankondiging2':
      if (!start) throw new LasError('aansluiting-start-missing', {}, 'start');
      if (kind === 'vooraankondiging2') checkStart(administration.db, start);
      return { ...none, start };
    case 'wachtwoordbrief':
      checkGate(administration);
      if (!gebruikersnaam) throw new LasError('aansluiting-user-name-missing', {}, 'gebruikersnaam');
      return { ...none, gebruikersnaam };
    case 'afronding':
      if (!ending) throw new LasError('aansluiting-ending-missing', {}, 'ending');
      return { ...none, ending };
    default:
      return none;
  }
}

/** Refuses a day that has not come. @throws LasError aansluiting-future */
export function checkPast({ clock }: Pick<Administration, 'clock'>, day: string, field: string): void {
  if (day > today(clock)) throw new LasError('aansluiting-future', {}, field);
}

/** Notes a document as received; gives its number. Call it in a transaction. @throws LasError what is wrong with it */
export function noteDocument(administration: Administration, noted: Noted): number {
  const { db, clock, caller } = administration;
  checkPast(administration, noted.receivedOn, 'receivedOn');
  const { start, gebruikersnaam, ending } = contentOf(administration, noted);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO aansluiting_document (kind, received_on, start, gebruikersnaam, ending, noted_on, noted_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(noted.kind, noted.receivedOn, start, gebruikersnaam, ending, today(clock), caller.userId);
  noteEvent(administration, { entity: 'aansluiting' }, noted.kind, noted.receivedOn);
  return Number(lastInsertRowid);
}

/** Takes a document back. Call it in a transaction. @throws LasError changed-elsewhere */
export function removeDocument(administration: Administration, id: number): void {
  const removed = administration.db
    .prepare<[number], { kind: string; receivedOn: string }>(
      'DELETE FROM aansluiting_document WHERE id = ? RETURNING kind, received_on AS receivedOn',
    )
    .get(id);
  if (!removed) throw new LasError('changed-elsewhere');
  noteEvent(administration, { entity: 'aansluiting' }, `${removed.kind}TakenBack`, removed.receivedOn);
}
