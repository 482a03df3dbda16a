// A program that stops its thread in the middle of a backup, time and again: node stoppedThread.mts FOLDER KEY. Tells how each ended.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BackupThread } from '../../electron/core/backup/thread.ts';
import { LasError } from '../../shared/api/errors.ts';

const ROUNDS = 4;
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

const codes: string[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const thread = new BackupThread();
  const made = thread.run({ kind: 'make', source, key: Buffer.from(key, 'hex'), scratch, target, facts });
  const ended = made.then(
    () => 'made',
    (error: unknown) => (error instanceof LasError ? error.failure.code : String(error)),
  );
  while (!existsSync(scratch)) await delay(1);
  // The copy is written, and its log of changes is being read.
  await delay(20 * (round + 1));
  await thread.stop();
  codes.push(await ended);
}
const left = readdirSync(folder).filter((name) => !name.startsWith('administratie.db'));
process.stdout.write(JSON.stringify({ codes, left }));
