import { fork } from 'node:child_process';
import type { FromCore } from '../../shared/api/bridge.ts';
import { encodeArguments, type CoreArguments } from '../core/coreArguments.ts';
import { coreEnvironment, type CoreChild } from '../core/processClient.ts';

export interface ForkOptions {
  /** The entry of the core: `electron/core/process.ts`, or the bundle made of it. */
  module: string;
  arguments: CoreArguments;
  env?: NodeJS.ProcessEnv;
}

/**
 * The space for young objects of V8, in MB: by itself it grows to many times this without making anything faster, and reading
 * a large file fills it with what is no longer needed.
 */
const YOUNG_SPACE_MB = 4;

/** Starts the core as a child of this process. It ends when this process does, in whatever way. */
export function forkCore({ module, arguments: options, env = process.env }: ForkOptions): CoreChild & { pid?: number } {
  const child = fork(module, [encodeArguments(options)], {
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${YOUNG_SPACE_MB}`],
    env: coreEnvironment(env),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    // A message that cannot be delivered is followed by 'exit'.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => {
      let told = false;
      const once = () => {
        if (!told) listener();
        told = true;
      };
      child.once('exit', once);
      child.once('error', once);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
