import { z } from 'zod';

/** A package of the lock file as far as it is looked at. */
const lockedPackage = z.object({
  name: z.string().optional(),
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});
export type LockedPackage = z.infer<typeof lockedPackage>;

const lockSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), z.unknown()) });

/** The packages of a lock file by their place below the root, the root itself left out. */
export function readLock(text: string): Map<string, LockedPackage> {
  const { packages } = lockSchema.parse(JSON.parse(text));
  return new Map(
    Object.entries(packages)
      .filter(([place]) => place !== '')
      .map(([place, entry]) => [place, lockedPackage.parse(entry)]),
  );
}

/** The name of a package by its place; an alias (`better-sqlite3`) says itself what it is. */
export const nameAt = (place: string, { name }: LockedPackage): string =>
  name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that a package may have: they let a vendor sell the program, with the text of the licence beside it. */
const licences: ReadonlySet<string> = new Set(
  `MIT MIT-0 ISC 0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 CC0-1.0 CC-BY-4.0 MPL-2.0 Python-2.0 WTFPL Zlib`.split(
    ' ',
  ),
);

/** Packages that say nothing of their licence in the lock file, with what their own files say. */
export const silent: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** Whether a licence expression can be met by licences of the list. */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  return bare.split(' OR ').some((one) => licences.has(one));
}

/** The licence of a package as an SPDX expression; undefined when nobody knows it. */
export const licenceOf = (place: string, entry: LockedPackage): string | undefined =>
  entry.license ?? silent[nameAt(place, entry)];

/**
 * What is wrong with a lock file, a sentence for each; nothing is fetched. Every package has a strong hash of its content, no address of
 * its own from which it would be fetched past the registry of the place, no script at installation unless `allowScripts` of package.json
 * has decided about it, and a licence of the list.
 */
export function lockProblems(
  packages: ReadonlyMap<string, LockedPackage>,
  allowScripts: Readonly<Record<string, boolean>>,
): string[] {
  return [...packages].flatMap(([place, entry]) => {
    const licence = licenceOf(place, entry);
    return [
      /^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '') ? [] : [`${place}: no sha512 integrity`],
      entry.resolved === undefined ? [] : [`${place}: names where it comes from: ${entry.resolved}`],
      entry.hasInstallScript && !Object.hasOwn(allowScripts, nameAt(place, entry))
        ? [`${place}: runs a script at installation, about which allowScripts says nothing`]
        : [],
      licence !== undefined && isAllowed(licence)
        ? []
        : [`${place}: licence ${licence ?? 'unknown'} is not on the list`],
    ].flat();
  });
}
