import { LasError } from '../../../shared/api/errors.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { checkEndpoint, readSchool, readSettings, writeSchool, writeSetting } from './settings.ts';

/** What identifies the school in messages that have been sent cannot change any more. */
function refuseOtherSchool({ db }: Administration, next: Settings['school']): void {
  const now = readSchool(db);
  const identity = ({ brinnummer, soort, aanleverpunt }: Settings['school']) =>
    [brinnummer, soort, aanleverpunt].join();
  if (identity(next) === identity(now)) return;
  const sent = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM bericht WHERE attempts > 0').get();
  if (sent && sent.n > 0) throw new LasError('school-fixed', {}, 'school.brinnummer');
}

/** The operations on the settings. */
export function settingsHandlers(administration: Administration): HandlersOf<'settings'> {
  const { db, emit } = administration;
  return {
    'settings.get': () => readSettings(db),
    'settings.save': (settings) => {
      checkEndpoint(readSchool(db).kind, settings.exchange.endpoint);
      refuseOtherSchool(administration, settings.school);
      db.transaction(() => {
        writeSchool(db, settings.school);
        writeSetting(db, 'exchange', settings.exchange);
        writeSetting(db, 'idleMinutes', settings.idleMinutes);
      }).immediate();
      emit('data.changed', { topics: ['settings', 'exchange', 'leerlingen'] });
      return readSettings(db);
    },
  };
}
