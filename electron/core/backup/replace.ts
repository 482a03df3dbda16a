import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { replaceFile, syncFile, syncFolder } from '../database/atomicFile.ts';
import { dataFolder, type DataFolder } from '../database/dataFolder.ts';

/** The administration that is being prepared, seen as a data folder of its own. */
export const draftFolder = ({ restoreDraft }: DataFolder): DataFolder => dataFolder(restoreDraft);

/** Removes what was only being prepared. */
export const removeDraft = ({ restoreDraft }: DataFolder): void =>
  rmSync(restoreDraft, { recursive: true, force: true });

/** An empty place to prepare an administration in; what stood there goes. */
export function clearDraft(folder: DataFolder): DataFolder {
  removeDraft(folder);
  mkdirSync(folder.restoreDraft, { recursive: true, mode: 0o700 });
  return draftFolder(folder);
}

/**
 * Puts the prepared administration, with every connection to it closed, in the place of the present one. Renaming its folder is the
 * one moment of decision: before it the old administration stands, after it the new one, even if the program is killed.
 */
export function replaceByDraft(folder: DataFolder): void {
  const draft = draftFolder(folder);
  for (const file of [draft.database, draft.keys]) syncFile(file);
  syncFolder(draft.root);
  renameSync(folder.restoreDraft, folder.restoreReady);
  syncFolder(folder.root);
  finishReplacing(folder);
}

/** Does what is left of a replacement that was decided; every step can be done again. Call it before anything is opened. */
export function finishReplacing(folder: DataFolder): void {
  const ready = dataFolder(folder.restoreReady);
  if (existsSync(ready.database)) {
    // The log of the old database must not be read into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(`${folder.database}${suffix}`, { force: true });
    // What was kept of the log that goes is none of the log that comes.
    rmSync(folder.chainHead, { force: true });
    if (existsSync(ready.keys)) replaceFile(ready.keys, folder.keys);
    syncFolder(folder.root);
    replaceFile(ready.database, folder.database);
    syncFolder(folder.root);
  }
  rmSync(folder.restoreReady, { recursive: true, force: true });
}
