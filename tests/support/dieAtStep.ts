import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What changes a disk; each call is a step at which a program can be killed. */
const steps = ['openSync', 'writeFileSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync', 'copyFileSync'] as const;

/** From now on `strike` is called before each step of this thread on the disk, with its number from 1. */
export function atEachStep(strike: (step: number) => void): void {
  let count = 0;
  const target = fs as unknown as Record<(typeof steps)[number], (...args: unknown[]) => unknown>;
  for (const name of steps) {
    const original = target[name].bind(fs);
    target[name] = (...args) => {
      count += 1;
      strike(count);
      return original(...args);
    };
  }
  syncBuiltinESMExports();
}
