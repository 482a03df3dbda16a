import { LasError } from '../../../shared/api/errors.ts';
import type { School } from '../../../shared/api/session.ts';
import type { ProxyInput, Settings } from '../../../shared/api/settings.ts';
import { hostnameOf, isLoopbackHost, isProductionHost } from '../../../shared/domain/hosts.ts';
import type { Connection } from '../database/database.ts';

const DEFAULT_IDLE_MINUTES = 10;

/** Where BRON is as long as nothing else was saved: the address of PvE 3.5, or none while practising. */
const DEFAULT_ENDPOINT = { echt: 'https://webservice.duo.nl:6914/POKANAAL/', oefen: '' } as const;

/** Where the other ports are tried (Stappenplan step 4): the site of DUO, where BRON is since www.bron.nl ended (assumed). */
const DEFAULT_PORTS = {
  echt: { http: 'http://www.duo.nl/', https: 'https://www.duo.nl/' },
  oefen: { http: '', https: '' },
} as const;
/** The site of BRON as long as nothing else was saved (Stappenplan). */
const DEFAULT_SITE = { echt: 'https://www.bron.nl', oefen: '' } as const;

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
  cluster: School['cluster'] | null;
  epilepsy: 'true' | 'false';
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
    ...(row.cluster ? { cluster: row.cluster } : {}),
    ...(row.epilepsy === 'true' ? { epilepsy: true } : {}),
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
    school.cluster ?? null,
    String(school.epilepsy ?? false),
    school.aanleverpunt,
    JSON.stringify(school.contactpersoon),
    JSON.stringify(school.gemachtigde),
  ];
  if (kind) {
    db.prepare(
      'INSERT INTO school (id, brin, name, soort, cluster, epilepsy, aanleverpunt, contactpersoon, gemachtigde, kind) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(...values, kind);
  } else {
    db.prepare(
      'UPDATE school SET brin = ?, name = ?, soort = ?, cluster = ?, epilepsy = ?, aanleverpunt = ?, contactpersoon = ?, gemachtigde = ? WHERE id = 1',
    ).run(...values);
  }
  db.prepare('DELETE FROM vestiging').run();
  const insert = db.prepare('INSERT INTO vestiging (volgnummer, name) VALUES (?, ?)');
  for (const { volgnummer, naam } of school.vestigingen) insert.run(volgnummer, naam);
}

type ProxySettings = Settings['exchange']['proxy'];

const PROXY = 'exchange.proxy';
const PASSWORD = 'exchange.proxyPassword';
const DEFAULT: Omit<ProxySettings, 'passwordSet'> = { mode: 'systeem', host: '', port: '', user: '' };

/** The proxy as the screens show it: without its password. */
export const readProxy = (db: Connection): ProxySettings => ({
  ...(readSetting<typeof DEFAULT>(db, PROXY) ?? DEFAULT),
  passwordSet: readProxyPassword(db) !== undefined,
});

export const readProxyPassword = (db: Connection): string | undefined => readSetting<string>(db, PASSWORD);

/** Keeps the proxy; a password that was not typed again stays. */
export function writeProxy(db: Connection, { password, passwordSet, ...proxy }: ProxyInput): void {
  writeSetting(db, PROXY, proxy);
  if (password) writeSetting(db, PASSWORD, password);
  else if (!passwordSet) writeSetting(db, PASSWORD, undefined);
}

const PORTS = 'exchange.ports';

/** Keeps the addresses with which the ports of ordinary internet are tested. */
export const writePorts = (db: Connection, ports: Settings['exchange']['ports']): void =>
  writeSetting(db, PORTS, ports);

/** The settings as the screens show and save them. */
export function readSettings(db: Connection): Settings {
  const { kind, ...school } = readSchool(db);
  const saved = readSetting<Partial<Settings['exchange']>>(db, 'exchange');
  const { endpoint = DEFAULT_ENDPOINT[kind], site = DEFAULT_SITE[kind], caPem = '' } = saved ?? {};
  return {
    school,
    exchange: {
      endpoint,
      site,
      caPem,
      proxy: readProxy(db),
      ports: readSetting<Settings['exchange']['ports']>(db, PORTS) ?? DEFAULT_PORTS[kind],
    },
    idleMinutes: readSetting<number>(db, 'idleMinutes') ?? DEFAULT_IDLE_MINUTES,
  };
}

/** Whether an address is this computer itself. */
export const isLoopback = (url: string): boolean => isLoopbackHost(hostnameOf(url));

/**
 * Refuses an address that does not fit oefen or echt.
 * @param field where it is in the settings
 * @throws LasError production-refused, loopback-refused
 */
export function checkEndpoint(kind: 'oefen' | 'echt', endpoint: string, field = 'exchange.endpoint'): void {
  if (endpoint === '') return;
  const host = hostnameOf(endpoint);
  if (kind === 'oefen' && isProductionHost(host)) throw new LasError('production-refused', {}, field);
  if (kind === 'echt' && isLoopbackHost(host)) throw new LasError('loopback-refused', {}, field);
}
