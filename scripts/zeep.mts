// Finds a Python with zeep, the SOAP client of another make that the mock BRON is tried with, or installs Debian's.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installFromDebian } from './debian.mts';

const hasZeep = (python: string) =>
  spawnSync(python, ['-c', 'import zeep'], { timeout: 60_000, stdio: 'ignore' }).status === 0;

/** A Python of this machine that has zeep, or undefined. Debian's own goes before another on the path. Installs nothing. */
export const findZeep = (): string | undefined => ['/usr/bin/python3', 'python3', 'python'].find(hasZeep);

/** The same, after an attempt to install Debian's python3-zeep when there is none. */
export function findOrInstallZeep(): string | undefined {
  const found = findZeep();
  if (found) return found;
  return installFromDebian('No zeep for Python found', ['python3-zeep']) ? findZeep() : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findOrInstallZeep() ?? 'none');
