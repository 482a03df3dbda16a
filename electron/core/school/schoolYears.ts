import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Vakantieregio } from '../../../shared/domain/holidays.ts';
import { schooljaarBounds, type Holiday, type SchoolYearDays } from '../../../shared/domain/schoolYear.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { readSetting, writeSetting } from './settings.ts';

type StoredYear = SchoolYearDays & { version: number; holidays: Holiday[] };

interface Row {
  schooljaar: string;
  version: number;
  first_day: string | null;
  last_day: string | null;
}

/** The school years that were entered, the oldest first, each with its holidays by date. */
export function readSchoolYears(db: Connection): StoredYear[] {
  const holidays = db.prepare<[string], Holiday>(
    'SELECT naam, first_day AS first, last_day AS last FROM holiday WHERE schooljaar = ? ORDER BY first_day, id',
  );
  return db
    .prepare<[], Row>('SELECT * FROM school_year ORDER BY schooljaar')
    .all()
    .map(({ schooljaar, version, first_day: firstDay, last_day: lastDay }) => ({
      schooljaar,
      version,
      ...(firstDay ? { firstDay } : {}),
      ...(lastDay ? { lastDay } : {}),
      holidays: holidays.all(schooljaar),
    }));
}

/** Refuses a first or last day that lies outside the school year or the wrong way round. @throws LasError school-year-day */
function checkDays({ schooljaar, firstDay, lastDay }: SchoolYearDays): void {
  const { first, last } = schooljaarBounds(schooljaar);
  const outside = (day: string | undefined) => day !== undefined && (day < first || day > last);
  if (outside(firstDay)) throw new LasError('school-year-day', { schooljaar }, 'firstDay');
  if (outside(lastDay) || (firstDay && lastDay && lastDay < firstDay))
    throw new LasError('school-year-day', { schooljaar }, 'lastDay');
}

const shown = ({ firstDay, lastDay, holidays }: SchoolYearDays) => ({
  firstDay: firstDay ?? null,
  lastDay: lastDay ?? null,
  holidays: holidays.length > 0 ? JSON.stringify(holidays) : null,
});

function saveSchoolYear(administration: Administration, input: Parsed<'schoolYears.save'>): number {
  const { db, clock, caller } = administration;
  const { schooljaar, firstDay, lastDay, holidays, version } = input;
  checkDays(input);
  const before = readSchoolYears(db).find((year) => year.schooljaar === schooljaar);
  if (before?.version !== version) throw new LasError('changed-elsewhere');
  const next = (version ?? 0) + 1;
  db.prepare(
    `INSERT INTO school_year (schooljaar, version, first_day, last_day) VALUES (?, ?, ?, ?) ON CONFLICT (schooljaar)
     DO UPDATE SET version = excluded.version, first_day = excluded.first_day, last_day = excluded.last_day`,
  ).run(schooljaar, next, firstDay ?? null, lastDay ?? null);
  db.prepare('DELETE FROM holiday WHERE schooljaar = ?').run(schooljaar);
  const insert = db.prepare('INSERT INTO holiday (schooljaar, naam, first_day, last_day) VALUES (?, ?, ?, ?)');
  for (const { naam, first, last } of holidays) insert.run(schooljaar, naam, first, last);
  const [old, now] = [before && shown(before), shown(input)];
  appendChange(db, {
    at: clock.now().toISOString(),
    userId: caller.userId,
    entity: 'school_year',
    entityId: Number(schooljaar.slice(0, 4)),
    changes: (['firstDay', 'lastDay', 'holidays'] as const).map((field) => ({
      field,
      old: old?.[field] ?? null,
      new: now[field],
    })),
  });
  return next;
}

const VAKANTIEREGIO = 'vakantieregio';

/** The operations on school years and their holidays. */
export function schoolYearHandlers(administration: Administration): HandlersOf<'schoolYears'> {
  const { db, clock, caller, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['groepen'] });
  return {
    'schoolYears.list': () => {
      const vakantieregio = readSetting<Vakantieregio>(db, VAKANTIEREGIO);
      return { ...(vakantieregio ? { vakantieregio } : {}), years: readSchoolYears(db) };
    },
    'schoolYears.save': (input) => {
      const version = db.transaction(() => saveSchoolYear(administration, input)).immediate();
      changed();
      return { version };
    },
    'schoolYears.saveVakantieregio': ({ vakantieregio }) => {
      db.transaction(() => {
        const old = readSetting<Vakantieregio>(db, VAKANTIEREGIO) ?? null;
        writeSetting(db, VAKANTIEREGIO, vakantieregio);
        appendChange(db, {
          at: clock.now().toISOString(),
          userId: caller.userId,
          entity: 'setting',
          entityId: null,
          changes: [{ field: VAKANTIEREGIO, old, new: vakantieregio }],
        });
      }).immediate();
      changed();
      return {};
    },
  };
}
