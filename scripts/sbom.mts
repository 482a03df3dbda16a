// Checks the lock file without asking anybody, and writes the bill of materials and the licences of what goes into the program.
//   npm run sbom              out/supply/sbom.cdx.json and out/supply/licences.txt
//   npm run sbom -- --check   only the check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockProblems, readLock } from './supply/lockFile.mts';
import { makeLicenceList, makeSbom } from './supply/sbom.mts';
import { importedPackages, shippedPlaces } from './supply/shipped.mts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

const { productName, version, allowScripts } = JSON.parse(read('package.json')) as {
  productName: string;
  version: string;
  allowScripts: Record<string, boolean>;
};
const packages = readLock(read('package-lock.json'));
const problems = lockProblems(packages, allowScripts);
for (const problem of problems) console.error(problem);
console.log(`${packages.size} packages in the lock file, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
else if (!process.argv.includes('--check')) {
  const shipped = shippedPlaces(packages, importedPackages(root));
  const folder = join(root, 'out/supply');
  mkdirSync(folder, { recursive: true });
  const sbom = makeSbom({ name: productName, version }, packages, shipped);
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, undefined, 2)}\n`);
  writeFileSync(join(folder, 'licences.txt'), makeLicenceList(root, packages, shipped));
  console.log(`${shipped.size} of them go into the program: ${folder}`);
}
