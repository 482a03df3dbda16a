// docs/electron-security.md leads to the code and the tests that it names.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testTitles } from '../support/testTitles.ts';

describe('docs/electron-security.md', () => {
  const text = readFileSync('docs/electron-security.md', 'utf8');

  it('has a row for each recommendation', () => {
    const rows = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('names files that exist, and tests by what they are called', () => {
    const files = [...text.matchAll(/`((?:electron|shared|tests|renderer|docs)\/[\w./-]+\.\w+)`/g)].map(
      ([, name]) => name!,
    );
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) expect(() => readFileSync(name), name).not.toThrow();
    const named = [...text.matchAll(/`(tests\/[\w./-]+\.ts)`: ("[^"]+"(?:, "[^"]+")*)/g)].flatMap(([, file, titles]) =>
      [...titles!.matchAll(/"([^"]+)"/g)].map(([, title]) => ({ file: file!, title: title! })),
    );
    expect(named.length).toBeGreaterThan(25);
    const unknown = named.filter(
      ({ file, title }) => !testTitles(readFileSync(file, 'utf8')).some((one) => one.includes(title)),
    );
    expect(unknown).toEqual([]);
  });
});
