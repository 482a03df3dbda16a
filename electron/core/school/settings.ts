import { LasError } from '../../../shared/api/errors.ts';
import type { School } from '../../../shared/api/session.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Connection } from '../database/database.ts';

const DEFAULT_IDLE_MINUTES = 10;

/** A setting by name, as the JSON value it was written with. */
export function readSetting<T>(db: Connection, key: string): T | undefined {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
  return row ? (JSON.parse(row.value) as T) : undefined;
}

/** Writes a setting; undefined removes it. */
export function writeSetting(db: Connection, key: string, value: unknown): void {
  if (value === undefined) db.prepare('DELETE FROM setting WHERE key = ?').run(key);
  else
    db.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
}

interface SchoolRow {
  brin: string;
  name: string;
  soort: School['soort'];
  kind: 'oefen' | 'echt';
  aanleverpunt: string;
  contactpersoon: string;
  gemachtigde: string;
}

/** The school of this administration and whether it is oefen or echt. */
export function readSchool(db: Connection): School & { kind: 'oefen' | 'echt' } {
  const row = db.prepare<[], SchoolRow>('SELECT * FROM school WHERE id = 1').get();
  if (!row) throw new LasError('administration-damaged');
  const vestigingen = db
    .prepare<[], { volgnummer: string; naam: string }>(
      'SELECT volgnummer, name AS naam FROM vestiging ORDER BY volgnummer',
    )
    .all();
  return {
    kind: row.kind,
    brinnummer: row.brin,
    naam: row.name,
    soort: row.soort,
    vestigingen,
    aanleverpunt: row.aanleverpunt,
    contactpersoon: JSON.parse(row.contactpersoon) as School['contactpersoon'],
    gemachtigde: JSON.parse(row.gemachtigde) as School['gemachtigde'],
  };
}

/** Writes the school; `kind` only when the administration is made. */
export function writeSchool(db: Connection, school: School, kind?: 'oefen' | 'echt'): void {
  const values = [
    school.brinnummer,
    school.naam,
    school.soort,
    school.aanleverpunt,
    JSON.stringify(school.contactpersoon),
    JSON.stringify(school.gemachtigde),
  ];
  if (kind) {
    db.prepare(
      'INSERT INTO school (id, brin, name, soort, aanleverpunt, contactpersoon, gemachtigde, kind) VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
    ).run(...values, kind);
  } else {
    db.prepare(
      'UPDATE school SET brin = ?, name = ?, soort = ?, aanleverpunt = ?, contactpersoon = ?, gemachtigde = ? WHERE id = 1',
    ).run(...values);
  }
  db.prepare('DELETE FROM vestiging').run();
  const insert = db.prepare('INSERT INTO vestiging (volgnummer, name) VALUES (?, ?)');
  for (const { volgnummer, naam } of school.vestigingen) insert.run(volgnummer, naam);
}

/** The settings as the screens show and save them. */
export function readSettings(db: Connection): Settings {
  const { kind: _kind, ...school } = readSchool(db);
  return {
    school,
    exchange: readSetting<Settings['exchange']>(db, 'exchange') ?? { endpoint: '', caPem: '' },
    idleMinutes: readSetting<number>(db, 'idleMinutes') ?? DEFAULT_IDLE_MINUTES,
  };
}

const isLoopback = (host: string) =>
  /(^|\.)localhost$/.test(host) ||
  /^(127\.|0\.0\.0\.0$)/.test(host) ||
  /^\[::(1|ffff:7f[0-9a-f]{2}:[0-9a-f]+)?\]$/.test(host);
const isProduction = (host: string) => host === 'duo.nl' || host.endsWith('.duo.nl');

/**
 * Refuses an address that does not fit oefen or echt.
 * @throws LasError production-refused, loopback-refused
 */
export function checkEndpoint(kind: 'oefen' | 'echt', endpoint: string): void {
  if (endpoint === '') return;
  // A name with a dot at its end is the same name.
  const host = new URL(endpoint).hostname.toLowerCase().replace(/\.$/, '');
  if (kind === 'oefen' && isProduction(host)) throw new LasError('production-refused', {}, 'exchange.endpoint');
  if (kind === 'echt' && isLoopback(host)) throw new LasError('loopback-refused', {}, 'exchange.endpoint');
}
