import type { ExportOutcome } from '../../../shared/api/export.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { lists, type ExportColumn } from '../../../shared/domain/export/columns.ts';
import type { Connection } from '../database/database.ts';
import { csvWriter } from './csv.ts';
import type { ExportContext, Job } from './job.ts';
import { countPupils, pupilRows, type PupilSelection } from './pupilRows.ts';
import type { ListWriter, Row, Table } from './table.ts';
import { writeVerified } from './verifiedFile.ts';
import { workRows } from './workRows.ts';
import { xlsxWriter } from './xlsx.ts';

type Query = Parsed<'export.list'>;

/** Rows that are fetched and written in one go: a few milliseconds of work. */
const PAGE = 200;

const writers: Readonly<Record<Query['format'], ListWriter>> = { csv: csvWriter, xlsx: xlsxWriter };

const rowsPer = {
  leerlingen: 'leerling',
  inschrijvingen: 'inschrijving',
  verzorgers: 'verzorger',
} as const satisfies Partial<Record<Query['list'], PupilSelection['per']>>;

/** The columns asked for, in that order. @throws LasError invalid-input for one that the list does not have, or may not have */
function columnsOf({ list, columns, withNumbers }: Query): ExportColumn[] {
  return columns.map((key) => {
    const column = lists[list].columns.find((candidate) => candidate.key === key);
    if (!column || (column.sensitive === 'number' && !withNumbers)) {
      throw new LasError('invalid-input', { detail: `kolom ${key}` }, 'columns');
    }
    return column;
  });
}

interface Source {
  /** Begins to read; not before it is called, as a statement that is not read to its end keeps the snapshot open. */
  rows(): Iterable<Row>;
  total: number;
  /** Rows of which a secret address is left out. */
  secret: number;
}

const rowsText = (count: number) => (count === 1 ? '1 rij' : `${count} rijen`);

async function* inPages({ rows, total }: Source, job: Job): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  let done = 0;
  for (const row of rows()) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    done += page.length;
    page = [];
    await job.pause(done, total);
  }
  if (page.length > 0) yield page;
}

function sourceOf(clock: Clock, db: Connection, query: Query, columns: readonly ExportColumn[]): Source {
  if (query.list === 'werklijst') {
    const rows = workRows(db, clock, columns);
    return { rows: () => rows, total: rows.length, secret: 0 };
  }
  const selection: PupilSelection = {
    ...query,
    per: rowsPer[query.list],
    day: today(clock),
  };
  const { rows: total, secret } = countPupils(db, selection);
  const hidden = columns.some(({ sensitive }) => sensitive === 'address') && !query.withSecretAddresses;
  return { rows: () => pupilRows(db, selection, columns), total, secret: hidden ? secret : 0 };
}

/** Writes a list to `path`, from a snapshot of the administration, and reads it back. */
export async function exportList(
  { clock, snapshot, job, logged }: ExportContext,
  query: Query,
  path: string,
): Promise<ExportOutcome> {
  const columns = columnsOf(query);
  const source = sourceOf(clock, snapshot, query, columns);
  if (source.total === 0) throw new LasError('export-empty');
  const writer = writers[query.format];
  const table: Table = {
    title: lists[query.list].title,
    columns,
    dates: query.dates,
    pages: inPages(source, job),
  };
  const { written, bytes } = await writeVerified(path, {
    write: (file) => writer.write(file, table),
    verify: async (file, count) => {
      await writer.verify(file, table, count);
      logged(
        query.list,
        `${query.format.toUpperCase()}, ${rowsText(count)}${query.withNumbers ? ', met nummers' : ''}`,
      );
    },
  });
  return { count: written, bytes, secretAddressesLeftOut: source.secret };
}
