import { X509Certificate } from 'node:crypto';
import type { ClientRequest } from 'node:http';
import { createSecureContext } from 'node:tls';
import axios, { AxiosError } from 'axios';
import type { CauseCode } from '../../../shared/api/causes.ts';
import type { ErrorParams } from '../../../shared/api/errors.ts';
import { momentInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { decodeUtf8, XmlError } from '../../../shared/pve/berichten/xml.ts';
import type { CertificateMaterial } from '../certificate/identity.ts';
import { causeOf, TransportError } from './cause.ts';
import { LineAgent, type ProxyServer } from './lineAgent.ts';

/** A LAS may conclude after this time that BRON did not receive the message (PvE 5.3.1). */
export const TIMEOUT_MS = 30_000;
/** A bundle is about 1 MiB (assumed); an answer far beyond that is not ours. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** A melding with a long history has some tens of kilobytes. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** A time-out that comes so much too late was slept through. */
const OVERSLEPT_MS = 3_000;
/** Greatest number of messages under way at once. */
export const MAX_CONNECTIONS = 4;

/** A request to the server of BRON that is no message of the koppelvlak. */
export interface BronRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** From the root of the server, or the whole address. */
  path: string;
  body?: string;
  headers: Record<string, string>;
  /** Whether an answer with this status is one to read. */
  accepts: (status: number) => boolean;
}

/** Whatever else the server of BRON answers behind the certificate of the school. */
export interface BronServer {
  /** @throws TransportError when no answer came that is to be read */
  send(request: BronRequest): Promise<{ status: number; body: Uint8Array }>;
}

export interface BronTransport {
  /** Posts an envelope and gives the answer's text. @throws TransportError */
  post(envelope: string): Promise<string>;
  /** The error for an answer that tells of `code`; with the place and the moment for whoever can solve it. */
  failed(code: CauseCode, params?: ErrorParams): TransportError;
  /** Ends all connections. */
  close(): void;
}

export interface TransportOptions {
  url: string;
  clock: Clock;
  /** PEM of the authority to trust besides those of the system. */
  caPem?: string | undefined;
  /** Absent: to a server that asks for none, such as the site. */
  certificate?: CertificateMaterial | undefined;
  systemCas?: readonly string[];
  proxy?: ProxyServer | undefined;
  timeoutMs?: number | undefined;
}

const soapHeaders = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""', Accept: 'text/xml' };

/** Whether a time-out that began at `begun` came so much too late that the computer slept meanwhile. */
export const wokeLate = (begun: number, timeoutMs: number): boolean =>
  performance.now() - begun > timeoutMs + OVERSLEPT_MS;

/** Name and port of an address. */
export function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

/** Whom a connection trusts, and how it comes about. */
type Trust = Pick<TransportOptions, 'caPem' | 'systemCas' | 'proxy' | 'timeoutMs'> & {
  /** Absent: BRON gets none when it asks for one. */
  certificate?: CertificateMaterial | undefined;
  requestOCSP?: boolean;
};

/** Makes connections over TLS 1.2 or newer, verification always on, with our certificate when there is one (PvE 6.2). */
export function createAgent(trust: Trust): LineAgent {
  const { certificate, proxy, caPem, systemCas = [], timeoutMs = TIMEOUT_MS, requestOCSP = false } = trust;
  const cas = [...systemCas, ...(caPem ? [caPem] : [])];
  return new LineAgent({
    keepAlive: true,
    maxSockets: MAX_CONNECTIONS,
    // Made once: otherwise Node puts every CA of the computer into the name by which it finds a connection, for each message.
    secureContext: createSecureContext({
      ...(certificate ? { key: certificate.pemKey, cert: certificate.pemCertificate + certificate.pemChain } : {}),
      minVersion: 'TLSv1.2',
      ...(cas.length > 0 ? { ca: cas } : {}),
    }),
    rejectUnauthorized: true,
    proxy,
    timeoutMs,
    requestOCSP,
  });
}

/**
 * A transport over TLS, mutual with our certificate (PvE 6.2): TLS 1.2 or newer, verification always on, no redirects. Connecting,
 * handshake and answer together take no longer than the time-out.
 */
export function createTransport(options: TransportOptions): BronTransport & BronServer {
  const { url, clock, certificate, proxy, caPem = '', timeoutMs = TIMEOUT_MS } = options;
  const agent = createAgent(options);
  const client = axios.create({
    httpsAgent: agent,
    // The agent speaks with the proxy: axios would take its refusals for answers of BRON.
    proxy: false,
    maxRedirects: 0,
    responseType: 'arraybuffer',
    maxContentLength: MAX_ANSWER_BYTES,
    maxBodyLength: MAX_MESSAGE_BYTES,
  });
  const date = certificate ? momentInNetherlands(new X509Certificate(certificate.pemCertificate).validToDate) : '';
  const place = { host: hostOf(url), proxy: proxy ? `${proxy.host}:${proxy.port}` : '', date };
  const fail = (code: CauseCode, perhapsReceived: boolean, params: ErrorParams = {}) =>
    new TransportError(code, { ...place, moment: momentInNetherlands(clock.now()), ...params }, perhapsReceived);
  const send: BronServer['send'] = async ({ method, path, body, headers, accepts }) => {
    // The time-out of axios does not end a connection attempt that a firewall swallows.
    const signal = AbortSignal.timeout(timeoutMs);
    const begun = performance.now();
    try {
      const address = new URL(path, url).href;
      const request = { method, url: address, data: body, headers, validateStatus: accepts, signal };
      const answer = await client.request<ArrayBuffer>(request);
      return { status: answer.status, body: new Uint8Array(answer.data) };
    } catch (error) {
      if (!(error instanceof AxiosError)) throw error;
      const socket = (error.request as ClientRequest | undefined)?.socket;
      const evidence = {
        stage: agent.stageOf(socket),
        chain: agent.chainOf(socket),
        timedOut: signal.aborted,
        slept: wokeLate(begun, timeoutMs),
        caPem,
      };
      const { code, perhapsReceived, params } = causeOf(error, evidence);
      throw fail(code, perhapsReceived, params);
    }
  };
  return {
    send,
    failed: (code, params) => fail(code, true, params),
    async post(envelope) {
      const accepts = (status: number) => status === 200;
      const { body } = await send({ method: 'POST', path: url, body: envelope, headers: soapHeaders, accepts });
      try {
        return decodeUtf8(body);
      } catch (error) {
        throw error instanceof XmlError ? fail('answer-not-xml', true) : error;
      }
    },
    close: () => agent.destroy(),
  };
}
