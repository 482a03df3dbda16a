import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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
