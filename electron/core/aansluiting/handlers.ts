import type { Path, PathTask } from '../../../shared/api/aansluiting.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { plan, type Plan } from '../../../shared/aansluiting/plan.ts';
import { partOf } from '../../../shared/aansluiting/steps.ts';
import { today } from '../../../shared/domain/clock.ts';
import { schooljaarOf, type SchoolCalendar } from '../../../shared/domain/schoolYear.ts';
import { editionOn } from '../../../shared/pve/controles/readings.ts';
import { noteChanges } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { countAantallen, noteAantallen } from './aantallen.ts';
import { readContact, saveContact } from './contact.ts';
import { checkPast, listDocuments, noteDocument, removeDocument } from './documents.ts';
import { readFacts } from './facts.ts';
import { exchangeProgress } from './progress.ts';
import { readVoortgang } from './voortgang.ts';

const listTasks = (db: Connection): PathTask[] =>
  db
    .prepare<[], PathTask>(
      `SELECT p.part, p.owner, p.due, u.name AS doneBy FROM aansluiting_part p LEFT JOIN user_account u ON u.id = p.done_by`,
    )
    .all()
    .map((row) => withoutNulls(row) as PathTask);

const listReported = (db: Connection): Path['reported'] =>
  db
    .prepare<[], Path['reported'][number]>(
      'SELECT id, reported_on AS reportedOn, leerlingen, ambulant FROM aansluiting_aantallen ORDER BY reported_on DESC, id DESC',
    )
    .all();

/** Whether of each school year that the werkweken touch, or of today before they begin, something was entered. */
function calendarEntered(calendar: SchoolCalendar, { weeks, day }: Plan): boolean {
  const days = weeks.length > 0 ? weeks.map(({ last }) => last) : [day];
  return days.every((date) => calendar.some(({ schooljaar }) => schooljaar === schooljaarOf(date)));
}

function readPath({ db, clock }: Administration, program: string): Path {
  const calendar = readSchoolYears(db);
  const day = today(clock);
  const facts = readFacts(db, clock);
  const made = plan(facts, calendar, day);
  const counted = countAantallen(db, day);
  const reported = listReported(db);
  const [last] = reported;
  return {
    plan: made,
    kind: facts.kind,
    documents: listDocuments(db),
    tasks: listTasks(db),
    calendarEntered: calendarEntered(calendar, made),
    counted,
    reported,
    aantallenDiffer:
      last !== undefined && (last.leerlingen !== counted.leerlingen || last.ambulant !== counted.ambulant),
    version: { program, edition: editionOn(made.start !== undefined && made.start > day ? made.start : day) },
    exchange: exchangeProgress(db, day),
  };
}

/** Ticks a part, or takes that back. @throws LasError aansluiting-not-yours, aansluiting-future */
function tick(administration: Administration, { part, on }: Parsed<'aansluiting.tick'>): void {
  const { db, clock, caller } = administration;
  if (!['person', 'either'].includes(partOf(part).part.ticks)) throw new LasError('aansluiting-not-yours', {}, 'part');
  if (on !== null) checkPast(administration, on, 'on');
  const old = db.prepare<[string], string | null>('SELECT done_on FROM aansluiting_part WHERE part = ?').pluck();
  const changes = [{ field: part, old: old.get(part) ?? null, new: on }];
  db.prepare(
    `INSERT INTO aansluiting_part (part, done_on, done_by, noted_on) VALUES (?, ?, ?, ?) ON CONFLICT (part)
     DO UPDATE SET done_on = excluded.done_on, done_by = excluded.done_by, noted_on = excluded.noted_on`,
  ).run(part, on, on === null ? null : caller.userId, today(clock));
  noteChanges(administration, { entity: 'aansluiting' }, changes);
}

function saveTask({ db, clock }: Administration, { part, owner, due }: Parsed<'aansluiting.saveTask'>): void {
  db.prepare(
    `INSERT INTO aansluiting_part (part, owner, due, noted_on) VALUES (?, ?, ?, ?) ON CONFLICT (part)
     DO UPDATE SET owner = excluded.owner, due = excluded.due, noted_on = excluded.noted_on`,
  ).run(part, owner || null, due || null, today(clock));
}

/** The operations on the path of the Stappenplan. @param program version of this program @param name what it is called */
export function aansluitingHandlers(
  administration: Administration,
  program: string,
  name: string,
): HandlersOf<'aansluiting'> {
  const { db, emit } = administration;
  const las = `${name} ${program}`;
  const change = <T>(work: () => T, ...more: ['settings'] | []): T => {
    const result = db.transaction(work).immediate();
    emit('data.changed', { topics: ['aansluiting', ...more] });
    return result;
  };
  return {
    'aansluiting.get': () => readPath(administration, program),
    'aansluiting.noteDocument': (noted) => ({ id: change(() => noteDocument(administration, noted)) }),
    'aansluiting.removeDocument': ({ id }) => {
      change(() => removeDocument(administration, id));
      return {};
    },
    'aansluiting.tick': (input) => {
      change(() => tick(administration, input));
      return {};
    },
    'aansluiting.saveTask': (input) => {
      change(() => saveTask(administration, input));
      return {};
    },
    'aansluiting.voortgang': () => {
      const kept = readVoortgang(db);
      return kept ? { kept } : {};
    },
    'aansluiting.contact': () => readContact(db, las),
    'aansluiting.saveContact': (contact) => {
      change(() => saveContact(administration, contact), 'settings');
      return {};
    },
    'aansluiting.reportAantallen': (input) => {
      change(() => noteAantallen(administration, input));
      return {};
    },
  };
}
