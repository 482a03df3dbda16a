// What docs/vendor.md, docs/operations.md and docs/mock-bron.md name, looked up where it is: nobody who follows them should find something else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/core/database/dataFolder.ts';
import { defaultDataDir, windowProfileDir } from '../../electron/core/hosting/places.ts';
import { readCommandLine } from '../../electron/shell/commandLine.ts';
import { slug } from '../../scripts/package/configuration.mts';
import { usage } from '../../scripts/package/options.mts';
import { errorTexts } from '../../shared/api/errors.ts';
import { brand } from '../../shared/brand/brand.ts';
import { usage as usageOfMock } from '../mock-bron/options.ts';
import { sourcesBelow } from '../support/sources.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const [vendor, operations] = [read('docs/vendor.md'), read('docs/operations.md')];
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const installer = read(ofBuilder.resolve('app-builder-lib/out/targets/nsis/NsisTarget.js'));
const own = brand.parse(JSON.parse(read('resources/brand/brand.json')));

/** What stands between `begin` and `end` in a text, every time. */
const between = (text: string, begin: string, end: string) =>
  [...text.matchAll(new RegExp(`${begin}(.*?)${end}`, 'gs'))].map(([, found = '']) => found);

/** The first cell of each row of the table under a row that begins with `head`. */
const firstCells = (text: string, head: string) =>
  (new RegExp(`^\\| ${head} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(text)?.[1] ?? '')
    .trim()
    .split('\n')
    .map((row) => row.split('|')[1]?.trim() ?? '');

describe('docs/vendor.md', () => {
  it('shows a brand.json that is accepted, and tells of every key', () => {
    const [example = ''] = between(vendor, '```json\n', '```');
    expect(brand.safeParse(JSON.parse(example)).error?.issues).toBeUndefined();
    const keys = firstCells(vendor, 'key').map((cell) => cell.replaceAll('`', ''));
    expect(keys).toEqual(Object.keys(brand.unwrap().shape));
  });

  it('names options that npm run package has', () => {
    const named = new Set(
      between(vendor, 'npm run package -- ', '[`\\n]').flatMap((line) => line.match(/--[a-z-]+/g) ?? []),
    );
    expect(named.size).toBeGreaterThan(4);
    for (const option of named) expect(usage).toContain(`  ${option} `);
  });
});

describe('docs/operations.md', () => {
  it('names the key of the registry under which our installer stands', () => {
    const { UUID } = ofBuilder('builder-util-runtime') as {
      UUID: { v5(name: string, space: Buffer): string; parse(text: string): Buffer };
    };
    const [space = ''] = between(installer, 'UUID\\.parse\\("', '"\\)');
    const guid = UUID.v5(own.appId, UUID.parse(space));
    const named = operations.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g) ?? [];
    expect([...new Set(named)]).toEqual([guid]);
  });

  it('names the folders and files where they are', () => {
    const machine = { env: { LOCALAPPDATA: '/local' }, platform: 'win32', home: '/home' } as const;
    const data = defaultDataDir(machine);
    const folders = [basename(data), basename(dirname(windowProfileDir(data, machine))), `${slug(own.name)}-updater`];
    expect(firstCells(operations, 'folder').map((cell) => cell.replaceAll('`', ''))).toEqual([
      ...folders.slice(0, 2).map((name) => `%LOCALAPPDATA%\\${name}`),
      `%LOCALAPPDATA%\\Programs\\${slug(own.name)} or %ProgramFiles%\\${own.name}`,
      `%LOCALAPPDATA%\\${folders[2]}`,
    ]);
    const { database, keys, backups, log, setAside } = dataFolder(data);
    for (const path of [database, keys, backups, log, setAside]) expect(operations).toContain(`\`${basename(path)}\``);
  });

  it('names switches that program and installer know', () => {
    expect(readCommandLine(['--veilig', '--data=/x'])).toEqual({ dataDir: '/x', safe: true });
    expect(firstCells(operations, 'switch').map((cell) => cell.replace(/^`(--\w[\w-]+|\/\w).*/, '$1'))).toEqual([
      '/S',
      '--no-desktop-shortcut',
      '/D',
    ]);
    expect(installer).toContain('"no-desktop-shortcut"');
  });

  it('quotes sentences that the program says', () => {
    const said = Object.values(errorTexts).map(([sentence]) => sentence);
    const cells = between(operations, '\n\\| "', ' \\|');
    const quoted = cells.flatMap((cell) => cell.split('", "')).map((text) => text.split(/["…]/)[0] ?? '');
    expect(quoted.length).toBeGreaterThan(3);
    for (const sentence of quoted)
      expect(
        said.filter((text) => text.startsWith(sentence)),
        sentence,
      ).not.toEqual([]);
  });

  it.each(['webservice.duo.nl', 'www.bron.nl', 'www.duo.nl'])('names %s, where a new administration looks', (host) => {
    expect(operations).toContain(`\`${host}\``);
    expect(read('electron/core/school/settings.ts')).toContain(`//${host}`);
  });
});

it('docs/mock-bron.md tells of every option of the mock, and of no other', () => {
  const [before = ''] = usageOfMock.split('Or, in its place:');
  const options = [...before.matchAll(/^ {2}(--[a-z-]+(?: [A-Z:]+)?)/gm)].map(([, option = '']) => option);
  const told = firstCells(read('docs/mock-bron.md'), 'Option').map((cell) => cell.replaceAll('`', ''));
  expect(told.toSorted()).toEqual(options.toSorted());
});

describe.each([
  ['docs/vendor.md', vendor],
  ['docs/operations.md', operations],
])('%s', (_, text) => {
  it('names sections of Instellingen that are there', () => {
    const screens = sourcesBelow('renderer').map(({ text: source }) => source);
    const named = between(text, '\\*Instellingen, ', '\\*').map((section) => section.replaceAll(/\s+/g, ' '));
    expect(named.length).toBeGreaterThan(0);
    for (const section of named)
      expect(
        screens.some((source) => source.includes(section)),
        section,
      ).toBe(true);
  });
});
