import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';
import { encodeArguments } from '../../electron/core/coreArguments.ts';
import type { FromCore } from '../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/api/errors.ts';

/** A core process of its own on a data folder, as the hosts start it. */
export class CoreProcess {
  readonly process: ChildProcess;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #lastId = 0;

  constructor(dataDir: string, options: { oefenklokUrl?: string } = {}) {
    const given = { dataDir, version: '0.0.0', resourcesDir: 'resources', host: 'none' as const, ...options };
    this.process = fork('electron/core/process.ts', [encodeArguments(given)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.process.on('message', (message: FromCore) => {
      if (message.kind === 'result') this.#pending.get(message.id)?.(message.result);
    });
  }

  invoke<N extends OperationName>(name: N, input: Input<N>): Promise<Result<unknown>> {
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.process.send({ id, name, input }, () => undefined);
    });
  }

  /** The value; a failure throws with its code. */
  async call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.invoke(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value as Output<N>;
  }

  async kill(): Promise<void> {
    const exited = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await exited;
  }
}
