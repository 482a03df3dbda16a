import { randomBytes } from 'node:crypto';
import type { FromCore, GrantUse, ToCore } from '../../shared/api/bridge.ts';
import { failure, type Result } from '../../shared/api/errors.ts';
import { CLOSE_ID } from './coreArguments.ts';

/** A running core process, whatever started it. */
export interface CoreChild {
  send(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  /** Called once, when the process has ended or could not be started. */
  onExit(listener: () => void): void;
  /** Ends it without asking. */
  kill(): void;
}

export type EventListener = (event: string, payload: unknown) => void;

/** The host's side of the core process. */
export interface CoreClient {
  /** Calls an operation. Never throws; a core that dies meanwhile gives `core-stopped`. */
  invoke(name: string, input: unknown): Promise<Result<unknown>>;
  /** Tells the core what a person chose; gives the token for the page. */
  grant(path: string, use: GrantUse): string;
  /** Listens to the core's events; gives the function that stops listening. */
  subscribe(listener: EventListener): () => void;
  /** Lets the core finish and waits until its process has ended. */
  close(): Promise<void>;
}

export interface CoreClientOptions {
  spawn(): CoreChild;
  /** The proxy that the computer's settings give for an address, as Chromium says it. */
  resolveProxy?(url: string): Promise<string>;
  /** Pauses in ms before the first, second, ... restart in a row; the last one repeats. */
  pauses?: readonly number[];
  /** A core that has run this long in ms was healthy: the next restart comes at once. */
  healthyAfter?: number;
  /** How long in ms a core may take to close before it is ended. */
  closeLimit?: number;
}

const stopped = (): Result<unknown> => ({ ok: false, error: failure('core-stopped') });

/** The environment for the core: the host's, without the password that the command line may have been given. */
export function coreEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { LAS_WACHTWOORD: _, ...rest } = env;
  return rest;
}

/**
 * Starts the core and starts it again whenever it dies: locked, with `session.changed` so that every window asks anew. Calls
 * under way at that moment fail with `core-stopped`; so do calls while it waits to be started.
 */
export function startCore(options: CoreClientOptions): CoreClient {
  const { spawn, pauses = [0, 500, 2_000, 10_000, 30_000], healthyAfter = 60_000, closeLimit = 8_000 } = options;
  const pending = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<EventListener>();
  let child: CoreChild | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = CLOSE_ID;
  let deaths = 0;
  let closing: Promise<void> | undefined;
  let ended: () => void = () => undefined;

  const tell: EventListener = (event, payload) => {
    for (const listener of listeners) listener(event, payload);
  };

  async function answerProxy(current: CoreChild, question: number, url: string): Promise<void> {
    const proxy = await (options.resolveProxy?.(url) ?? 'DIRECT');
    if (child === current) current.send({ answerTo: question, proxy });
  }

  function receive(current: CoreChild, message: FromCore): void {
    switch (message.kind) {
      case 'proxy?':
        // Whoever gets no answer goes on without.
        void answerProxy(current, message.question, message.url).catch(() => undefined);
        return;
      case 'ready':
        if (deaths > 0) tell('session.changed', {});
        return;
      case 'event':
        tell(message.event, message.payload);
        return;
      case 'result':
        pending.get(message.id)?.(message.result);
        pending.delete(message.id);
    }
  }

  function start(): void {
    const started = performance.now();
    const current = spawn();
    child = current;
    current.onMessage((message) => receive(current, message));
    current.onExit(() => {
      if (child !== current) return;
      child = undefined;
      for (const settle of pending.values()) settle(stopped());
      pending.clear();
      ended();
      if (closing) return;
      if (performance.now() - started > healthyAfter) deaths = 0;
      const pause = pauses[Math.min(deaths, pauses.length - 1)] ?? 0;
      deaths += 1;
      if (pause === 0) start();
      else timer = setTimeout(start, pause);
      tell('session.changed', {});
    });
  }

  function close(): Promise<void> {
    clearTimeout(timer);
    const current = child;
    if (!current) return Promise.resolve();
    return new Promise((resolve) => {
      const limit = setTimeout(() => current.kill(), closeLimit);
      ended = () => {
        clearTimeout(limit);
        resolve();
      };
      current.send({ id: CLOSE_ID, name: 'close', input: {} });
    });
  }

  start();
  return {
    invoke(name, input) {
      if (!child || closing) return Promise.resolve(stopped());
      const target = child;
      const id = (lastId += 1);
      return new Promise((resolve) => {
        pending.set(id, resolve);
        target.send({ id, name, input });
      });
    },
    grant(path, use) {
      const token = randomBytes(16).toString('base64url');
      child?.send({ grant: token, path, use });
      return token;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  };
}
