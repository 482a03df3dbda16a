import { LasError } from '../../../shared/api/errors.ts';
import type { Settings, SettingsInput } from '../../../shared/api/settings.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import { checkContactFree } from '../aansluiting/contact.ts';
import { certificatesOf } from '../certificate/pem.ts';
import { noteChanges } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import type { FieldChange } from '../database/changeLog.ts';
import { everLeftSql, lapseDraftSql } from '../exchange/known.ts';
import { refreshInschrijving } from '../exchange/state.ts';
import {
  checkEndpoint,
  readSchool,
  readSettings,
  writePorts,
  writeProxy,
  writeSchool,
  writeSetting,
} from './settings.ts';

const identity = ({ brinnummer, soort, aanleverpunt }: Settings['school']) => [brinnummer, soort, aanleverpunt].join();

/** Who is reached about the exchange, and where: contactgegevens of Mijn BRON too. */
const people = ({ contactpersoon, gemachtigde }: Settings['school']) => JSON.stringify([contactpersoon, gemachtigde]);

/**
 * Keeps what identifies the school in messages: once one has left it cannot change any more, and drafts that bear the old one must
 * not leave. Call it in the transaction that changes the school. @throws LasError school-fixed
 */
function changeIdentity({ db, clock }: Administration, next: Settings['school']): void {
  if (identity(next) === identity(readSchool(db))) return;
  const left = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM bericht WHERE ${everLeftSql}`).get();
  if (left && left.n > 0) throw new LasError('school-fixed', {}, 'school.brinnummer');
  const drafts = db
    .prepare<[], { inschrijving_id: number | null }>(
      `UPDATE bericht SET ${lapseDraftSql} WHERE state IN ('opgesteld', 'tegengehouden') RETURNING inschrijving_id`,
    )
    .all();
  for (const { inschrijving_id: id } of drafts) if (id !== null) refreshInschrijving(db, clock, id);
}

/**
 * A school has inschrijvingen of one kind only: with those of the other, also in the bin, it is not of this soort.
 * @throws LasError school-soort
 */
function checkSoort({ db }: Administration, { soort }: Settings['school']): void {
  const { kind } = soortOf(soort);
  const others = db
    .prepare<[string], { n: number }>('SELECT count(*) AS n FROM main.inschrijving WHERE kind <> ?')
    .get(kind);
  if (others && others.n > 0) {
    const other = kind === 'WPO' ? 'WEC' : 'WPO';
    throw new LasError('school-soort', { aantal: String(others.n), other, kind }, 'school.soort');
  }
}

/** Every value in an object by its path: `school.contactpersoon.naam`. */
const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => flatten(item, path === '' ? key : `${path}.${key}`))
    : [[path, String(value)]];

function settingChanges(before: Settings, after: Settings): FieldChange[] {
  const [old, next] = [new Map(flatten(before)), new Map(flatten(after))];
  const fields = [...new Set([...old.keys(), ...next.keys()])];
  return fields.map((field) => ({ field, old: old.get(field) || null, new: next.get(field) || null }));
}

/** Refuses what is no certificate in PEM: no connection would come about with it. @throws LasError authority-not-pem */
function checkAuthority(caPem: string): void {
  if (caPem.trim() !== '' && !certificatesOf(caPem)) throw new LasError('authority-not-pem', {}, 'exchange.caPem');
}

/** Refuses addresses that do not fit oefen or echt. @throws LasError production-refused, loopback-refused */
function checkAddresses(kind: 'oefen' | 'echt', { endpoint, site = '', ports }: SettingsInput['exchange']): void {
  checkEndpoint(kind, endpoint);
  checkEndpoint(kind, site, 'exchange.site');
  for (const [key, address] of Object.entries(ports ?? {})) checkEndpoint(kind, address, `exchange.ports.${key}`);
}

/** The operations on the settings. */
export function settingsHandlers(administration: Administration): HandlersOf<'settings'> {
  const { db, emit } = administration;
  return {
    'settings.get': () => readSettings(db),
    'settings.save': (settings) => {
      checkAddresses(readSchool(db).kind, settings.exchange);
      checkAuthority(settings.exchange.caPem);
      db.transaction(() => {
        const before = readSettings(db);
        if (people(before.school) !== people(settings.school)) checkContactFree(db, administration.clock);
        if (before.school.soort !== settings.school.soort) checkSoort(administration, settings.school);
        changeIdentity(administration, settings.school);
        writeSchool(db, settings.school);
        const { endpoint, site = before.exchange.site, caPem, proxy, ports } = settings.exchange;
        writeSetting(db, 'exchange', { endpoint, site, caPem });
        if (proxy) writeProxy(db, proxy);
        if (ports) writePorts(db, ports);
        writeSetting(db, 'idleMinutes', settings.idleMinutes);
        noteChanges(administration, { entity: 'setting' }, settingChanges(before, readSettings(db)));
      }).immediate();
      emit('data.changed', { topics: ['settings', 'exchange', 'leerlingen'] });
      return readSettings(db);
    },
  };
}
