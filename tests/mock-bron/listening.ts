import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Server } from 'node:https';

export const LOOPBACK = '127.0.0.1';
/** Hosts that mean every address of this computer. */
export const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Names and addresses the server certificate is good for. */
export function certificateHosts(host: string): string[] {
  const own = WILDCARDS.has(host)
    ? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
    : [host];
  return [...new Set([LOOPBACK, 'localhost', '::1', ...own.filter((address) => !address.includes('%'))])];
}

/** Has a server listen; gives the port. Rejects when the port cannot be had. */
export const listen = (server: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Closes a server at once, with the connections that faults left hanging. */
export function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
