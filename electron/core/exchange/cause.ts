import type { AxiosError } from 'axios';
import type { CauseCode } from '../../../shared/api/causes.ts';
import type { ErrorParams } from '../../../shared/api/errors.ts';
import { LasError } from '../../../shared/api/errors.ts';

/** Where an exchange ended: the cause, and whether BRON can have received the message. */
export class TransportError extends LasError {
  /** False only when it is certain that not one byte of the message reached a server that knows us. */
  readonly perhapsReceived: boolean;
  constructor(code: CauseCode, params: ErrorParams, perhapsReceived: boolean) {
    super(code, params);
    this.name = 'TransportError';
    this.perhapsReceived = perhapsReceived;
  }
}

/** A cause, and whether BRON can have received the message. */
export type FoundCause = readonly [CauseCode, perhapsReceived: boolean];

const causesByCode: Readonly<Record<string, FoundCause>> = {
  ENOTFOUND: ['endpoint-name-unknown', false],
  EAI_AGAIN: ['endpoint-name-unknown', false],
  ECONNREFUSED: ['endpoint-refused', false],
  EHOSTUNREACH: ['endpoint-unreachable', false],
  ENETUNREACH: ['endpoint-unreachable', false],
  SELF_SIGNED_CERT_IN_CHAIN: ['server-certificate-unknown', false],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['server-certificate-unknown', false],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['server-certificate-unknown', false],
  UNABLE_TO_GET_ISSUER_CERT: ['server-certificate-unknown', false],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['server-certificate-unknown', false],
  CERT_HAS_EXPIRED: ['server-certificate-expired', false],
  CERT_NOT_YET_VALID: ['server-certificate-early', false],
  ERR_TLS_CERT_ALTNAME_INVALID: ['server-certificate-name', false],
  ERR_SSL_WRONG_VERSION_NUMBER: ['endpoint-not-tls', false],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['endpoint-not-tls', false],
  ETIMEDOUT: ['endpoint-silent', true],
  ERR_CANCELED: ['endpoint-silent', true],
  ECONNABORTED: ['endpoint-silent', true],
};

const causesByMessage: readonly (readonly [RegExp, FoundCause])[] = [
  [/wrong version number|packet length too long|http request/i, ['endpoint-not-tls', false]],
  [
    /alert (certificate|unknown ca|handshake failure|bad certificate)|certificate required/i,
    ['own-certificate-refused', false],
  ],
  [/maxContentLength/i, ['answer-too-large', true]],
];

const networkGone: ReadonlySet<string> = new Set(['EHOSTUNREACH', 'ENETUNREACH']);
const isConnecting = ({ cause }: AxiosError) =>
  cause instanceof AggregateError || (cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect');

/** The cause of a failed request. A broken connection may have delivered the message. */
export function causeOf(error: AxiosError): FoundCause {
  if (error.response) return [error.response.status >= 500 ? 'bron-fault' : 'endpoint-not-bron', true];
  const text = `${error.code ?? ''} ${error.message} ${String(error.cause ?? '')}`;
  if (/ALERT/.test(error.code ?? '') && /CERTIFICATE|UNKNOWN_CA/.test(error.code ?? '')) {
    return ['own-certificate-refused', false];
  }
  // Of a connection that existed, these only say that the network went away.
  if (networkGone.has(error.code ?? '') && !isConnecting(error)) return ['endpoint-broken', true];
  const byMessage = causesByMessage.find(([pattern]) => pattern.test(text))?.[1];
  return byMessage ?? causesByCode[error.code ?? ''] ?? ['endpoint-broken', true];
}
