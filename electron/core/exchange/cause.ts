import type { AxiosError } from 'axios';
import type { CauseCode } from '../../../shared/api/causes.ts';
import { LasError, type ErrorParams } from '../../../shared/api/errors.ts';
import { isIntercepted, isKnownProduct, issuerName, type Chain } from './interception.ts';
import { ProxyError, type Stage } from './lineAgent.ts';

/** Where an exchange ended: the cause, and whether BRON can have received the message. */
export class TransportError extends LasError {
  /** False only when it is certain that not one byte of the message reached a server that knows us. */
  readonly perhapsReceived: boolean;
  readonly params: ErrorParams;
  constructor(code: CauseCode, params: ErrorParams, perhapsReceived: boolean) {
    super(code, params);
    this.name = 'TransportError';
    this.perhapsReceived = perhapsReceived;
    this.params = params;
  }
}

/** What is known of the connection on which a request failed. */
export interface Evidence {
  stage: Stage;
  /** The time for an answer was over. */
  timedOut: boolean;
  /** This computer slept meanwhile: that no answer came says nothing of the line. */
  slept: boolean;
  /** The certificates that the server showed. */
  chain: Chain;
  /** PEM of the authority that the school trusts besides those of the system; empty for none. */
  caPem: string;
}

export interface FoundCause {
  code: CauseCode;
  perhapsReceived: boolean;
  params?: ErrorParams;
}

const certain = (code: CauseCode, params: ErrorParams = {}): FoundCause => ({ code, perhapsReceived: false, params });
const perhaps = (code: CauseCode, params: ErrorParams = {}): FoundCause => ({ code, perhapsReceived: true, params });

/** The cause for what a proxy answered in the place of a connection. */
export function proxyCause({ status }: Pick<ProxyError, 'status'>): FoundCause {
  if (status === undefined) return certain('proxy-down');
  if (status === 407) return certain('proxy-password');
  return certain([502, 503, 504].includes(status) ? 'proxy-no-route' : 'proxy-refuses', { status });
}

const late: Readonly<Record<Stage, FoundCause>> = {
  proxy: certain('proxy-down'),
  connecting: certain('endpoint-filtered'),
  handshake: certain('endpoint-silent'),
  open: perhaps('endpoint-silent'),
};

/** Alerts of TLS by which a server refuses our certificate (RFC 8446, 6.2). It sends them before it reads a message. */
const alerts: Readonly<Record<string, FoundCause>> = {
  '40': certain('own-certificate-refused', { detail: 'handshake failure' }),
  '42': certain('own-certificate-refused', { detail: 'bad certificate' }),
  '43': certain('own-certificate-refused', { detail: 'unsupported certificate' }),
  '44': certain('own-certificate-revoked'),
  '45': certain('own-certificate-expired'),
  '46': certain('own-certificate-refused', { detail: 'certificate unknown' }),
  '48': certain('own-certificate-unknown'),
  '49': certain('own-certificate-refused', { detail: 'access denied' }),
  '116': certain('own-certificate-refused', { detail: 'certificate required' }),
};

const untrusted: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

const wrongServer: Readonly<Record<string, CauseCode>> = {
  CERT_HAS_EXPIRED: 'server-certificate-expired',
  CERT_NOT_YET_VALID: 'server-certificate-early',
  ERR_TLS_CERT_ALTNAME_INVALID: 'server-certificate-name',
};

const whileConnecting: Readonly<Record<string, CauseCode>> = {
  ENOTFOUND: 'endpoint-name-unknown',
  EAI_AGAIN: 'endpoint-name-unknown',
  ECONNREFUSED: 'endpoint-refused',
  EHOSTUNREACH: 'endpoint-unreachable',
  ENETUNREACH: 'endpoint-unreachable',
  ETIMEDOUT: 'endpoint-filtered',
};

/** A connection that did not come about; nothing of a message has left. */
function causeBefore(code: string, { stage, chain, caPem }: Evidence): FoundCause {
  if (untrusted.has(code)) {
    const params = { issuer: issuerName(chain) };
    return certain(isIntercepted(chain, caPem) ? 'server-intercepted' : 'server-certificate-unknown', params);
  }
  const known = wrongServer[code] ?? (stage === 'connecting' ? whileConnecting[code] : undefined);
  if (known) return certain(known);
  // What answers the handshake with something else speaks no TLS, or a version that is too old.
  return certain(code === 'EPROTO' || code.startsWith('ERR_SSL_') ? 'endpoint-not-tls' : 'endpoint-broken');
}

/** A whole answer of which the status is not 200. */
function causeOfStatus(status: number, chain: Chain): FoundCause {
  // Who opens the connection cannot show our certificate to BRON, and answers in its place.
  if (isKnownProduct(chain)) return perhaps('server-intercepted', { issuer: issuerName(chain) });
  if ([502, 503, 504].includes(status)) return perhaps('bron-unavailable', { status });
  return perhaps(status >= 500 ? 'bron-fault' : 'endpoint-not-bron', { status });
}

/** The cause of a failed request, from the error and what is known of its connection. */
export function causeOf(error: AxiosError, evidence: Evidence): FoundCause {
  const { code = '', message, cause, response } = error;
  if (cause instanceof ProxyError) return proxyCause(cause);
  if (evidence.timedOut && evidence.slept)
    return { code: 'endpoint-broken', perhapsReceived: evidence.stage === 'open' };
  if (evidence.timedOut) return late[evidence.stage];
  if (/maxBodyLength/.test(message)) return certain('message-too-large');
  if (/maxContentLength/.test(message)) return perhaps('answer-too-large');
  const alert = alerts[/SSL alert number (\d+)/.exec(`${message} ${cause?.message ?? ''}`)?.[1] ?? ''];
  if (alert) return alert;
  if (evidence.stage !== 'open') return causeBefore(code, evidence);
  if (response && response.status !== 200) return causeOfStatus(response.status, evidence.chain);
  if (response) return perhaps('answer-cut-off');
  return perhaps(code.startsWith('HPE_') ? 'answer-not-xml' : 'endpoint-broken');
}
