// The core process, which kills itself with SIGKILL at a change of the state of the exchange. The environment says at which (death.ts).
import { appendFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { serveCore } from '../../../electron/core/serveCore.ts';
import { readDeath, type Report } from './death.ts';
import { watchExchange } from './triggers.ts';

/** With which the core ends the opening of a database to write in. */
const OPENED_WITH = 'secure_delete = ON';

const { report, at } = readDeath();
const pragma = Database.prototype.pragma;
const seen = new Map<string, number>();
let doomed = false;
let atCommit: { change: string; db: Database.Database } | undefined;

// Written at once: nothing else survives the kill.
const tell = (line: Report) => appendFileSync(report, `${JSON.stringify(line)}\n`);

function die(killedAt: string, { inTransaction }: Database.Database): void {
  tell({ killedAt, inTransaction });
  process.kill(process.pid, 'SIGKILL');
}

function strike(change: string, db: Database.Database): void {
  const count = (seen.get(change) ?? 0) + 1;
  seen.set(change, count);
  tell({ change });
  if (doomed || change !== at?.change || count !== at.occurrence) return;
  doomed = true;
  const { moment } = at;
  if (moment === 'inside') die(change, db);
  else if (moment === 'committed') atCommit = { change, db };
  else setTimeout(() => die(change, db), moment);
}

/** COMMIT is a statement that is run, like one that commits by itself. */
function watchCommits(db: Database.Database): void {
  const statement = Object.getPrototypeOf(db.prepare('SELECT 1')) as Database.Statement;
  const { run } = statement;
  statement.run = function (this: Database.Statement, ...args) {
    const answer = run.apply(this, args);
    if (this.database === atCommit?.db && !this.database.inTransaction) die(atCommit.change, this.database);
    return answer;
  };
}
watchCommits(new Database(':memory:'));

Database.prototype.pragma = function (this: Database.Database, ...args) {
  const answer = pragma.apply(this, args);
  const isTheirs = () => this.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'bericht'").get() !== undefined;
  if (args[0] === OPENED_WITH && isTheirs()) watchExchange(this, (change) => strike(change, this));
  return answer;
};

await serveCore(async () => {
  const { createLas } = await import('../../../electron/core/las.ts');
  return (options) => createLas({ ...options, backupRotation: false });
});
