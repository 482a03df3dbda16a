import https from 'node:https';
import axios, { AxiosError, type AxiosInstance } from 'axios';
import type { CauseCode } from '../../../shared/api/causes.ts';
import type { ErrorParams } from '../../../shared/api/errors.ts';
import { momentInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { decodeUtf8, XmlError } from '../../../shared/pve/berichten/xml.ts';
import type { CertificateMaterial } from '../certificate/pkcs12.ts';
import { causeOf, TransportError } from './cause.ts';

/** A LAS may conclude after this time that BRON did not receive the message (PvE 5.3.1). */
const TIMEOUT_MS = 30_000;
/** A bundle is about 1 MiB (assumed); an answer far beyond that is not ours. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** Greatest number of messages under way at once. */
export const MAX_CONNECTIONS = 4;

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
  caPem?: string;
  certificate: CertificateMaterial;
  systemCas?: readonly string[];
  timeoutMs?: number;
}

/** Name and port of an https address. */
function hostOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '443'}`;
}

function createClient(options: TransportOptions, agent: https.Agent): AxiosInstance {
  return axios.create({
    httpsAgent: agent,
    proxy: false,
    maxRedirects: 0,
    responseType: 'arraybuffer',
    maxContentLength: MAX_ANSWER_BYTES,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    transitional: { clarifyTimeoutError: true },
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""', Accept: 'text/xml' },
    validateStatus: (status) => status === 200,
  });
}

/** A transport over mutual TLS (PvE 6.2): our certificate, TLS 1.2 or newer, verification always on. */
export function createTransport(options: TransportOptions): BronTransport {
  const { certificate } = options;
  const cas = [...(options.systemCas ?? []), ...(options.caPem ? [options.caPem] : [])];
  const agent = new https.Agent({
    keepAlive: true,
    maxSockets: MAX_CONNECTIONS,
    key: certificate.pemKey,
    cert: certificate.pemCertificate + certificate.pemChain,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(cas.length > 0 ? { ca: cas } : {}),
  });
  const client = createClient(options, agent);
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const fail = (code: CauseCode, perhapsReceived: boolean, params: ErrorParams = {}) => {
    const moment = momentInNetherlands(options.clock.now());
    return new TransportError(code, { host: hostOf(options.url), moment, ...params }, perhapsReceived);
  };
  return {
    failed: (code, params) => fail(code, true, params),
    async post(envelope) {
      try {
        // axios' own time-out does not end a connection attempt that a firewall swallows.
        const signal = AbortSignal.timeout(timeoutMs);
        const answer = await client.post<ArrayBuffer>(options.url, envelope, { signal });
        return decodeUtf8(new Uint8Array(answer.data));
      } catch (error) {
        if (error instanceof XmlError) throw fail('answer-not-xml', true);
        if (!(error instanceof AxiosError)) throw error;
        const [code, perhapsReceived] = causeOf(error);
        throw fail(code, perhapsReceived, { status: error.response?.status ?? 0 });
      }
    },
    close: () => agent.destroy(),
  };
}
