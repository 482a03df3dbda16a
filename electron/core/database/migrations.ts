import { LasError } from '../../../shared/api/errors.ts';
import type { Connection } from './database.ts';
import { translating } from './errors.ts';
import { initialSchema } from './migrations/0001-initial-schema.ts';
import { gegevensBao } from './migrations/0002-gegevens-bao.ts';
import { card } from './migrations/0003-card.ts';
import { gezinAndGroepen } from './migrations/0004-gezin-and-groepen.ts';
import { imports } from './migrations/0005-import.ts';
import { usersAndLog } from './migrations/0006-users-and-log.ts';
import { registratieoverzicht } from './migrations/0007-registratieoverzicht.ts';
import { enrolmentAndBin } from './migrations/0008-enrolment-and-bin.ts';
import { searchIndex } from './migrations/0009-search-index.ts';
import { signaalParent } from './migrations/0010-signaal-parent.ts';
import { importedNotes } from './migrations/0011-imported-notes.ts';
import { signaalDecisions } from './migrations/0012-signaal-decisions.ts';
import { terugkoppelingIndex } from './migrations/0013-terugkoppeling-index.ts';
import { certificates } from './migrations/0014-certificates.ts';
import { bronDay } from './migrations/0015-bron-day.ts';
import { bundelBody } from './migrations/0016-bundel-body.ts';
import { wec } from './migrations/0017-wec.ts';
import { verplichteEindtoets } from './migrations/0018-verplichte-eindtoets.ts';
import { overzichtDecisions } from './migrations/0019-overzicht-decisions.ts';
import { removal } from './migrations/0020-removal.ts';
import { schoolCluster } from './migrations/0021-school-cluster.ts';
import { proposals } from './migrations/0022-proposals.ts';
import { startCorrection } from './migrations/0024-start-correction.ts';
import { overzichtSelection } from './migrations/0025-overzicht-selection.ts';
import { aansluiting } from './migrations/0026-aansluiting.ts';
import { counts } from './migrations/0027-counts.ts';
import { stepPanels } from './migrations/0030-step-panels.ts';
import { trust } from './migrations/0032-trust.ts';
import { destruction } from './migrations/0033-destruction.ts';
import { retentionKeep } from './migrations/0034-retention-keep.ts';

/** One step forward of the schema. A released migration is never edited; a change is a new one. */
export interface Migration {
  /** The number the database carries afterwards (`PRAGMA user_version`). */
  version: number;
  name: string;
  up(db: Connection): void;
}

/** All migrations in order. */
export const migrations: readonly Migration[] = [
  initialSchema,
  gegevensBao,
  card,
  gezinAndGroepen,
  imports,
  usersAndLog,
  registratieoverzicht,
  enrolmentAndBin,
  searchIndex,
  signaalParent,
  importedNotes,
  signaalDecisions,
  terugkoppelingIndex,
  certificates,
  bronDay,
  bundelBody,
  wec,
  verplichteEindtoets,
  overzichtDecisions,
  removal,
  schoolCluster,
  proposals,
  startCorrection,
  overzichtSelection,
  aansluiting,
  counts,
  stepPanels,
  trust,
  destruction,
  retentionKeep,
];

export interface MigrateOptions {
  /** Another list, for tests. */
  list?: readonly Migration[];
}

function checkOrder(list: readonly Migration[]): void {
  let previous = 0;
  for (const { version, name } of list) {
    if (!Number.isInteger(version) || version <= previous)
      throw new Error(`migration ${version} (${name}) is out of order`);
    previous = version;
  }
}

/** The schema version of an open database; 0 for one without tables. */
export const schemaVersion = (db: Connection): number => db.pragma('user_version', { simple: true }) as number;

/** How many migrations an open database still has to go through. Error: `administration-newer` (written by a newer program). */
export function pendingMigrations(db: Connection, list: readonly Migration[] = migrations): number {
  const from = schemaVersion(db);
  if (from > (list.at(-1)?.version ?? 0)) throw new LasError('administration-newer');
  return list.filter(({ version }) => version > from).length;
}

/**
 * Brings the schema up to date: all pending migrations in one transaction, so that the database is either wholly new or
 * untouched. Gives the versions before and after. The caller has made a backup. Errors: `administration-newer` (written by a
 * newer program), `administration-damaged` (a reference does not hold afterwards).
 */
export function migrate(db: Connection, options: MigrateOptions = {}): { from: number; to: number } {
  const { list = migrations } = options;
  checkOrder(list);
  const from = schemaVersion(db);
  const to = list.at(-1)?.version ?? 0;
  if (pendingMigrations(db, list) === 0) return { from, to };
  const pending = list.filter(({ version }) => version > from);
  return translating(() => {
    // Rebuilding a table drops the old one; with foreign keys on that would delete the rows that refer to it.
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        for (const { version, up } of pending) {
          up(db);
          db.pragma(`user_version = ${version}`);
        }
        if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new LasError('administration-damaged');
      }).exclusive();
    } finally {
      db.pragma('foreign_keys = ON');
    }
    return { from, to };
  });
}
