import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Configuration = Record<string, unknown> & { electronFuses: Record<string, boolean>; files: string[] };

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const cli = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
// What electron-builder itself uses, in the version it brings.
const ofBuilder = createRequire(cli);
const yaml = ofBuilder('js-yaml') as { load(text: string): unknown };
const { validateConfiguration } = ofBuilder('app-builder-lib/out/util/config/config') as {
  validateConfiguration(configuration: unknown, debugLogger: unknown): Promise<void>;
};
const { DebugLogger } = ofBuilder('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown };

const read = () => yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration;
const validate = (configuration: unknown) => validateConfiguration(configuration, new DebugLogger(false));

describe('electron-builder.yml', () => {
  it('is valid', async () => {
    await expect(validate(read())).resolves.toBeUndefined();
  });

  it.each([
    ['a key', (configuration: Configuration) => ({ ...configuration, asarUnpak: [] })],
    [
      'a fuse',
      ({ electronFuses, ...rest }: Configuration) => ({
        ...rest,
        electronFuses: { ...electronFuses, runAsNod: false },
      }),
    ],
    ['a value', (configuration: Configuration) => ({ ...configuration, npmRebuild: 'no' })],
  ])('is refused with %s misspelt', async (_, misspell) => {
    await expect(validate(misspell(read()))).rejects.toThrow(/configuration/i);
  });

  it('is a per-user, Dutch installer for Windows x64', () => {
    expect(read()).toMatchObject({
      appId: 'nl.bronwijs.las',
      npmRebuild: false,
      publish: null,
      win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'resources/icons/icon.ico' },
      nsis: { oneClick: true, perMachine: false, language: '1043', installerLanguages: ['nl_NL'] },
    });
  });
});

describe('what is packaged', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  let folder: string;
  let unpacked: string;

  const write = (path: string, text = 'x') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  // Electron's own binary is not needed to see what goes in: a stub with the fuses' sentinel takes its place.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'electron-builder-'));
    for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/nl.pak', 'locales/en-US.pak'])
      write(`stub/${file}`);
    write('stub/version', '45.4.1');
    write('stub/electron', `${sentinel}\u0001\u0009${'0'.repeat(9)}`);
    chmodSync(join(folder, 'stub/electron'), 0o755);
    for (const bundle of [
      'main/index.cjs',
      'preload/index.cjs',
      'core/index.mjs',
      'backup/index.mjs',
      'renderer/index.html',
    ]) {
      write(`program/out/${bundle}`);
    }
    for (const stranger of [
      '.env',
      'out/web-preload/preload.js',
      'out/stamp.txt',
      'electron/web/host.ts',
      'tests/a.ts',
    ]) {
      write(`program/${stranger}`);
    }
    for (const file of ['package.json', 'package-lock.json', 'electron-builder.yml', 'resources/icons']) {
      cpSync(join(root, file), join(folder, 'program', file), { recursive: true });
    }
    write('program/resources/handleiding/start.md');
    write('program/resources/bron/a.xsd');
    write('program/resources/tables/a.json');
    symlinkSync(join(root, 'node_modules'), join(folder, 'program/node_modules'), 'junction');
    const run = spawnSync(
      process.execPath,
      [
        ...[cli, '--projectDir', join(folder, 'program'), '--linux', 'dir', '--x64'],
        ...[`-c.electronDist=${join(folder, 'stub')}`, `-c.directories.output=${join(folder, 'release')}`],
      ],
      { encoding: 'utf8' },
    );
    expect(run.status, run.stderr + run.stdout).toBe(0);
    unpacked = join(folder, 'release/linux-unpacked');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the program and nothing else of this repository', async () => {
    const asar = (await import(
      pathToFileURL(createRequire(ofBuilder.resolve('app-builder-lib/out/index.js')).resolve('@electron/asar')).href
    )) as {
      extractFile(archive: string, path: string): Buffer;
      listPackage(archive: string, options: { isPack: boolean }): string[];
    };
    const archive = join(unpacked, 'resources/app.asar');
    const listed = asar.listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    const files = listed.filter((path) => !listed.some((other) => other.startsWith(`${path}/`)));
    expect(files.filter((path) => !path.startsWith('/node_modules/better-sqlite3/lib/')).sort()).toEqual([
      '/node_modules/better-sqlite3/LICENSE',
      '/node_modules/better-sqlite3/package.json',
      '/node_modules/better-sqlite3/prebuilds/win32-x64.node',
      '/out/backup/index.mjs',
      '/out/core/index.mjs',
      '/out/main/index.cjs',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/package.json',
      '/resources/bron/a.xsd',
      '/resources/icons/icon.png',
      '/resources/tables/a.json',
    ]);
    expect(files).toContain('/node_modules/better-sqlite3/lib/index.js');
  });

  it('leaves only the binary of the database outside the archive', () => {
    const outside = readdirSync(join(unpacked, 'resources/app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['win32-x64.node']);
  });

  it('has the fuses set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'bronwijs'));
    const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect(state(FuseV1Options.RunAsNode)).toBe(false);
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  });
});
