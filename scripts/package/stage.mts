import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Brand } from '../../shared/brand/brand.ts';
import { writeSupply } from '../supply/write.mts';
import { brandPage } from './brandPage.mts';
import { slug } from './configuration.mts';

/** What the packager reads of this repository; electron-builder.yml names what of it goes in. */
const parts = ['package.json', 'package-lock.json', 'electron-builder.yml', 'out', 'resources'];

const cas = ({ bron = {} }: Brand) => Object.values(bron).flatMap(({ ca }) => ca ?? []);

/** The configuration of electron-updater; JSON is YAML. Inside the archive, where its integrity is checked. */
function updateConfiguration({ name, update, publisher }: Brand): string | undefined {
  if (!update) return undefined;
  const feed = { provider: 'generic', url: update.address, publisherName: publisher };
  return `${JSON.stringify({ ...feed, updaterCacheDirName: `${slug(name)}-updater` }, null, 2)}\n`;
}

/**
 * Puts together in `folder` what is packed: the program as it was built in `root`, with the brand of `brandDir` over it. The
 * sources stay as they are.
 */
export function stageProgram(
  root: string,
  folder: string,
  { brand, brandDir }: { brand: Brand; brandDir?: string },
): void {
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  writeSupply(root, join(folder, 'supply'), { name: brand.name, version });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

  const ofBrand = join(folder, 'resources/brand');
  const update = updateConfiguration(brand);
  if (update) writeFileSync(join(ofBrand, 'app-update.yml'), update);
  if (brandDir === undefined) return;
  writeFileSync(join(ofBrand, 'brand.json'), `${JSON.stringify(brand, null, 2)}\n`);
  for (const ca of cas(brand)) copyFileSync(join(brandDir, ca), join(ofBrand, ca));
  for (const icon of ['icon.png', 'icon.ico']) {
    if (existsSync(join(brandDir, icon))) copyFileSync(join(brandDir, icon), join(folder, 'resources/icons', icon));
  }
  const page = join(folder, 'out/renderer/index.html');
  writeFileSync(page, brandPage(readFileSync(page, 'utf8'), brand));
}
