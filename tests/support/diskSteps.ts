import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What changes a disk; each call is a step at which a program can be killed or a disk can fail. */
const changing = [
  'openSync',
  'writeFileSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'copyFileSync',
] as const;
type Step = (typeof changing)[number];

/** The steps that take room. */
export const growing: readonly Step[] = ['openSync', 'writeFileSync', 'writeSync', 'mkdirSync', 'copyFileSync'];

export interface StepOptions {
  /** Only steps on files below this folder. */
  below?: string;
  only?: readonly Step[];
}

const opensToRead = (name: Step, [, flags]: unknown[]) => name === 'openSync' && String(flags).startsWith('r');

/**
 * From now on `strike` is called before each step of this thread on the disk, with its number from 1; what it throws, the step throws.
 * Gives what undoes it.
 */
export function atEachStep(
  strike: (step: number) => void,
  { below = '', only = changing }: StepOptions = {},
): () => void {
  let count = 0;
  const undo: (() => void)[] = [];
  const handles = new Set<unknown>();
  const target = fs as unknown as Record<Step, (...args: unknown[]) => unknown>;
  for (const name of only) {
    const original = target[name];
    target[name] = (...args) => {
      const [first] = args;
      const ours = typeof first === 'string' ? first.startsWith(below) : handles.has(first);
      if (ours && !opensToRead(name, args)) {
        count += 1;
        strike(count);
      }
      const result = original.apply(fs, args);
      if (ours && name === 'openSync') handles.add(result);
      return result;
    };
    undo.push(() => {
      target[name] = original;
    });
  }
  syncBuiltinESMExports();
  return () => {
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
}
