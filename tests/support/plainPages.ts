import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBackupFile } from '../../electron/core/backup/format.ts';
import { unlockWithPassword } from '../../electron/core/users/keys.ts';
import { readKeys } from '../../electron/core/users/keysFile.ts';
import { PASSWORD } from './administration.ts';

/** The form of SQLCipher 4: pages of 4096 bytes, at their end the initialisation vector and a hash; the first begins with the salt. */
const PAGE = 4096;
const RESERVED = 80;
const SALT = 16;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

function plainPage(page: Buffer, key: Buffer, from = 0): Buffer {
  const end = PAGE - RESERVED;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(from, end)), decipher.final()]);
}

/** Every page of a database as it is without encryption, those that are not in use included. */
function plainDatabase(file: Buffer, key: Buffer): Buffer {
  const pages: Buffer[] = [];
  for (let at = 0; at + PAGE <= file.length; at += PAGE)
    pages.push(plainPage(file.subarray(at, at + PAGE), key, at === 0 ? SALT : 0));
  // The first page says what it is; if it does not, the key or the form is wrong and nothing would ever be found.
  if (pages[0]?.readUInt16BE(0) !== PAGE) throw new Error('not decrypted');
  return Buffer.concat(pages);
}

function plainWal(file: Buffer, key: Buffer): Buffer {
  const pages: Buffer[] = [];
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= file.length; at += FRAME_HEADER + PAGE) {
    const first = file.readUInt32BE(at) === 1;
    pages.push(plainPage(file.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), key, first ? SALT : 0));
  }
  return Buffer.concat(pages);
}

/** The key of the administration in a data folder. */
export const keyOf = async (dataDir: string, password = PASSWORD): Promise<Buffer> =>
  (await unlockWithPassword(readKeys(join(dataDir, 'keys.json')), password)).key;

function plainFile(path: string, key: Buffer): Buffer {
  const raw = readFileSync(path);
  if (path.endsWith('.db')) return plainDatabase(raw, key);
  if (path.endsWith('-wal')) return plainWal(raw, key);
  if (path.endsWith('.reservekopie')) return plainDatabase(raw.subarray(readBackupFile(path).offset), key);
  return raw;
}

/** Which files below a folder hold a text, as they are or without their encryption; `files`: how many were looked at. */
export function filesWith(folder: string, key: Buffer, texts: readonly string[]): { files: number; found: string[] } {
  if (!existsSync(folder)) return { files: 0, found: [] };
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const found = paths.flatMap((path) => {
    const bytes = [readFileSync(path), plainFile(path, key)];
    return texts.filter((text) => bytes.some((content) => content.includes(text))).map((text) => `${path}: ${text}`);
  });
  return { files: paths.length, found };
}
