import { PORT_OPENING, portCauses } from '../../../../shared/aansluiting/ports.ts';
import { causes, type CauseCode } from '../../../../shared/api/causes.ts';
import { failure, fill, type ErrorParams, type LasFailure } from '../../../../shared/api/errors.ts';
import type { BronPort, PortResult, PortStage, StageState } from '../../../../shared/api/ports.ts';
import type { FoundCause } from '../../exchange/cause.ts';
import { isKnownProduct, issuerName } from '../../exchange/interception.ts';
import type { Stage } from '../../exchange/lineAgent.ts';
import type { Found } from './probe.ts';

/** What was tried. */
export interface Tried {
  port: BronPort;
  host: string;
  /** Name and port of the proxy. */
  proxy: string | undefined;
  withCertificate: boolean;
  moment: string;
}

const isAboutOurs = (code: CauseCode) => code.startsWith('own-certificate-');

/** The proxy finds the name and connects. */
const first = (proxied: boolean): PortStage[] => (proxied ? ['proxy'] : ['name', 'connection']);
const rest: Readonly<Record<BronPort, readonly PortStage[]>> = {
  80: ['answer'],
  443: ['tls', 'interception', 'answer'],
  6914: ['tls', 'interception', 'certificate', 'answer'],
};

const stageOfLine: Readonly<Record<Stage, PortStage>> = {
  proxy: 'proxy',
  connecting: 'connection',
  handshake: 'tls',
  open: 'answer',
};

/** As the exchange tells of it, with what it means for this port. */
function problemOf({ code, params }: FoundCause, { host, proxy = '', moment }: Tried): LasFailure {
  const filled: ErrorParams = { host, proxy, moment, ...params };
  const told = failure(code, filled);
  const forPort = portCauses[code];
  if (!forPort) return told;
  const [message, remedy, tell] = [
    forPort.message ?? told.message,
    forPort.advice,
    `${PORT_OPENING} ${causes[code].tell}`,
  ].map((text) => fill(text, filled)) as [string, string, string];
  return { code, message, remedy, tell };
}

/** Whoever opens a connection with BRON in between cannot ask for our certificate in its place (PvE 6.2: BRON always does). */
function hiddenCause({ port }: Tried, { asked, chain }: Found): FoundCause | undefined {
  if (port !== 6914 || (asked && !isKnownProduct(chain))) return undefined;
  return { code: 'server-intercepted', perhapsReceived: false, params: { issuer: issuerName(chain) } };
}

/** A refusal of our certificate by who did not ask for it is one of everything else: no common version or cipher of TLS. */
const seen = ({ cause, asked }: Found): FoundCause | undefined =>
  cause && isAboutOurs(cause.code) && !asked ? { ...cause, code: 'endpoint-not-tls' } : cause;

/** Without a certificate BRON goes no further than asking for it, in one of these ways. */
const endsAtAsking = (code: CauseCode) => isAboutOurs(code) || code === 'endpoint-broken' || code === 'endpoint-silent';

/** What a request for an address says of its port: open, or closed and why. */
export function judge(tried: Tried, found: Found): PortResult {
  const { port, host, withCertificate } = tried;
  const told = seen(found);
  const waits = !withCertificate && found.asked && (!told || endsAtAsking(told.code));
  const cause = (waits ? undefined : told) ?? hiddenCause(tried, found);
  const order = [...first(tried.proxy !== undefined), ...rest[port]];
  const stages = (at: number, state: StageState) =>
    order.map((stage, index) => ({ stage, state: index < at ? 'ok' : index === at ? state : 'skipped' }) as const);
  const base = { port, host };
  const closes = cause && portCauses[cause.code];
  if (closes) {
    const at = order.indexOf(closes.stage ?? stageOfLine[found.stage]);
    return { ...base, outcome: 'closed', stages: stages(at, 'failed'), problem: problemOf(cause, tried) };
  }
  const certificate = order.indexOf('certificate');
  if (waits && certificate >= 0) return { ...base, outcome: 'open', stages: stages(certificate, 'asked') };
  // The port is open when BRON says what it has against the certificate.
  if (cause) {
    return { ...base, outcome: 'open', stages: stages(certificate, 'failed'), problem: problemOf(cause, tried) };
  }
  return { ...base, outcome: 'open', stages: stages(order.length, 'ok') };
}
