import https from 'node:https';
import axios, { AxiosError, type AxiosInstance } from 'axios';
import type { ErrorCode, ErrorParams } from '../../../shared/api/errors.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { decodeUtf8, XmlError } from '../../../shared/pve/berichten/xml.ts';
import type { CertificateMaterial } from '../certificate/identity.ts';

/** A LAS may conclude after this time that BRON did not receive the message (PvE 5.3.1). */
const TIMEOUT_MS = 30_000;
/** A bundle is about 1 MiB (assumed); an answer far beyond that is not ours. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** Greatest number of messages under way at once. */
export const MAX_CONNECTIONS = 4;

/** Where an exchange ended: the cause, and whether BRON can have received the message. */
export class TransportError extends LasError {
  /** False only when it is certain that not one byte of the message reached a server that knows us. */
  readonly perhapsReceived: boolean;
  constructor(code: ErrorCode, params: ErrorParams, perhapsReceived: boolean) {
    super(code, params);
    this.name = 'TransportError';
    this.perhapsReceived = perhapsReceived;
  }
}

export interface BronTransport {
  /** Posts an envelope and gives the answer's text. @throws TransportError */
  post(envelope: string): Promise<string>;
  /** Ends all connections. */
  close(): void;
}

export interface TransportOptions {
  url: string;
  /** PEM of the authority to trust besides those of the system. */
  caPem?: string;
  certificate: CertificateMaterial;
  systemCas?: readonly string[];
  timeoutMs?: number;
}

type Cause = readonly [ErrorCode, perhapsReceived: boolean, detail?: string];

const causesByCode: Readonly<Record<string, Cause>> = {
  ENOTFOUND: ['endpoint-name-unknown', false],
  EAI_AGAIN: ['endpoint-name-unknown', false],
  ECONNREFUSED: ['endpoint-unreachable', false],
  EHOSTUNREACH: ['endpoint-unreachable', false],
  ENETUNREACH: ['endpoint-unreachable', false],
  SELF_SIGNED_CERT_IN_CHAIN: ['endpoint-unknown-ca', false],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['endpoint-unknown-ca', false],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['endpoint-unknown-ca', false],
  UNABLE_TO_GET_ISSUER_CERT: ['endpoint-unknown-ca', false],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['endpoint-unknown-ca', false],
  CERT_HAS_EXPIRED: ['endpoint-certificate', false, 'verlopen'],
  CERT_NOT_YET_VALID: ['endpoint-certificate', false, 'nog niet geldig'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['endpoint-certificate', false, 'op een andere naam'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['endpoint-not-tls', false],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['endpoint-not-tls', false],
  ETIMEDOUT: ['endpoint-timeout', true],
  ERR_CANCELED: ['endpoint-timeout', true],
  ECONNABORTED: ['endpoint-timeout', true],
};

const causesByMessage: readonly (readonly [RegExp, Cause])[] = [
  [/wrong version number|packet length too long|http request/i, ['endpoint-not-tls', false]],
  [
    /alert (certificate|unknown ca|handshake failure|bad certificate)|certificate required/i,
    ['endpoint-refused-certificate', false],
  ],
  [/maxContentLength/i, ['answer-too-large', true]],
];

const networkGone: ReadonlySet<string> = new Set(['EHOSTUNREACH', 'ENETUNREACH']);
const isConnecting = ({ cause }: AxiosError) =>
  cause instanceof AggregateError || (cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect');

/** The cause of a failed request. A broken connection may have delivered the message. */
function causeOf(error: AxiosError): Cause {
  if (error.response) return [error.response.status >= 500 ? 'endpoint-http' : 'endpoint-not-bron', true];
  const text = `${error.code ?? ''} ${error.message} ${String(error.cause ?? '')}`;
  if (/ALERT/.test(error.code ?? '') && /CERTIFICATE|UNKNOWN_CA/.test(error.code ?? '')) {
    return ['endpoint-refused-certificate', false];
  }
  // Of a connection that existed, these only say that the network went away.
  if (networkGone.has(error.code ?? '') && !isConnecting(error)) return ['endpoint-broken', true];
  const byMessage = causesByMessage.find(([pattern]) => pattern.test(text))?.[1];
  return byMessage ?? causesByCode[error.code ?? ''] ?? ['endpoint-broken', true];
}

const hostOf = (url: string) => new URL(url).host;

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
  return {
    async post(envelope) {
      try {
        // axios' own time-out does not end a connection attempt that a firewall swallows.
        const signal = AbortSignal.timeout(timeoutMs);
        const answer = await client.post<ArrayBuffer>(options.url, envelope, { signal });
        return decodeUtf8(new Uint8Array(answer.data));
      } catch (error) {
        if (error instanceof XmlError) throw new TransportError('answer-invalid', {}, true);
        if (!(error instanceof AxiosError)) throw error;
        const [code, perhapsReceived, detail] = causeOf(error);
        const status = error.response?.status ?? 0;
        throw new TransportError(code, { host: hostOf(options.url), detail: detail ?? '', status }, perhapsReceived);
      }
    },
    close: () => agent.destroy(),
  };
}
