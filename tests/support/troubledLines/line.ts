import { once } from 'node:events';
import type { Server, AddressInfo, Socket } from 'node:net';
import { CERTIFICATE_PASSWORD } from '../administration.ts';
import { createTestAuthority, type Issued, type TestAuthority } from '../openssl.ts';

/** A line on which the exchange fails, and what has to be set in the administration to meet it. */
export interface TroubledLine {
  endpoint?: string;
  /** The authority that the school trusts; that of the test when left out. */
  caPem?: string;
  proxy?: { host: string; port: number; user?: string; password?: string };
  /** The administration has no certificate. */
  withoutCertificate?: boolean;
  /** So many days later than the certificate was installed. */
  daysLater?: number;
  close?(): void | Promise<void>;
}

/** Whom the certificates of a test come from, and those that a school and a BRON without trouble have. */
export interface TestPki {
  authority: TestAuthority;
  /** One that nobody trusts. */
  stranger: TestAuthority;
  /** For localhost and 127.0.0.1. */
  server: Issued;
  /** Of 99ZZ00. */
  client: Issued;
  clientFile: { bytes: Buffer; password: string };
  close(): void;
}

export type SetUp = (pki: TestPki) => Promise<TroubledLine> | TroubledLine;

export const HERE = 'DNS:localhost,IP:127.0.0.1';

/** @param now the clock of the administration: the certificate of the school is valid under it too */
export async function createTestPki(now: Date): Promise<TestPki> {
  const [authority, stranger] = await Promise.all([
    createTestAuthority('/O=Proefinstantie/CN=Proef CA'),
    createTestAuthority('/O=Schoolnetwerk/CN=Schoolnetwerk Firewall CA'),
  ]);
  const server = await authority.issue({ commonName: 'localhost', altNames: HERE });
  const client = await authority.issue({ commonName: '99ZZ00', from: new Date(now.getTime() - 86_400_000) });
  return {
    authority,
    stranger,
    server,
    client,
    clientFile: { bytes: await authority.pkcs12(client, CERTIFICATE_PASSWORD), password: CERTIFICATE_PASSWORD },
    close() {
      authority.close();
      stranger.close();
    },
  };
}

/** Listens on a free port of loopback; closing ends every connection too. */
export async function listenHere(server: Server): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

export const addressAt = (port: number, host = '127.0.0.1'): string => `https://${host}:${port}/POKANAAL/`;
