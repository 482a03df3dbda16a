import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** `npm run demo` as a person would start it, without a window of its own. */
export class Demo {
  readonly folder = mkdtempSync(join(tmpdir(), 'bronwijs-demo-e2e-'));
  readonly process: ChildProcess;
  #output = '';

  constructor(...options: string[]) {
    this.process = spawn(process.execPath, ['scripts/demo.mts', '--no-window', '--data', this.folder, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
  }

  /** The address that it prints once it is ready. */
  async address(): Promise<string> {
    await expect.poll(() => this.#output, { timeout: 90_000 }).toContain('Ready');
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(this.#output)?.[0];
    if (!address) throw new Error(`no address in: ${this.#output}`);
    return address;
  }

  /** What it has printed. */
  get output(): string {
    return this.#output;
  }

  async end(): Promise<void> {
    const exited = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await exited;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
