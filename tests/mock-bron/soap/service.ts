import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Clock } from '../../../shared/domain/clock.ts';
import { SOAP_NAMESPACE } from '../../../shared/pve/berichten/soap.ts';
import { XmlError } from '../../../shared/pve/berichten/xml.ts';
import type { Authority } from '../certificates/authority.ts';
import type { Fault, Faults } from '../faults.ts';
import type { MessageLog } from '../register/log.ts';
import type { Answer, Answers } from './answer.ts';
import type { Chain } from './chain.ts';
import { readRequest, type BronRequest } from './request.ts';

/** Path of the web service (PvE 3.5). */
export const SERVICE_PATH = '/POKANAAL/';

/** Largest request; a melding with a long history stays far below it. */
const MAX_BODY = 1024 * 1024;

export interface ServiceParts {
  authority: Authority;
  answers: Answers;
  chain: Chain;
  faults: Faults;
  log: MessageLog;
  clock: Clock;
  processingSeconds: number;
  /** WSDL and XSDs by file name, ready to be served. */
  files: ReadonlyMap<string, string>;
  /** The WSDL with the address of this service. */
  wsdl: () => string;
  /** Called after a message was handled: accepted messages may be processed. */
  onHandled: () => void;
  onError: (error: unknown) => void;
}

/** The body, or undefined when it is larger than a message may be. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
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
function certificateHolder(request: IncomingMessage): string {
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
function contentTypeProblem(header: string | undefined): 'VersionMismatch' | 'Client' | 415 | undefined {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type === 'application/soap+xml') return 'VersionMismatch';
  if (type !== 'text/xml') return 415;
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
  return charset === undefined || charset.replaceAll('"', '') === 'utf-8' ? undefined : 'Client';
}

/** A request that was read, the fault that was asked for it, and how it is answered without that fault. */
interface Handled {
  request?: BronRequest;
  fault?: Fault | undefined;
  answer: () => Answer;
}

const textAnswer = (status: number, text: string): Answer => ({
  status,
  xml: `${text}\n`,
  type: 'text/plain',
  note: text,
});

/** The web service over mutual TLS. Without a certificate of the CA no connection comes about. */
export function createService(parts: ServiceParts): Server {
  const { authority, answers, faults, log, clock } = parts;

  function plain(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
  }

  function serveFile(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const name = url.pathname.slice(SERVICE_PATH.length);
    const file = name === '' && url.search.toLowerCase() === '?wsdl' ? parts.wsdl() : parts.files.get(name);
    if (file === undefined) {
      plain(response, name === '' ? 405 : 404, name === '' ? 'POST a message, or GET ?wsdl' : 'Not found', {
        Allow: 'POST',
      });
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : file);
  }

  function handle(bytes: Buffer, contentType: string | undefined, holder: string): Handled {
    const problem = contentTypeProblem(contentType);
    if (problem === 415) return { answer: () => textAnswer(415, 'SOAP 1.1 is sent as text/xml; charset=utf-8') };
    if (problem) return { answer: () => ({ ...answers.fault(problem), note: `Content-Type: ${contentType ?? ''}` }) };
    let request: BronRequest;
    try {
      request = readRequest(bytes);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const { message } = error;
      return { fault: faults.take(undefined), answer: () => ({ ...answers.fault('Client'), note: message }) };
    }
    const fault = faults.take(request.nr);
    if (request.root.name === 'Envelope' && request.root.namespace !== SOAP_NAMESPACE) {
      return { request, fault, answer: () => ({ ...answers.fault('VersionMismatch'), note: 'no SOAP 1.1' }) };
    }
    const late = fault?.kind === 'late' ? (fault.seconds ?? 0) : 0;
    return { request, fault, answer: () => parts.chain(request, holder, parts.processingSeconds + late) };
  }

  /** What is done instead of, or around, the true answer. */
  function withFault(
    fault: Fault | undefined,
    request: BronRequest | undefined,
    answer: () => Answer,
  ): Answer | undefined {
    switch (fault?.kind) {
      case 'timeout-before':
      case 'break-before':
        return undefined;
      case 'http-500':
        return answers.fault('Server');
      case 'signaal-358':
        return request?.nr === 6
          ? answers.refusal(request.berichtidentificatie, '358')
          : answers.ontvangstbevestiging('358');
      default:
        return answer();
    }
  }

  function respond(response: ServerResponse, answer: Answer | undefined, fault: Fault | undefined): void {
    switch (fault?.kind) {
      case 'break-before':
      case 'break-after':
        response.socket?.destroy();
        return;
      case 'timeout-before':
      case 'timeout-after':
        return;
      default:
    }
    if (!answer) return;
    const send = () => {
      if (response.destroyed) return;
      response.writeHead(answer.status, {
        'Content-Type': `${answer.type ?? 'text/xml'}; charset=utf-8`,
        'Content-Length': Buffer.byteLength(answer.xml),
      });
      response.end(answer.xml);
    };
    if (fault?.kind === 'slow') setTimeout(send, (fault.seconds ?? 5) * 1000).unref();
    else send();
  }

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const holder = certificateHolder(request);
    const bytes = await readBody(request);
    if (!bytes) {
      const answer = textAnswer(413, `A message is at most ${MAX_BODY} bytes`);
      log.add({ at: clock.now().toISOString(), direction: 'out', holder, ...answer });
      response.setHeader('Connection', 'close');
      respond(response, answer, undefined);
      return;
    }
    const handled = handle(bytes, request.headers['content-type'], holder);
    const { request: message, fault } = handled;
    const said = {
      holder,
      brinnummer: message?.header.brinnummer,
      aanleverpunt: message?.header.aanleverpuntnummer,
    };
    log.add({
      at: clock.now().toISOString(),
      direction: 'in',
      ...said,
      nr: message?.nr,
      berichtidentificatie: message?.berichtidentificatie,
      xml: bytes.toString('utf8'),
    });
    const answer = withFault(fault, message, handled.answer);
    const { status, nr, berichtidentificatie, signaal, note, xml = '' } = answer ?? {};
    log.add({
      at: clock.now().toISOString(),
      direction: 'out',
      ...said,
      nr,
      berichtidentificatie,
      status,
      signaal,
      note: fault ? `storing: ${fault.kind}` : note,
      xml,
    });
    respond(response, answer, fault);
    parts.onHandled();
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://mock');
    const known = url.pathname.startsWith(SERVICE_PATH) || `${url.pathname}/` === SERVICE_PATH;
    if (!known) plain(response, 404, 'Not found');
    else if (request.method === 'GET' || request.method === 'HEAD') serveFile(request, response, url);
    else if (
      request.method === 'POST' &&
      `${url.pathname}/`.startsWith(SERVICE_PATH) &&
      url.pathname.length <= SERVICE_PATH.length
    ) {
      await post(request, response);
    } else plain(response, 405, 'POST a message, or GET ?wsdl', { Allow: 'GET, HEAD, POST' });
  }

  const server = createServer(
    {
      key: authority.server.key,
      cert: authority.server.cert,
      ca: authority.caPem,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    (request, response) => {
      route(request, response).catch((error: unknown) => {
        if (response.headersSent || request.destroyed) return;
        parts.onError(error);
        const { status, xml } = answers.fault('Server');
        response.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8' }).end(xml);
      });
    },
  );
  // Broken handshakes are the client's affair.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}
