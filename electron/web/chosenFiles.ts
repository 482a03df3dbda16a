import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { randomUUID } from 'node:crypto';
import type { Chosen, ChosenFile } from '../../shared/api/bridge.ts';
import type { CoreClient } from '../core/processClient.ts';

/** The largest file that a browser may hand over, in bytes: a backup of a large administration fits. */
const MAX_UPLOAD = 2 * 1024 * 1024 * 1024;
const KEEP_MS = 15 * 60_000;

/** What a browser chooses stands here until the core has used it: a browser knows no paths. */
export interface ChosenFiles {
  /** Keeps the body as a file to read; undefined when it is too large. */
  upload(name: string, body: IncomingMessage): Promise<ChosenFile | undefined>;
  /** A place for a file that an operation writes, to be downloaded afterwards. */
  target(name: string): Chosen;
  /** Sends a written file once; false when there is none. */
  download(token: string, response: ServerResponse, headers: Record<string, string>): Promise<boolean>;
  /** A folder of this computer by its path, as typed; undefined when there is none. */
  folder(path: string): Chosen | undefined;
  /** Removes everything. */
  close(): void;
}

function limited(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > MAX_UPLOAD ? new Error('too large') : null, chunk);
    },
  });
}

/** @param core who gets to know which token stands for which path */
export function createChosenFiles(core: Pick<CoreClient, 'grant'>): ChosenFiles {
  const root = mkdtempSync(join(tmpdir(), 'bronwijs-bestanden-'));
  const targets = new Map<string, { path: string; name: string }>();
  const remove = (path: string) => rmSync(path, { force: true });
  const removeLater = (path: string) => void setTimeout(remove, KEEP_MS, path).unref();

  return {
    async upload(name, body) {
      const path = join(root, randomUUID());
      try {
        await pipeline(body, limited(), createWriteStream(path, { mode: 0o600 }));
      } catch {
        remove(path);
        return undefined;
      }
      removeLater(path);
      return { token: core.grant(path, 'read'), name: basename(name), size: statSync(path).size };
    },
    target(name) {
      const path = join(root, randomUUID());
      const token = core.grant(path, 'write');
      targets.set(token, { path, name: basename(name) });
      return { token, name: basename(name) };
    },
    async download(token, response, headers) {
      const target = targets.get(token);
      targets.delete(token);
      if (!target || !existsSync(target.path)) return false;
      response.writeHead(200, {
        ...headers,
        'content-type': 'application/octet-stream',
        'content-length': statSync(target.path).size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(target.name)}`,
      });
      try {
        await pipeline(createReadStream(target.path), response);
      } finally {
        remove(target.path);
      }
      return true;
    },
    folder(path) {
      if (!isAbsolute(path) || !existsSync(path) || !statSync(path).isDirectory()) return undefined;
      return { token: core.grant(path, 'folder'), name: path };
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
