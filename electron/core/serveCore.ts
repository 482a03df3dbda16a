import type { FromCore, ToCore } from '../../shared/api/bridge.ts';
import { CLOSE_ID, decodeArguments } from './coreArguments.ts';
import type { ResolveProxy } from './exchange/proxy.ts';
import type { Las, LasOptions } from './lasOptions.ts';
import { clockFrom } from './startClock.ts';

interface HostPort {
  send(message: FromCore): void;
  onMessage(listener: (message: ToCore) => void): void;
}

interface UtilityPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: FromCore): void;
}

const MINIMUM_NODE = 24;

function hostPort(): HostPort {
  const { parentPort } = process as { parentPort?: UtilityPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data as ToCore)),
    };
  }
  return {
    // The host may be gone: then 'disconnect' ends the core.
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToCore)),
  };
}

/** How long the host may think about a proxy, which it may have to look for in the network; then there is none. */
const PROXY_WAIT_MS = 5_000;

/** Asks the host for the proxy of an address. */
function askForProxy(port: HostPort): ResolveProxy {
  const waiting = new Map<number, (proxy: string) => void>();
  let last = 0;
  port.onMessage((message) => {
    if ('answerTo' in message) waiting.get(message.answerTo)?.(message.proxy);
  });
  return (url) =>
    new Promise((resolve) => {
      const question = (last += 1);
      const timer = setTimeout(() => settle('DIRECT'), PROXY_WAIT_MS);
      const settle = (proxy: string) => {
        clearTimeout(timer);
        waiting.delete(question);
        resolve(proxy);
      };
      waiting.set(question, settle);
      port.send({ kind: 'proxy?', question, url });
    });
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Runs the core in this process until the host closes it or is gone. Options come as one argument (coreArguments.ts), the
 * start of the clock from LAS_CLOCK. `load` gives `createLas`, after the version of Node has been found good enough.
 */
export async function serveCore(load: () => Promise<(options: LasOptions) => Promise<Las>>): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < MINIMUM_NODE) {
    fail(`The core of Bronwijs needs Node ${MINIMUM_NODE} or later; this is Node ${process.versions.node}.`);
  }
  const port = hostPort();
  const las = start(port, load);
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    void las.then((started) => started.close()).finally(() => process.exit(0));
  };

  port.onMessage((message) => {
    if ('grant' in message) {
      void las.then((started) => started.grant(message.grant, message.path, message.use));
      return;
    }
    if ('answerTo' in message) return;
    const { id, name, input } = message;
    if (id === CLOSE_ID) close();
    else void las.then(async (started) => port.send({ kind: 'result', id, result: await started.invoke(name, input) }));
  });
  process.on('disconnect', close);
  process.on('SIGTERM', close);
  // Ctrl-C reaches every process in the terminal; the host decides what ends.
  process.on('SIGINT', () => undefined);
  await las;
  port.send({ kind: 'ready' });
}

async function start(port: HostPort, load: () => Promise<(options: LasOptions) => Promise<Las>>): Promise<Las> {
  try {
    const createLas = await load();
    const given = decodeArguments(process.argv[2]);
    return await createLas({
      ...given,
      // Elsewhere the settings of the computer are its environment, which the core has too.
      ...(given.host === 'electron' ? { resolveProxy: askForProxy(port) } : {}),
      clock: clockFrom(process.env['LAS_CLOCK']),
      emit: (event, payload) => port.send({ kind: 'event', event, payload }),
    });
  } catch (error) {
    fail(`The core of Bronwijs could not start: ${error instanceof Error ? error.message : 'unknown error'}`);
  }
}
