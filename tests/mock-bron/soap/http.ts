import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** Largest request; a melding with a long history stays far below it. */
export const MAX_BODY = 1024 * 1024;

/** The body, or undefined when it is larger than a message may be. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on to the end, so that the client sees the answer and no broken connection; but not without end.
    if (size > 64 * MAX_BODY) break;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return size > MAX_BODY ? undefined : Buffer.concat(chunks);
}

/** Reading a certificate is dear: once per connection. */
const holders = new WeakMap<TLSSocket, string>();

/** BRIN + aanleverpunt that the client certificate was given to. */
export function certificateHolder(request: IncomingMessage): string {
  const { socket } = request;
  if (!(socket instanceof TLSSocket)) return '';
  const known = holders.get(socket);
  if (known !== undefined) return known;
  // Typed as always there, but empty without a certificate.
  const { subject } = socket.getPeerCertificate() as { subject?: { CN?: unknown } };
  const holder = typeof subject?.CN === 'string' ? subject.CN : '';
  holders.set(socket, holder);
  return holder;
}

/**
 * SOAP 1.1 in UTF-8 travels as text/xml; the content type of SOAP 1.2 is another version (reading R5).
 * Undefined: all right.
 */
export function contentTypeProblem(header: string | undefined): 'VersionMismatch' | 'Client' | 415 | undefined {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type === 'application/soap+xml') return 'VersionMismatch';
  if (type !== 'text/xml') return 415;
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
  return charset === undefined || charset.replaceAll('"', '') === 'utf-8' ? undefined : 'Client';
}
