import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { extractAll } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCore } from '../../electron/core/processClient.ts';
import { forkCore } from '../../electron/web/forkCore.ts';
import { createAdministration, creation, PASSWORD, startTestLas } from '../support/administration.ts';
import { writeBrand } from '../support/brand.ts';
import { archived, archiveOf, filesBelow, headerHash, resourcesOf, runPackage } from '../support/packed.ts';

const platforms = [
  { platform: 'win', native: 'win32-x64.node', executable: 'Bronwijs.exe' },
  { platform: 'linux', native: 'linux-x64.node', executable: 'bronwijs' },
] as const;

/** Raised for every release. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Whose native module runs on this machine. */
const here = process.platform === 'win32' ? 'win' : 'linux';

/** Everything that a school gets but the pictures of the manual and the one binary. Nothing else may go along. */
const program = [
  ...['backup/index.mjs', 'core/clock.mjs', 'core/index.mjs', 'core/las.mjs', 'core/lib.mjs'].map((f) => `out/${f}`),
  ...['main/index.cjs', 'preload/index.cjs', 'renderer/assets/index.js', 'renderer/index.html'].map((f) => `out/${f}`),
  'package.json',
  'resources/brand/brand.json',
  'resources/bron/BegrippenregisterAlgemeenPO_V1.0.xsd',
  'resources/bron/BegrippenregisterInstellingEnOnderwijsPO_V1.0.xsd',
  'resources/bron/BegrippenregisterOnderwijsverbandPO_V1.0.xsd',
  'resources/bron/BegrippenregisterPersoonPO_V1.0.xsd',
  'resources/bron/BpokServices_V1.0.wsdl',
  'resources/bron/berichtenVerkeerIBGroepPO_V1.0.xsd',
  'resources/edexml/1.03/EDEXML.elementen.lvs.xsd',
  ...['1.03', '2.0', '2.1'].flatMap((edition) =>
    ['elementen', 'structuur', 'types.variabel', 'types.vast'].map(
      (part) => `resources/edexml/${edition}/EDEXML.${part}.xsd`,
    ),
  ),
  'resources/icons/icon.png',
  'resources/tables/edexml-landen.json',
  'resources/tables/landen.json',
  'resources/tables/nationaliteiten.json',
  'resources/tables/schoolvakanties.json',
];
const database = [
  ...['LICENSE', 'package.json'],
  ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`),
  ...['aggregate', 'backup', 'explain', 'function', 'inspect', 'pragma', 'serialize', 'table'].map(
    (name) => `lib/methods/${name}.js`,
  ),
  ...['transaction', 'wrappers'].map((name) => `lib/methods/${name}.js`),
].map((path) => `node_modules/better-sqlite3/${path}`);
/** Beside the archive stand Electron, which the stub has in short, and what the whole is made of. */
const beside = [
  ...['LICENSE.electron.txt', 'LICENSES.chromium.html', 'icudtl.dat', 'locales/nl.pak', 'resources.pak', 'version'],
  'resources/app.asar',
  'resources/licences.txt',
  'resources/sbom.cdx.json',
];

const withoutHash = (path: string) => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
const pictures = filesBelow('resources/handleiding')
  .filter((path) => path.endsWith('.png'))
  .map((path) => `out/renderer/assets/${basename(path)}`);

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  for (const { platform } of platforms) await packed([`--${platform}`, 'dir', '--out', folder]);
  await packed(['--win', 'dir', '--brand', writeBrand(join(folder, 'brand')), '--out', join(folder, 'branded')]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function packed(args: readonly string[]): Promise<void> {
  const { code, output } = await runPackage([...args, '--stub']);
  expect(code, output).toBe(0);
}

describe.each(platforms)('npm run package -- --$platform dir --stub', ({ platform, native, executable }) => {
  let unpacked: string;
  beforeAll(() => {
    unpacked = join(folder, `${platform}-unpacked`);
  });

  it('packs the program and nothing else of this repository', () => {
    const files = [...archived(unpacked).keys()].map(withoutHash);
    const binary = `node_modules/better-sqlite3/prebuilds/${native}`;
    expect(files.sort()).toEqual([...program, ...database, ...pictures, binary].sort());
  });

  it('puts beside the archive Electron, Dutch, and only the binary of the database for this system', () => {
    const binary = `resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${native}`;
    expect(filesBelow(unpacked)).toEqual([...beside, binary, executable].sort());
  });

  it('tells beside the archive what it is made of and under which licences, nothing of what builds or tests it', () => {
    const read = (name: string) => readFileSync(join(unpacked, 'resources', name), 'utf8');
    const sbom = JSON.parse(read('sbom.cdx.json')) as { metadata: unknown; components: { name: string }[] };
    expect(sbom.metadata).toMatchObject({ component: { name: 'Bronwijs', version: '0.1.0' } });
    const names = sbom.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'better-sqlite3-multiple-ciphers']));
    for (const tool of ['vitest', '@e965/xlsx', '@types/react', 'node-addon-api']) expect(names).not.toContain(tool);
    const licences = read('licences.txt');
    expect(names.filter((name) => !licences.includes(`${name} `))).toEqual([]);
  });

  it('leaves out what is for development', () => {
    const text = archived(unpacked).get('package.json')?.toString('utf8') ?? '';
    const { devDependencies, scripts } = JSON.parse(text) as Record<string, unknown>;
    expect({ devDependencies, scripts }).toEqual({ devDependencies: undefined, scripts: undefined });
  });

  it('has the fuses set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, executable));
    const on = Object.entries(FuseV1Options)
      .filter(([, fuse]) => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE)
      .map(([name]) => name);
    expect(on.sort()).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      // No defence, and left as Electron comes.
      'WasmTrapHandlers',
    ]);
  });

  it('has a preload that needs nothing but Electron, which is all that a sandbox gives it', () => {
    const text = archived(unpacked).get('out/preload/index.cjs')?.toString('utf8') ?? '';
    expect([...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
    expect(text).not.toMatch(/\bimport\(/);
  });

  if (platform === 'win') {
    it('tells Electron the hash of the archive, and Windows who made what', () => {
      const { integrity, version: info, icons } = resourcesOf(join(unpacked, executable));
      expect(integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value: headerHash(unpacked) }]);
      expect(info).toMatchObject({
        ProductName: 'Bronwijs',
        FileDescription: 'Bronwijs',
        CompanyName: 'Bronwijs',
        FileVersion: version,
      });
      expect(icons).toBe(6);
    });
  }

  if (platform === here) {
    it('is all that the core needs to run', async () => {
      const home = join(folder, 'extracted');
      extractAll(archiveOf(unpacked), home);
      const core = startCore({
        spawn: () =>
          forkCore({
            module: join(home, 'out/core/index.mjs'),
            arguments: {
              dataDir: join(folder, 'data'),
              version: '0.1.0',
              resourcesDir: join(home, 'resources'),
              host: 'none',
            },
            env: { ...process.env, LAS_CLOCK: '2009-11-02T09:00' },
          }),
      });
      try {
        expect(await core.invoke('session.create', creation)).toMatchObject({ ok: true });
        expect(await core.invoke('session.lock', {})).toMatchObject({ ok: true });
        expect(await core.invoke('session.unlock', { password: PASSWORD })).toMatchObject({ ok: true });
      } finally {
        await core.close();
      }
    });
  }
});

describe('npm run package -- --brand DIR', () => {
  const ours = () => join(folder, 'win-unpacked');
  const theirs = () => join(folder, 'branded/win-unpacked');

  it('differs from ours in the files of the brand, and in no other', () => {
    const [own, branded] = [archived(ours()), archived(theirs())];
    const added = [...branded.keys()].filter((path) => !own.has(path));
    const changed = [...own].filter(([path, bytes]) => branded.get(path)?.equals(bytes) !== true).map(([path]) => path);
    expect(added).toEqual(['resources/brand/app-update.yml', 'resources/brand/leverancier-ca.pem']);
    expect(changed.map(withoutHash)).toEqual([
      'out/renderer/index.html',
      'package.json',
      'resources/brand/brand.json',
      'resources/icons/icon.png',
    ]);
  });

  it("changes of the page and of package.json only what is the vendor's", () => {
    const text = (unpacked: string, path: string) => archived(unpacked).get(path)?.toString('utf8') ?? '';
    const page = text(theirs(), 'out/renderer/index.html');
    expect(page).toContain('<meta name="brand-name" content="Leerlijn Kwadraat" />');
    expect(page).toContain('<meta name="support-telephone" content="088 123 45 67" />');
    const other = (lines: string, than: string) => lines.split('\n').filter((line) => !than.split('\n').includes(line));
    expect(other(page, text(ours(), 'out/renderer/index.html'))).toHaveLength(6);
    const manifest = (unpacked: string) => JSON.parse(text(unpacked, 'package.json')) as object;
    expect(manifest(theirs())).toEqual({
      ...manifest(ours()),
      ...{ name: 'leerlijn-kwadraat', productName: 'Leerlijn Kwadraat', description: 'Leerlijn Kwadraat' },
      author: { name: 'Voorbeeld Onderwijs B.V.' },
    });
  });

  it('names its executable, and tells Windows the vendor, his icon and the hash', () => {
    const names = (unpacked: string) => filesBelow(unpacked).filter((path) => !path.startsWith('locales'));
    expect(names(theirs()).filter((path) => !names(ours()).includes(path))).toEqual(['Leerlijn Kwadraat.exe']);
    const { version, integrity, icons } = resourcesOf(join(theirs(), 'Leerlijn Kwadraat.exe'));
    expect(version).toMatchObject({ ProductName: 'Leerlijn Kwadraat', CompanyName: 'Voorbeeld Onderwijs B.V.' });
    expect(integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value: headerHash(theirs()) }]);
    expect(icons).toBe(1);
  });

  it('keeps the address of updates and its publisher inside the archive', () => {
    const update = archived(theirs()).get('resources/brand/app-update.yml')?.toString('utf8') ?? '';
    expect(JSON.parse(update)).toEqual({
      provider: 'generic',
      url: 'https://updates.leverancier.example/las/',
      updaterCacheDirName: 'leerlijn-kwadraat-updater',
      publisherName: ['Voorbeeld Onderwijs B.V.', 'Voorbeeld Onderwijs BV'],
    });
  });

  it('begins a new administration where the brand says that BRON is', async () => {
    const resourcesDir = join(folder, 'resources');
    cpSync('resources', resourcesDir, { recursive: true });
    for (const name of ['brand.json', 'leverancier-ca.pem']) {
      writeFileSync(join(resourcesDir, 'brand', name), archived(theirs()).get(`resources/brand/${name}`) ?? '');
    }
    const world = await startTestLas({ resourcesDir });
    try {
      await createAdministration(world);
      const { exchange } = await world.call('settings.get', {});
      expect(exchange.endpoint).toBe('https://oefen.leverancier.example:6914/POKANAAL/');
      expect(exchange.caPem).toContain('BEGIN CERTIFICATE');
    } finally {
      await world.close();
    }
  });
});
