import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf, nameAt, type LockedPackage } from './lockFile.mts';

/** The program as its own bill of materials names it. */
export interface Program {
  name: string;
  version: string;
}

const purl = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A random-looking id that is the same for the same content, in the form of RFC 4122. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** The bill of materials of the program in CycloneDX 1.6: what goes along, with versions, hashes and licences. Same in, same out. */
export function makeSbom(program: Program, packages: ReadonlyMap<string, LockedPackage>, shipped: ReadonlySet<string>) {
  const components = [...packages]
    .filter(([place]) => shipped.has(place))
    .map(([place, entry]) => ({
      type: 'library',
      'bom-ref': place,
      name: nameAt(place, entry),
      version: entry.version,
      scope: 'required',
      purl: purl(nameAt(place, entry), entry.version),
      hashes: [
        {
          alg: 'SHA-512',
          content: Buffer.from((entry.integrity ?? '').replace('sha512-', ''), 'base64').toString('hex'),
        },
      ],
      licenses: [{ expression: licenceOf(place, entry) ?? '' }],
    }));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${idOf(JSON.stringify([program, components]))}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': program.name, ...program } },
    components,
  };
}

function licenceText(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** The licences of what goes along, with their texts as the packages bring them: to lie beside the program. */
export function makeLicenceList(
  root: string,
  packages: ReadonlyMap<string, LockedPackage>,
  shipped: ReadonlySet<string>,
): string {
  const parts = [...packages]
    .filter(([place]) => shipped.has(place))
    .map(([place, entry]) => {
      const head = `${nameAt(place, entry)} ${entry.version}: ${licenceOf(place, entry) ?? ''}`;
      return [head, licenceText(join(root, place))].filter((text) => text !== '').join('\n\n');
    });
  return `${parts.join(`\n\n${'-'.repeat(79)}\n\n`)}\n`;
}
