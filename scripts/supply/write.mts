import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock } from './lockFile.mts';
import { makeLicenceList, makeSbom, type Program } from './sbom.mts';
import { importedPackages, shippedPlaces } from './shipped.mts';

/** Writes into `folder` what goes into `program`: the bill of materials and the licences. Gives of how many packages. */
export function writeSupply(root: string, folder: string, program: Program): number {
  const packages = readLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = shippedPlaces(packages, importedPackages(root));
  mkdirSync(folder, { recursive: true });
  const sbom = makeSbom(program, packages, shipped);
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, undefined, 2)}\n`);
  writeFileSync(join(folder, 'licences.txt'), makeLicenceList(root, packages, shipped));
  return shipped.size;
}
