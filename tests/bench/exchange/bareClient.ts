import { Agent, request } from 'node:https';
import { MAX_CONNECTIONS } from '../../../electron/core/exchange/transport.ts';
import type { BenchMock, SchoolCertificate } from './mockProcess.ts';

/** A keep-alive client over mutual TLS that does nothing with its answers. */
export interface BareClient {
  post(body: string | Buffer): Promise<string>;
  /** Posts all of them, at most four at once, as the LAS does. */
  postAll(bodies: readonly Buffer[]): Promise<void>;
  close(): void;
}

export function createBareClient({ soap, caPem }: BenchMock, { pkcs12, password }: SchoolCertificate): BareClient {
  const agent = new Agent({
    ...{ ca: caPem, pfx: pkcs12, passphrase: password },
    ...{ keepAlive: true, maxSockets: MAX_CONNECTIONS },
  });
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' };
  const post = (body: string | Buffer) =>
    new Promise<string>((resolve, reject) => {
      const outgoing = request(
        soap,
        { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
            else reject(new Error(`HTTP ${answer.statusCode}`));
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return {
    post,
    postAll: async (bodies) => {
      const queue = [...bodies];
      const work = async () => {
        for (let body = queue.shift(); body; body = queue.shift()) await post(body);
      };
      await Promise.all(Array.from({ length: MAX_CONNECTIONS }, work));
    },
    close: () => agent.destroy(),
  };
}
