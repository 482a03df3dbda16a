// Starts scripts/<name>.mts with the project's own Node 24. Plain JavaScript, so that it can say what is wrong on any Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const major = (version) => Number(version.split('.')[0]);

function findNode() {
  if (major(process.versions.node) >= 24) return process.execPath;
  const candidates = ['bin/node', 'bin/node.exe', 'node.exe'].map((part) => join(root, 'node_modules/node', part));
  return candidates.find((path) => existsSync(path));
}

const [name, ...args] = process.argv.slice(2);
const node = findNode();
if (!node) {
  console.error(
    'Bronwijs needs its own Node 24, which is not installed. Run "npm ci" (without --ignore-scripts) and try again.',
  );
  process.exit(1);
}
const bin = join(root, 'node_modules/.bin');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${name}.mts`), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
// npm starts this through a shell that keeps signals to itself: when npm is ended, only the change of parent tells.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
