import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultDataDir, windowProfileDir } from '../../electron/core/hosting/places.ts';
import { configurationOf } from '../../scripts/package/configuration.mts';

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
      win: {
        target: [{ target: 'nsis', arch: ['x64'] }],
        icon: 'resources/icons/icon.ico',
        signExts: ['.dll', '.node'],
      },
      nsis: { oneClick: true, perMachine: false, language: '1043', installerLanguages: ['nl_NL'] },
    });
  });
});

describe('the installer', () => {
  const brand = {
    name: 'Leerlijn Kwadraat',
    appId: 'nl.voorbeeld.leerlijn',
    publisher: ['Voorbeeld B.V.'],
    colour: '#7A1F5C',
  };
  const update = { address: 'https://updates.voorbeeld.example/' };
  const asked = { perMachine: false, signFromStore: false, out: 'release' };
  const script = readFileSync(join(root, 'resources/installer/installer.nsh'), 'utf8');
  const macro = (name: string) => new RegExp(`!macro ${name}\\n(.*?)!macroend`, 's').exec(script)?.[1] ?? '';

  it.each([
    ['for one person', asked],
    ['for all users', { ...asked, perMachine: true }],
    ['signed from the store of Windows', { ...asked, signFromStore: true }],
    ['around another Electron', { ...asked, electron: '/electron' }],
  ])('has a valid configuration %s', async (_, options) => {
    await expect(validate({ ...read(), ...configurationOf({ ...brand, update }, options) })).resolves.toBeUndefined();
  });

  it('carries the name of the brand, and for all users says so in the name of its file', () => {
    const one = configurationOf({ ...brand, update }, asked);
    const all = configurationOf({ ...brand, update }, { ...asked, perMachine: true });
    expect(one.nsis).toEqual({
      artifactName: 'Leerlijn-Kwadraat-${version}-setup.${ext}',
      shortcutName: 'Leerlijn Kwadraat',
    });
    expect(all.nsis).toMatchObject({
      artifactName: 'Leerlijn-Kwadraat-${version}-setup-alle-gebruikers.${ext}',
      perMachine: true,
    });
    // The feed for one person must not offer itself to an installation that an administrator made.
    expect(one.publish).toMatchObject({ provider: 'generic', url: update.address, publisherName: ['Voorbeeld B.V.'] });
    expect(all.publish).toBeNull();
    expect(configurationOf(brand, asked).publish).toBeNull();
  });

  it('is in the Start menu and among the installed programs, asks nothing while installing', () => {
    expect(read()['nsis']).toMatchObject({
      oneClick: true,
      createStartMenuShortcut: true,
      uninstallDisplayName: '${productName}',
      deleteAppDataOnUninstall: false,
      include: 'resources/installer/installer.nsh',
    });
  });

  it('asks twice, with No for whoever presses Enter, before an administration goes', () => {
    const questions = macro('customUnInit').match(/MessageBox [^\n]+/g) ?? [];
    expect(questions).toHaveLength(2);
    for (const question of questions) expect(question).toMatch(/MB_YESNO.*MB_DEFBUTTON2.* IDNO keepData$/);
    expect(macro('customUnInit').trim().startsWith('StrCpy $removeData "0"')).toBe(true);
  });

  it('asks nothing and keeps everything in an update, in a silent uninstall, and for all users', () => {
    expect(macro('customUnInit')).toMatch(/"\/S" \$R1\s+\$\{If\} \$\{Errors\}\s+\$\{AndIfNot\} \$\{isUpdated\}/);
    expect(macro('customUnInstall').trim()).toMatch(/^\$\{If\} \$removeData == "1".*\$\{EndIf\}$/s);
    expect(script).toContain('!ifndef INSTALL_MODE_PER_ALL_USERS');
  });

  it('removes the folders in which the program keeps administrations, and no other', () => {
    const removed = [...macro('customUnInstall').matchAll(/RMDir \/r "\$LOCALAPPDATA\\([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const machine = { env: { LOCALAPPDATA: '/local' }, platform: 'win32', home: '/home' } as const;
    const data = defaultDataDir(machine);
    expect(removed).toEqual([basename(data), basename(dirname(windowProfileDir(data, machine)))]);
  });
});
