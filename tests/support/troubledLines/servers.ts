import { createServer, type ServerOptions } from 'node:https';
import type { RequestListener } from 'node:http';
import { startOpensslServer, type Issued } from '../openssl.ts';
import { addressAt, HERE, listenHere, type SetUp, type TestPki } from './line.ts';

/** A server as BRON has: TLS with a certificate on both sides. */
export async function startServer(
  pki: TestPki,
  identity: Issued,
  answer: RequestListener = (_, response) => response.end(),
  options: ServerOptions = {},
): Promise<{ port: number; close(): Promise<void> }> {
  const { cert, key } = identity;
  return listenHere(createServer({ cert, key, ca: pki.authority.caPem, requestCert: true, ...options }, answer));
}

const withCertificate =
  (identity: (pki: TestPki) => Promise<Issued>): SetUp =>
  async (pki) => {
    const { port, close } = await startServer(pki, await identity(pki));
    return { endpoint: addressAt(port), close };
  };

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

/** The school has not been told of any authority. */
export const unknownServer: SetUp = async (pki) => {
  const { port, close } = await startServer(pki, pki.server);
  return { endpoint: addressAt(port), caPem: '', close };
};
export const expiredServer = withCertificate(({ authority }) =>
  authority.issue({ commonName: 'localhost', altNames: HERE, from: days(-60), to: days(-30) }),
);
export const earlyServer = withCertificate(({ authority }) =>
  authority.issue({ commonName: 'localhost', altNames: HERE, from: days(30), to: days(60) }),
);
export const otherName = withCertificate(({ authority }) =>
  authority.issue({ commonName: 'andere.example', altNames: 'DNS:andere.example' }),
);
export const oldTls: SetUp = async (pki) => {
  const ciphers = 'DEFAULT@SECLEVEL=0';
  const { port, close } = await startServer(pki, pki.server, undefined, {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers,
  });
  return { endpoint: addressAt(port), close };
};

export type TlsVersion = '-tls1_2' | '-tls1_3';

const refusing =
  (options: (pki: TestPki) => Promise<string[]> | string[], clients: (pki: TestPki) => TestPki['authority']) =>
  (version: TlsVersion): SetUp =>
  async (pki) => {
    const { port, close } = await startOpensslServer(pki.server, clients(pki), [version, ...(await options(pki))]);
    return { endpoint: addressAt(port), close };
  };
const own = ({ authority }: TestPki) => authority;
const seconds = (date: Date) => String(Math.floor(date.getTime() / 1000));

/** BRON says by an alert of TLS why it refuses our certificate. */
export const revokedClient = refusing(
  async ({ authority, client }) => ['-CRL', await authority.revoke(client), '-crl_check'],
  own,
);
export const unknownClient = refusing(
  () => [],
  ({ stranger }) => stranger,
);
/** The clock of the server is years ahead. */
export const expiredClient = refusing(() => ['-attime', seconds(days(800))], own);
/** The clock of the server is far behind: no certificate is valid yet. */
export const badClient = refusing(() => ['-attime', '1000000000'], own);
