import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** The TCP connections below those of TLS, which Node does not show. */
export interface Connections {
  /** The TCP connection under a TLS socket; undefined when it has closed. */
  under(socket: Socket | null): Socket | undefined;
  /** Ends the connections under certificates with these serial numbers. */
  end(serials: readonly string[]): void;
}

/** Follows the connections of a server, each by the address and port at its other end. */
export function connectionsOf(server: Server): Connections {
  const open = new Map<string, Socket>();
  const place = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`;
  server.on('connection', (socket: Socket) => {
    const key = place(socket);
    open.set(key, socket);
    socket.on('close', () => {
      if (open.get(key) === socket) open.delete(key);
    });
  });
  const secured = new Set<TLSSocket>();
  server.on('secureConnection', (socket: TLSSocket) => {
    secured.add(socket);
    socket.on('close', () => secured.delete(socket));
  });
  return {
    under: (socket) => (socket ? open.get(place(socket)) : undefined),
    end: (serials) => {
      for (const socket of secured) {
        if (serials.includes(socket.getPeerCertificate().serialNumber.toLowerCase())) socket.destroy();
      }
    },
  };
}
