// What every test needs, checked before the first one starts: Node 24 and a database that opens.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const minimum = 24;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < minimum) {
  stop(
    `Bronwijs needs Node ${minimum} or later; this is Node ${process.versions.node}. Run "npm ci" and use the npm scripts.`,
  );
}

const probe = `
  import Database from 'better-sqlite3';
  const database = new Database(':memory:');
  if (database.prepare('SELECT 6914 AS port').get().port !== 6914) process.exit(1);
  database.close();
`;
// In a child process: on an unsuitable Node the native module does not throw, it ends the process.
const child = spawnSync(process.execPath, ['--input-type=module', '--eval', probe], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
});
if (child.status !== 0) {
  const how = child.signal ? `ended by ${child.signal}` : `exit code ${child.status}`;
  const detail = child.stderr.split('\n').find((line) => line.includes('Error')) ?? 'no message';
  stop(
    `better-sqlite3 does not open a database on Node ${process.versions.node}, ${process.platform}-${process.arch} ` +
      `(${how}: ${detail.trim()}). Run "npm ci" again on this machine.`,
  );
}
