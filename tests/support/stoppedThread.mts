// A program that makes a backup, and stops others at every stage of their making: node stoppedThread.mts FOLDER KEY. Tells how each
// ended, and which files they left.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BackupThread } from '../../electron/core/backup/thread.ts';
import { LasError } from '../../shared/api/errors.ts';

/** The moments of a stop, as parts of the time that a backup takes: the reading of its log of changes most closely. */
const moments = [0.05, 0.2, 0.35, 0.5, 0.54, 0.58, 0.62, 0.66, 0.7, 0.74, 0.78, 0.82, 0.86, 0.9, 1];
const [folder = '', key = ''] = process.argv.slice(2);
const source = join(folder, 'administratie.db');
const scratch = join(folder, 'scratch');
const target = join(folder, 'stopped');
const facts = {
  program: '0.0.0',
  madeAt: '2009-11-02T08:00:00.000Z',
  machineTime: '2026-01-05T10:00:00.000Z',
  reason: 'manual',
  keys: '{}',
} as const;

const make = (thread: BackupThread) =>
  thread
    .run({ kind: 'make', source, key: Buffer.from(key, 'hex'), scratch, target, facts })
    .then(() => 'made')
    .catch((error: unknown) => (error instanceof LasError ? error.failure.code : String(error)));

const began = performance.now();
const codes = [await make(new BackupThread())];
const lasts = performance.now() - began;
rmSync(target);
for (const moment of moments) {
  const thread = new BackupThread();
  const made = make(thread);
  await delay(lasts * moment);
  await thread.stop();
  codes.push(await made);
  rmSync(target, { force: true });
}
const left = readdirSync(folder).filter((name) => !name.startsWith('administratie.db'));
process.stdout.write(JSON.stringify({ codes, left }));
