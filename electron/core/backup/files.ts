import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { LasError } from '../../../shared/api/errors.ts';
import { replaceFile, syncFolder } from '../database/atomicFile.ts';
import { codeOf } from '../database/errors.ts';
import { headerOf, readBackupFile, type Manifest } from './format.ts';

/** Called between the steps of a job; throws when it is to end. */
export type GoOn = () => void;

const PIECE = 1024 * 1024;

/** Hands the bytes of a file from `offset` on to `use`, piece by piece, and gives their number and hash. */
export function pieces(
  file: string,
  offset: number,
  goOn: GoOn,
  use?: (piece: Buffer) => void,
): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(PIECE);
  let position = offset;
  try {
    for (;;) {
      goOn();
      const piece = buffer.subarray(0, readSync(handle, buffer, 0, PIECE, position));
      if (piece.length === 0) return { bytes: position - offset, sha256: hash.digest('hex') };
      position += piece.length;
      hash.update(piece);
      use?.(piece);
    }
  } finally {
    closeSync(handle);
  }
}

/** The name under which a file is written until it is known to be right. */
export const unfinishedName = (target: string): string => `${target}.tmp`;

function openTarget(path: string): number {
  try {
    return openSync(path, 'w', 0o600);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(codeOf(error)))
      throw new LasError('backup-target-refused');
    throw error;
  }
}

/** Writes under another name beside `target`, has it checked there, and gives it its name when it is right. */
export function publish(
  target: string,
  write: (put: (piece: Buffer) => void) => void,
  check: (written: string) => void,
): void {
  const temporary = unfinishedName(target);
  try {
    const handle = openTarget(temporary);
    try {
      write((piece) => {
        let done = 0;
        while (done < piece.length) done += writeSync(handle, piece, done);
      });
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    check(temporary);
    replaceFile(temporary, target);
    syncFolder(dirname(target));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Reads a written backup back from the disk. @throws LasError backup-unverified */
export function readBack(path: string, goOn: GoOn): Manifest {
  const { manifest, offset, whole } = readBackupFile(path);
  if (!whole || pieces(path, offset, goOn).sha256 !== manifest.sha256) throw new LasError('backup-unverified');
  return manifest;
}

/** Writes a backup of a checked database and reads it back. @throws LasError backup-target-refused, backup-unverified */
export const writeBackup = (manifest: Manifest, database: string, target: string, goOn: GoOn): void =>
  publish(
    target,
    (put) => {
      put(headerOf(manifest));
      pieces(database, 0, goOn, put);
    },
    (written) => void readBack(written, goOn),
  );
