import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';
import { encodeArguments, type CoreArguments } from '../../electron/core/coreArguments.ts';
import type { FromCore, GrantUse } from '../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/api/errors.ts';

/** A core process of its own on a data folder, as the hosts start it. */
export class CoreProcess {
  readonly process: ChildProcess;
  /** By which signal it ended; null when it ended by itself. */
  readonly exited: Promise<NodeJS.Signals | null>;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #lastId = 0;

  constructor(
    dataDir: string,
    options: Partial<CoreArguments> = {},
    {
      entry = 'electron/core/process.ts',
      env = {},
      flags = [],
    }: { entry?: string; env?: NodeJS.ProcessEnv; flags?: readonly string[] } = {},
  ) {
    const given = { dataDir, version: '0.0.0', resourcesDir: 'resources', host: 'none' as const, ...options };
    this.process = fork(entry, [encodeArguments(given)], {
      execArgv: ['--disable-warning=ExperimentalWarning', ...flags],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    });
    this.exited = once(this.process, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
    this.process.on('message', (message: FromCore) => {
      if (message.kind !== 'result') return;
      this.#pending.get(message.id)?.(message.result);
      this.#pending.delete(message.id);
    });
  }

  /** A token for a file or folder, as the host gives one when a person chooses it. */
  grant(path: string, use: GrantUse): string {
    const token = randomUUID();
    this.process.send({ grant: token, path, use }, () => undefined);
    return token;
  }

  invoke<N extends OperationName>(name: N, input: Input<N>): Promise<Result<unknown>> {
    return this.ask(name, input);
  }

  /** The same of what an entry understands besides the contract. */
  ask(name: string, input: unknown): Promise<Result<unknown>> {
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.process.send({ id, name, input: input as object }, () => undefined);
    });
  }

  /** The value; a failure throws with its code. */
  async call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.invoke(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value as Output<N>;
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  /** As a host that is gone does. */
  async close(): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    await this.exited;
  }
}
