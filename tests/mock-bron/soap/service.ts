import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Clock } from '../../../shared/domain/clock.ts';
import { SOAP_NAMESPACE } from '../../../shared/pve/berichten/soap.ts';
import { XmlError } from '../../../shared/pve/berichten/xml.ts';
import type { Authority } from '../certificates/authority.ts';
import type { Faults, Hit } from '../faults.ts';
import { answerUnder, deliver, treatmentUnder } from '../faults/misbehave.ts';
import type { LoadGate } from '../load.ts';
import { MIJN_BRON_PATH } from '../machine/machine.ts';
import type { MessageLog } from '../register/log.ts';
import type { Answer, Answers } from './answer.ts';
import type { Chain } from './chain.ts';
import { connectionsOf } from './connections.ts';
import { MAX_BODY, certificateHolder, contentTypeProblem, readBody } from './http.ts';
import { readRequest, type BronRequest } from './request.ts';
import { sendAnswer } from './send.ts';

/** Path of the web service (PvE 3.5). */
export const SERVICE_PATH = '/POKANAAL/';

export interface ServiceParts {
  authority: Authority;
  answers: Answers;
  chain: Chain;
  faults: Faults;
  log: MessageLog;
  clock: Clock;
  load: LoadGate;
  /** PEM of the list of revoked certificates. */
  crl: string;
  /** WSDL and XSDs by file name, ready to be served. */
  files: ReadonlyMap<string, string>;
  /** The WSDL with the address of this service. */
  wsdl: () => string;
  /** Answers what is asked of Mijn BRON by a program. */
  mijnBron: (request: IncomingMessage, response: ServerResponse) => void;
  /** Called after a message was handled: accepted messages may be processed. */
  onHandled: () => void;
  onError: (error: unknown) => void;
}

/** What Retry-After says when too many messages wait. */
const BUSY_SECONDS = 60;

/** A request that was read, the fault that hits it, and how it is answered without that fault. */
interface Handled {
  request?: BronRequest;
  hit?: Hit | undefined;
  answer: () => Answer;
}

const textAnswer = (status: number, text: string): Answer => ({
  status,
  xml: `${text}\n`,
  type: 'text/plain',
  note: text,
});

/** The web service as a server. */
export interface Service {
  server: Server;
  /** No longer takes connections under certificates of this list, and ends those under the serial numbers. */
  refuseRevoked(crl: string, serials: readonly string[]): void;
}

/** The web service over mutual TLS. Without a certificate of the CA no connection comes about. */
export function createService(parts: ServiceParts): Service {
  const { authority, answers, faults, load, log, clock } = parts;

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
      return {
        hit: faults.take({ nr: undefined, holder }),
        answer: () => ({ ...answers.fault('Client'), note: message }),
      };
    }
    const hit = faults.take({ nr: request.nr, holder });
    if (request.root.name === 'Envelope' && request.root.namespace !== SOAP_NAMESPACE) {
      return { request, hit, answer: () => ({ ...answers.fault('VersionMismatch'), note: 'no SOAP 1.1' }) };
    }
    return { request, hit, answer: () => parts.chain(request, holder, treatmentUnder(hit, load.processingSeconds())) };
  }

  /** Answers without having looked at the message. */
  function turnAway(response: ServerResponse, holder: string, answer: Answer): void {
    log.add({ at: clock.now().toISOString(), direction: 'out', holder, ...answer });
    response.setHeader('Connection', 'close');
    sendAnswer(response, answer);
  }

  /** Handles a message and gives how its answer goes back. */
  function answerMessage(bytes: Buffer, contentType: string | undefined, holder: string) {
    const { request, hit, answer: trueAnswer } = handle(bytes, contentType, holder);
    const said = {
      holder,
      brinnummer: request?.header.brinnummer,
      aanleverpunt: request?.header.aanleverpuntnummer,
    };
    log.add({
      at: clock.now().toISOString(),
      direction: 'in',
      ...said,
      nr: request?.nr,
      berichtidentificatie: request?.berichtidentificatie,
      xml: bytes.toString('utf8'),
    });
    const answer = answerUnder(hit, request, trueAnswer, answers);
    const { status, nr, berichtidentificatie, signaal, note, xml = '' } = answer ?? {};
    log.add({
      at: clock.now().toISOString(),
      direction: 'out',
      ...said,
      ...{ nr, berichtidentificatie, status, signaal, xml },
      note: hit ? `storing: ${hit.fault.kind}` : note,
    });
    parts.onHandled();
    return (response: ServerResponse) => deliver(hit, response, answer, connections.under(response.socket));
  }

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const holder = certificateHolder(request);
    const bytes = await readBody(request);
    if (!bytes) {
      turnAway(response, holder, textAnswer(413, `A message is at most ${MAX_BODY} bytes`));
      return;
    }
    const place = await load.enter();
    if (!place) {
      const busy = textAnswer(503, 'BRON is busy');
      turnAway(response, holder, { ...busy, headers: { 'Retry-After': String(BUSY_SECONDS) } });
      return;
    }
    try {
      const send = answerMessage(bytes, request.headers['content-type'], holder);
      await place.work();
      send(response);
    } finally {
      place.leave();
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://mock');
    if (url.pathname.startsWith(MIJN_BRON_PATH)) {
      parts.mijnBron(request, response);
      return;
    }
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

  const secureContext = (crl: string) =>
    ({ ...authority.server, ca: authority.caPem, crl, minVersion: 'TLSv1.2' }) as const;
  const server = createServer(
    { ...secureContext(parts.crl), requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      route(request, response).catch((error: unknown) => {
        if (response.headersSent || request.destroyed) return;
        parts.onError(error);
        const { status, xml } = answers.fault('Server');
        response.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8' }).end(xml);
      });
    },
  );
  const connections = connectionsOf(server);
  // Broken handshakes are the client's affair.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return {
    server,
    refuseRevoked: (crl, serials) => {
      server.setSecureContext(secureContext(crl));
      connections.end(serials);
    },
  };
}
