import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { LasError, type LasFailure } from '../../../shared/api/errors.ts';
import { noteExport } from '../changes/note.ts';
import type { HandlersOf } from '../context.ts';
import type { FileGrants } from '../files/grants.ts';
import type { OpenSession } from '../session/session.ts';
import { readSchool } from '../school/settings.ts';
import { readAdministrationId } from './administrationId.ts';
import { backupName } from './format.ts';
import type { BackupKeeper } from './keeper.ts';
import { readPlaces, type PlacePaths } from './places.ts';
import type { Restorer } from './restore.ts';

const sentenceOf = ({ message, remedy }: LasFailure): string => `${message} ${remedy}`;

/** The operations on the backups of an open administration. */
export function backupHandlers(
  session: OpenSession,
  keeper: BackupKeeper,
  files: FileGrants,
  dataDir: string,
): HandlersOf<'backup'> {
  const { db, clock } = session;
  const isInside = (path: string) => `${resolve(path)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`);
  return {
    'backup.state': () => {
      const lastAt = keeper.lastAt();
      return { ...(lastAt ? { lastAt } : {}), making: keeper.making, problems: keeper.problems.map(sentenceOf) };
    },
    'backup.list': () => ({ ...keeper.places, ...readPlaces(keeper.places, readAdministrationId(db)) }),
    'backup.make': async ({ target }) => {
      if (target === undefined) return keeper.make('manual');
      const made = await keeper.make('manual', files.take(target, 'write'));
      noteExport(
        session,
        'reservekopie',
        `versleuteld, ${made.leerlingen} ${made.leerlingen === 1 ? 'leerling' : 'leerlingen'}`,
      );
      return made;
    },
    'backup.setSecondPlace': ({ folder }) => {
      const path = folder === undefined ? undefined : files.take(folder, 'folder');
      if (path !== undefined) {
        if (isInside(path)) throw new LasError('backup-place-inside', {}, 'folder');
        if (!existsSync(path) || !statSync(path).isDirectory())
          throw new LasError('backup-place-missing', { place: path }, 'folder');
      }
      keeper.setSecondPlace(path);
      return {};
    },
    'backup.targetName': () => ({ name: backupName(readSchool(db), clock.now()) }),
  };
}

/** Reading what a backup says, with or without an administration. The rest of a restore goes through the session. */
export function restoreHandlers(
  restorer: Restorer,
  files: FileGrants,
  places: () => PlacePaths,
): Pick<HandlersOf<'restore'>, 'restore.known' | 'restore.inspect' | 'restore.cancel'> {
  return {
    'restore.known': () => ({ backups: restorer.known(places()) }),
    'restore.inspect': (source) => {
      if ('file' in source) return restorer.inspect(files.take(source.file, 'read'));
      const place = places()[source.place];
      if (place === undefined) throw new LasError('file-gone');
      return restorer.inspect(restorer.pathOf(place, source.name));
    },
    'restore.cancel': () => {
      restorer.cancel();
      return {};
    },
  };
}
