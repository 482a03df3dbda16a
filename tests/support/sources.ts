import { globSync, readFileSync } from 'node:fs';

/** The sources in TypeScript below folders of this repository, with their text. */
export const sourcesBelow = (...folders: string[]): { path: string; text: string }[] =>
  globSync(folders.map((folder) => `${folder}/**/*.{ts,tsx}`))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
