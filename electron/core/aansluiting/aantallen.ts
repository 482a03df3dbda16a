import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { today } from '../../../shared/domain/clock.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import { START_PASSEND_ONDERWIJS } from '../../../shared/pve/controles/readings.ts';
import type { Aantallen } from '../../../shared/mijnBron/numbers.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { checkPast } from './documents.ts';

const enrolledSql = `i.datum_inschrijving <= :day AND coalesce(i.datum_uitschrijving, '9999') >= :day`;

/** Whether the last indication of an inschrijving WPO `i` has ambulante begeleiding that has begun. */
const guidedHereSql = `EXISTS (SELECT 1 FROM ambulante_begeleiding_wpo a WHERE a.begindatum <= :day AND a.lgf_indicatie_id =
  (SELECT l.id FROM lgf_indicatie_wpo l WHERE l.inschrijving_id = i.id AND l.begindatum <= :day ORDER BY l.begindatum DESC, l.id DESC LIMIT 1))`;

/** Whether an inschrijving WEC `i` is of a pupil who is taught at another school: ambulante begeleiding or an arrangement. */
const elsewhereSql = `(EXISTS (SELECT 1 FROM ambulante_begeleiding_wec a JOIN indicatiestelling_wec s ON s.id = a.indicatiestelling_id
    WHERE s.inschrijving_id = i.id) OR EXISTS (SELECT 1 FROM arrangement_wec r WHERE r.inschrijving_id = i.id))`;
const guidedElsewhereSql = `EXISTS (SELECT 1 FROM ambulante_begeleiding_wec a JOIN indicatiestelling_wec s ON s.id = a.indicatiestelling_id
    WHERE s.inschrijving_id = i.id AND a.begindatum <= :day)`;

/**
 * The aantallen of Stappenplan step 6 on a day `yyyy-mm-dd`, counted in pupils. WPO: all who are enrolled, and how many of them are
 * ambulant begeleid. WEC: who is taught here, and who is ambulant begeleid at another school. Ambulante begeleiding ended with passend
 * onderwijs.
 */
export function countAantallen(db: Connection, day: string): Aantallen {
  const { kind } = soortOf(readSchool(db).soort);
  const count = (condition: string) =>
    db
      .prepare<[{ day: string }], number>(
        `SELECT count(DISTINCT i.leerling_id) FROM inschrijving i WHERE ${enrolledSql} AND ${condition}`,
      )
      .pluck()
      .get({ day }) ?? 0;
  const ended = day >= START_PASSEND_ONDERWIJS;
  return kind === 'WPO'
    ? { leerlingen: count('true'), ambulant: ended ? 0 : count(guidedHereSql) }
    : { leerlingen: count(`NOT ${elsewhereSql}`), ambulant: ended ? 0 : count(guidedElsewhereSql) };
}

/** At a WPO school ambulant begeleide pupils are part of the total (Stappenplan step 6). @throws LasError aansluiting-ambulant */
export function checkAantallen(db: Connection, { leerlingen, ambulant }: Aantallen): void {
  if (soortOf(readSchool(db).soort).kind === 'WPO' && ambulant > leerlingen)
    throw new LasError('aansluiting-ambulant', { leerlingen, ambulant }, 'ambulant');
}

/** Notes aantallen as reported in Mijn BRON. Call it in a transaction. @throws LasError aansluiting-future, aansluiting-ambulant */
export function noteAantallen(administration: Administration, input: Parsed<'aansluiting.reportAantallen'>): void {
  const { db, clock, caller } = administration;
  const { reportedOn, leerlingen, ambulant } = input;
  checkPast(administration, reportedOn, 'reportedOn');
  checkAantallen(db, input);
  db.prepare(
    'INSERT INTO aansluiting_aantallen (reported_on, leerlingen, ambulant, noted_on, noted_by) VALUES (?, ?, ?, ?, ?)',
  ).run(reportedOn, leerlingen, ambulant, today(clock), caller.userId);
  noteEvent(administration, { entity: 'aansluiting' }, 'aantallen', `${leerlingen} en ${ambulant}`);
}
