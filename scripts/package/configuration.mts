import type { Configuration } from 'electron-builder';
import type { Brand } from '../../shared/brand/brand.ts';
import type { PackageOptions } from './options.mts';

/** The name of a package: as npm allows it. */
const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** The name as it stands in names of files. */
const inFileName = (name: string): string => name.replaceAll(' ', '-');

type Asked = Pick<PackageOptions, 'perMachine' | 'electron' | 'out'>;

/** What comes on top of electron-builder.yml, whose every other line holds for every brand. */
export function configurationOf(brand: Brand, { perMachine, electron, out }: Asked): Configuration {
  const { name, appId, publisher, update } = brand;
  const maker = publisher[0] ?? name;
  const variant = perMachine ? '-alle-gebruikers' : '';
  return {
    appId,
    productName: name,
    copyright: maker,
    extraMetadata: { name: slug(name), productName: name, author: { name: maker }, description: name },
    directories: { output: out },
    ...(electron === undefined ? {} : { electronDist: electron }),
    win: { signtoolOptions: { publisherName: [...publisher] } },
    nsis: {
      artifactName: `${inFileName(name)}-\${version}-setup${variant}.\${ext}`,
      shortcutName: name,
      ...(perMachine ? { perMachine: true, packElevateHelper: true, runAfterFinish: false } : {}),
    },
    // An installation for all users is updated by who installed it: there is no feed for it.
    publish: update && !perMachine ? { provider: 'generic', url: update.address, publisherName: [...publisher] } : null,
  };
}
