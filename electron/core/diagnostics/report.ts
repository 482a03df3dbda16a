import { arch, cpus, freemem, platform, release, totalmem } from 'node:os';
import type { Clock } from '../../../shared/domain/clock.ts';
import { countRows, type Connection } from '../database/database.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { schemaVersion } from '../database/migrations.ts';
import { lastLines } from '../log/logger.ts';
import { readSchool, readSettings } from '../school/settings.ts';

const LOG_LINES = 300;
const MEBIBYTE = 1024 * 1024;

/** What a report is made of. */
export interface ReportSource {
  db: Connection;
  clock: Clock;
  folder: DataFolder;
  /** Of the program. */
  version: string;
  /** When the newest backup was made, and how many problems there are with the places for backups. */
  backups: { lastAt: string | undefined; problems: number; secondPlace: boolean };
}

const yesNo = (value: boolean) => (value ? 'ja' : 'nee');
const mebibytes = (bytes: number) => `${Math.round(bytes / MEBIBYTE)} MiB`;

/** Facts as lines; each value is a number, a word of a closed list, a date of the program or a version. */
const lines = (facts: Record<string, string | number>): string[] =>
  Object.entries(facts).map(([name, value]) => `${name}: ${value}`);

const sqliteVersion = (db: Connection): string => db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';

const statesOf = (db: Connection): Record<string, number> =>
  Object.fromEntries(
    db
      .prepare<[], [string, number]>(
        "SELECT nr || ' ' || state, count(*) FROM bericht GROUP BY nr, state ORDER BY nr, state",
      )
      .raw()
      .all(),
  );

function programFacts({ db, clock, version }: ReportSource) {
  return {
    'gemaakt op': clock.now().toISOString(),
    programma: version,
    schema: schemaVersion(db),
    sqlite: sqliteVersion(db),
    node: process.versions.node,
    electron: (process.versions as Record<string, string | undefined>)['electron'] ?? 'geen',
    systeem: `${platform()} ${release()} ${arch()}`,
    processors: cpus().length,
    'werkgeheugen van de computer': `${mebibytes(totalmem())}, vrij ${mebibytes(freemem())}, in gebruik ${mebibytes(process.memoryUsage().rss)}`,
  };
}

/** Settings as choices. Names, addresses, paths and what else a person typed stay out. */
function settingFacts({ db, backups }: ReportSource) {
  const { kind, soort } = readSchool(db);
  const { exchange, idleMinutes } = readSettings(db);
  const certificate = db
    .prepare<[], string>('SELECT max(valid_to) FROM certificate WHERE pem_key IS NOT NULL')
    .pluck()
    .get();
  return {
    'soort administratie': kind,
    'soort school': soort,
    'adres van BRON ingevuld': yesNo(exchange.endpoint !== ''),
    'eigen CA': yesNo(exchange.caPem !== ''),
    proxy: exchange.proxy.mode,
    'vergrendelen na (minuten)': idleMinutes,
    'certificaat geldig tot': certificate ?? 'geen certificaat',
    'laatste reservekopie': backups.lastAt ?? 'geen',
    'tweede plaats': yesNo(backups.secondPlace),
    'problemen met reservekopieën': backups.problems,
  };
}

/** The text of the report: Dutch, to be read by a person before it is sent. */
export function makeReport(source: ReportSource): string {
  const { db, folder, version } = source;
  const parts: [string, string[]][] = [
    ['Programma en computer', lines(programFacts(source))],
    ['Instellingen', lines(settingFacts(source))],
    ['Berichten naar soort en stand', lines(statesOf(db))],
    ['Aantal rijen per tabel', lines(countRows(db))],
    ['Laatste regels van het technische logboek', lastLines(folder.log, LOG_LINES, version)],
  ];
  const head = 'Gegevens voor de helpdesk. Hierin staan geen gegevens van personen.';
  return [head, ...parts.map(([title, content]) => [`== ${title}`, ...content].join('\n'))].join('\n\n') + '\n';
}
