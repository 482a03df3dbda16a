// Checks the lock file without asking anybody, and writes the bill of materials and the licences of what goes into the program.
//   npm run sbom              out/supply/sbom.cdx.json and out/supply/licences.txt
//   npm run sbom -- --check   only the check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockProblems, readLock } from './supply/lockFile.mts';
import { writeSupply } from './supply/write.mts';

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
  const folder = join(root, 'out/supply');
  const shipped = writeSupply(root, folder, { name: productName, version });
  console.log(`${shipped} of them go into the program: ${folder}`);
}
