// `npm run package`: builds the program and packs it through electron-builder, as ours or under a vendor's brand.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Arch, build as pack, Platform } from 'electron-builder';
import { build } from './build.mts';
import { configurationOf } from './package/configuration.mts';
import { readOptions, usage, type PackageOptions } from './package/options.mts';
import { readBrand } from './package/readBrand.mts';
import { stageProgram } from './package/stage.mts';
import { writeStubElectron } from './package/stub.mts';
import { brand as shape } from '../shared/brand/brand.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Makes the package; gives the files and folders that came of it. */
async function makePackage(options: PackageOptions): Promise<string[]> {
  const own = () => shape.parse(JSON.parse(readFileSync(join(root, 'resources/brand/brand.json'), 'utf8')));
  const brand = options.brand === undefined ? own() : readBrand(options.brand);
  await build();
  const caches = join(root, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const scratch = mkdtempSync(join(caches, 'package-'));
  try {
    const program = join(scratch, 'program');
    stageProgram(root, program, { brand, ...(options.brand === undefined ? {} : { brandDir: options.brand }) });
    const stub = join(scratch, 'electron');
    if (options.stub) writeStubElectron(stub, options.platform, electronVersion());
    const electron = options.stub ? stub : options.electron;
    const platform = options.platform === 'win' ? Platform.WINDOWS : Platform.LINUX;
    const artifacts = await pack({
      projectDir: program,
      targets: platform.createTarget(options.target, Arch.x64),
      config: configurationOf(brand, { ...options, ...(electron === undefined ? {} : { electron }) }),
      publish: 'never',
    });
    return options.target === 'dir' ? [join(options.out, `${options.platform}-unpacked`)] : artifacts;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const unreachable =
  'What is needed to pack could not be fetched. docs/vendor.md (1) tells how to do without: --electron DIR, --stub, or a mirror.';

if (process.argv.includes('--help')) console.log(usage);
else {
  try {
    const made = await makePackage(readOptions(process.argv.slice(2)));
    console.log(made.map((path) => `Made ${path}`).join('\n'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(message);
    console.error(isOffline ? `${message}\n${unreachable}` : message);
    process.exit(1);
  }
}
