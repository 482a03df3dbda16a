import { spawn } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { addressAt, listenHere, type SetUp } from './line.ts';

/** The last domain for names that never exist (RFC 2606). */
export const unknownName: SetUp = () => ({ endpoint: addressAt(6914, 'bestaat-niet.invalid') });

/** TCP has no route to the broadcast address, with any network. */
export const noRoute: SetUp = () => ({ endpoint: addressAt(6914, '255.255.255.255') });

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listenHere(createServer());
  await close();
  return port;
}

export const refused: SetUp = async () => ({ endpoint: addressAt(await closedPort()) });

/** Listens with the shortest queue, and then stands still: it accepts nobody. */
const STANDING_STILL = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('node:fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

const CONNECTED_WITHIN_MS = 300;

/** Whether a connection comes about at once. */
const connects = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECTED_WITHIN_MS);
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });

/** A port whose queue is full: the system drops every attempt to connect, as a firewall that filters does. */
export async function filteredPort(): Promise<{ port: number; close(): void }> {
  const child = spawn(process.execPath, ['-e', STANDING_STILL]);
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(Number(data))),
  );
  const sockets: Socket[] = [];
  for (let came = true; came;) {
    const socket = connect({ port, host: '127.0.0.1' });
    sockets.push(socket);
    came = await connects(socket);
  }
  return {
    port,
    close() {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

export const filtered: SetUp = async () => {
  const { port, close } = await filteredPort();
  return { endpoint: addressAt(port), close };
};

/** Accepts the connection and says nothing. */
export const silent: SetUp = async () => {
  const { port, close } = await listenHere(createServer());
  return { endpoint: addressAt(port), close };
};

/** Ends the connection as soon as something is said. */
export const brokenHandshake: SetUp = async () => {
  const { port, close } = await listenHere(createServer((socket) => socket.once('data', () => socket.destroy())));
  return { endpoint: addressAt(port), close };
};

export const plainHttp: SetUp = async () => {
  const { port, close } = await listenHere(createHttpServer((_, response) => response.end('hallo')));
  return { endpoint: addressAt(port), close };
};
