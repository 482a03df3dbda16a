import { Agent, request, type RequestOptions } from 'node:https';
import { encodeEnvelope, readEnvelope, decodeMessage, type Header } from '../../../shared/pve/berichten/soap.ts';
import type { Message, RequestNumber } from '../../../shared/pve/berichten/messages.ts';
import type { MockBron } from '../server.ts';

/** A raw HTTP answer. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** One HTTPS request, without anything a LAS would add. Rejects with the socket's error. */
export function https(url: string, options: RequestOptions, body?: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A school that talks to the mock by hand-made requests over mutual TLS. */
export interface TestSchool {
  header: Header;
  /** Posts these bytes. `timeout` in milliseconds ends the wait with an error. */
  post(body: string | Buffer, headers?: Record<string, string>, timeout?: number): Promise<RawAnswer>;
  /** Bericht 3; the answer is bericht 17. */
  meld(message: Message<3>, header?: Header): Promise<Message<17>>;
  /** Bericht 5; the answer is bericht 17. */
  ask(message: Message<5>, header?: Header): Promise<Message<17>>;
  /** Any message but 6; the answer is bericht 17. */
  send<N extends Exclude<RequestNumber, 6>>(nr: N, message: Message<N>, header?: Header): Promise<Message<17>>;
  /** Bericht 6; the answer is bericht 7. */
  poll(berichtidentificatie: string, header?: Header): Promise<Message<7>>;
  get(path: string): Promise<RawAnswer>;
  close(): void;
}

/** A test school with a certificate of its own. */
export async function createTestSchool(mock: MockBron, brinnummer = '99ZZ', aanleverpunt = '00'): Promise<TestSchool> {
  const passphrase = 'oefenwachtwoord';
  const pfx = await mock.issueCertificate(brinnummer, aanleverpunt, passphrase);
  const agent = new Agent({ ca: mock.caPem, pfx, passphrase, keepAlive: true });
  const own: Header = { brinnummer, aanleverpuntnummer: aanleverpunt };
  const { soap } = mock.addresses;
  const post: TestSchool['post'] = (body, headers = {}, timeout = 10_000) =>
    https(
      soap,
      {
        method: 'POST',
        agent,
        signal: AbortSignal.timeout(timeout),
        headers: {
          'Content-Type': 'text/xml; charset=utf-8',
          SOAPAction: '""',
          'Content-Length': Buffer.byteLength(body),
          ...headers,
        },
      },
      body,
    );
  const answer = async (xml: string) => readEnvelope((await post(xml)).body.toString('utf8'));
  const send: TestSchool['send'] = async (nr, message, header = own) =>
    decodeMessage(17, (await answer(encodeEnvelope(nr, message, header))).node);
  return {
    header: own,
    post,
    send,
    meld: (message, header) => send(3, message, header),
    ask: (message, header) => send(5, message, header),
    poll: async (berichtidentificatie, header = own) =>
      decodeMessage(7, (await answer(encodeEnvelope(6, { berichtidentificatie }, header))).node),
    get: (path) => https(new URL(path, soap).href, { agent }),
    close: () => {
      agent.destroy();
    },
  };
}
