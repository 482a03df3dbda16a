import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoggedMessage } from '../../mock-bron/register/log.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/mock-bron.mts');
const MESSAGES_AT_ONCE = 2_000;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** The file in its folder with the persons of the BRP it begins with. */
export const brpIn = (data: string): string => join(data, 'brp.json');

/** The mock BRON in a process of its own, which can go down and come up again with what it had. */
export class Bron {
  readonly data: string;
  readonly port: number;
  #child: ChildProcess | undefined;
  #control = '';
  #lastSeq = 0;
  /** What it is to hear as soon as it is up. */
  #untold: { path: string; body: object; method: string }[] = [];

  /** @param data its folder, made by a mock before @param port where the web service listens */
  constructor(data: string, port: number) {
    this.data = data;
    this.port = port;
  }

  get up(): boolean {
    return this.#child !== undefined;
  }

  async start(): Promise<void> {
    const ports = ['--port', String(this.port), '--site-port', '0', '--control-port', '0'];
    const args = [SCRIPT, '--data', this.data, '--brp', brpIn(this.data), '--seed', 'test', ...ports];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    child.on('exit', () => running.delete(child));
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    ({ control: this.#control } = JSON.parse(line) as { control: string });
    this.#child = child;
    const waiting = this.#untold;
    this.#untold = [];
    for (const { path, body, method } of waiting) await this.control(path, body, method);
  }

  /** Tells it something, later when it is down. */
  async tell(path: string, body: object, method = 'POST'): Promise<void> {
    if (this.up) await this.control(path, body, method);
    else this.#untold.push({ path, body, method });
  }

  /** @param signal SIGKILL: in the middle of whatever it does */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  /** Calls the control interface. */
  async control<T = unknown>(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
    const response = await fetch(new URL(path, this.#control), {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Where the log of messages ends now; while it is down nothing is added. */
  async endOfLog(): Promise<number> {
    if (this.up) await this.eachMessage(({ seq }) => (this.#lastSeq = seq), this.#lastSeq);
    return this.#lastSeq;
  }

  /** Looks at every message that came in or went out, in order, without holding them all. */
  async eachMessage(look: (message: LoggedMessage) => void, from = 0): Promise<void> {
    for (let after = from; ;) {
      const path = `/messages?after=${after}&limit=${MESSAGES_AT_ONCE}`;
      const { messages } = await this.control<{ messages: LoggedMessage[] }>(path);
      messages.forEach(look);
      const last = messages.at(-1);
      if (!last) return;
      after = last.seq;
    }
  }
}
