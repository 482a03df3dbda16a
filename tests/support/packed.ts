import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const posix = (path: string) => path.split(sep).join('/').replace(/^\//, '');

/** Runs `npm run package` with `args`; gives the exit code and what it printed. */
export async function runPackage(args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['scripts/package.mts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return await new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, output })));
}

/** The files in a folder, however deep, as paths from it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => posix(relative(folder, join(parentPath, name))))
    .sort();

export const archiveOf = (unpacked: string): string => join(unpacked, 'resources/app.asar');

/** The files in the archive of a package: path and content. */
export function archived(unpacked: string): Map<string, Buffer> {
  const archive = archiveOf(unpacked);
  const listed = listPackage(archive, { isPack: false }).map(posix);
  const files = listed.filter((path) => !listed.some((other) => other.startsWith(`${path}/`)));
  return new Map(files.sort().map((path) => [path, extractFile(archive, path)]));
}

/** What Electron on Windows checks of an archive before it runs it: the SHA-256 of its header. */
export const headerHash = (unpacked: string): string =>
  createHash('sha256')
    .update(getRawHeader(archiveOf(unpacked)).headerString)
    .digest('hex');

/** What Windows shows of an executable, and what Electron checks its archive by. */
export function resourcesOf(executable: string): {
  version: Record<string, string>;
  integrity: unknown;
  icons: number;
} {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(executable), { ignoreCert: true }));
  const [info] = Resource.VersionInfo.fromEntries(entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  return {
    version: language ? (info?.getStringValues(language) ?? {}) : {},
    integrity: integrity && JSON.parse(Buffer.from(integrity.bin).toString('utf8')),
    icons: Resource.IconGroupEntry.fromEntries(entries)[0]?.icons.length ?? 0,
  };
}
