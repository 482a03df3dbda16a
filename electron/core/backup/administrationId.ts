import { randomUUID } from 'node:crypto';
import type { Connection } from '../database/database.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

const ADMINISTRATION = 'administrationId';

/** Gives the administration the random id by which its backups are known; one that has it keeps it. */
export function ensureAdministrationId(db: Connection): void {
  if (readSetting<string>(db, ADMINISTRATION) === undefined) writeSetting(db, ADMINISTRATION, randomUUID());
}

/** The random id of the administration. */
export const readAdministrationId = (db: Connection): string => readSetting<string>(db, ADMINISTRATION) ?? '';
