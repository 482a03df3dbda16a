import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockedPackage } from './lockFile.mts';

/** Where the code stands that goes into the program; the web host, which is for tests, does not. */
const sources = ['electron/core', 'electron/shell', 'electron/main.ts', 'electron/preload.ts', 'renderer', 'shared'];

/** Of these nothing goes along but they themselves: what they need is for installing and compiling them. */
const withoutDependencies: ReadonlySet<string> = new Set(['electron', 'better-sqlite3']);

const filesBelow = (path: string): string[] =>
  /\.tsx?$/.test(path)
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(path, name));

/** `@scope/name` or `name` of what is imported; undefined for a file of our own and for Node. */
function packageIn(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The packages that the program itself imports. */
export function importedPackages(root: string): Set<string> {
  const texts = sources.flatMap((path) => filesBelow(join(root, path))).map((file) => readFileSync(file, 'utf8'));
  const found = texts.flatMap((text) =>
    Array.from(text.matchAll(/(?:^(?:import|export)\b[^;]*?\bfrom |\bimport\()'([^']+)'/gm), ([, specifier = '']) =>
      packageIn(specifier),
    ),
  );
  return new Set(found.filter((name) => name !== undefined));
}

/** The place from which a package at `from` gets `name`, as Node looks for it. */
function placeOf(packages: ReadonlyMap<string, LockedPackage>, from: string, name: string): string | undefined {
  for (let folder = from; ;) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages.has(place)) return place;
    if (folder === '') return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}

/** The places of the packages that go into the program: those it imports, and those that these need. */
export function shippedPlaces(packages: ReadonlyMap<string, LockedPackage>, imported: Iterable<string>): Set<string> {
  const shipped = new Set<string>();
  const add = (from: string, name: string) => {
    // Types are gone when the program is built.
    if (name.startsWith('@types/')) return;
    const place = placeOf(packages, from, name);
    if (place === undefined || shipped.has(place)) return;
    shipped.add(place);
    if (withoutDependencies.has(name)) return;
    const { dependencies, peerDependencies } = packages.get(place) ?? {};
    for (const next of Object.keys({ ...dependencies, ...peerDependencies })) add(place, next);
  };
  for (const name of imported) add('', name);
  return shipped;
}
