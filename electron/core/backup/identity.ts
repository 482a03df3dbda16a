import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { aanleverpuntnummer, administrationKind, brinnummer } from '../../../shared/api/session.ts';
import { writeFileAtomic } from '../database/atomicFile.ts';
import type { Connection } from '../database/database.ts';
import { translateDatabaseError } from '../database/errors.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { readSchool } from '../school/settings.ts';
import { readAdministrationId } from './administrationId.ts';

const identitySchema = z.strictObject({
  version: z.literal(1),
  administration: z.string(),
  brinnummer,
  aanleverpunt: aanleverpuntnummer,
  kind: administrationKind,
});

/** Which administration a data folder holds: what the names of its backups tell, legible while it is locked or damaged. */
export type Identity = Omit<z.infer<typeof identitySchema>, 'version'>;

/** The identity of an open administration. */
export function identityOf(db: Connection): Identity {
  const { brinnummer: brin, aanleverpunt, kind } = readSchool(db);
  return { administration: readAdministrationId(db), brinnummer: brin, aanleverpunt, kind };
}

/** The identity of the administration in a folder; undefined when it is not known. */
export function readIdentity({ identity }: DataFolder): Identity | undefined {
  if (!existsSync(identity)) return undefined;
  try {
    const { version: _, ...found } = identitySchema.parse(JSON.parse(readFileSync(identity, 'utf8')));
    return found;
  } catch {
    return undefined;
  }
}

/** Writes the identity beside the database when it changed. A disk that is full keeps nobody out: it is written the next time. */
export function writeIdentity(folder: DataFolder, db: Connection): void {
  const identity = identityOf(db);
  if (JSON.stringify(readIdentity(folder)) === JSON.stringify(identity)) return;
  try {
    writeFileAtomic(folder.identity, JSON.stringify({ version: 1, ...identity }));
  } catch (error) {
    if (!translateDatabaseError(error)) throw error;
  }
}
