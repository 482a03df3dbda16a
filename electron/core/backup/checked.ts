import { rmSync } from 'node:fs';
import { chainHead, verifyChain } from '../database/changeLog.ts';
import { countRows, isSound, openDatabase, type Connection } from '../database/database.ts';
import { schemaVersion } from '../database/migrations.ts';
import { readSchool } from '../school/settings.ts';
import { readAdministrationId } from './administrationId.ts';
import { FORMAT, type Manifest } from './format.ts';
import type { GoOn } from './files.ts';

/** What a backup's manifest says that its database does not. */
export type MakerFacts = Pick<Manifest, 'program' | 'madeAt' | 'machineTime' | 'reason' | 'keys'>;

/** Removes a database with what SQLite keeps beside it. */
export const removeDatabase = (file: string) => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
};

/** The same bytes, not a copy that nobody wipes. */
export const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Opens a database for reading and closes it after `work`. */
export function withDatabase<T>(file: string, key: Uint8Array, work: (db: Connection) => T): T {
  const db = openDatabase(file, asBuffer(key), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Whether a database is whole: pages, references, and the log of changes, in which `chain` must occur. */
export function isWhole(db: Connection, goOn: GoOn, chain?: Manifest['chain']): boolean {
  goOn();
  return isSound(db) && verifyChain(db, chain, goOn).ok;
}

/** The pupils that are there, without those in the bin, in a database of whatever schema. */
function countPupils(db: Connection): number {
  const columns = db.pragma('main.table_info(leerling)') as { name: string }[];
  const bin = columns.some(({ name }) => name === 'deleted_at') ? 'WHERE deleted_at IS NULL' : '';
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM main.leerling ${bin}`).get()?.n ?? 0;
}

type Described = Omit<Manifest, keyof MakerFacts | 'bytes' | 'sha256'>;

/** What a manifest says of the database it goes with. */
export function describe(db: Connection): Described {
  const { brinnummer, aanleverpunt, kind } = readSchool(db);
  const rows = countRows(db);
  return {
    format: FORMAT,
    schema: schemaVersion(db),
    kind,
    administration: readAdministrationId(db),
    brinnummer,
    aanleverpunt,
    leerlingen: countPupils(db),
    rows,
    chain: chainHead(db),
  };
}
