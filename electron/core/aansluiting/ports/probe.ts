import http from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import axios, { AxiosError, type AxiosRequestConfig } from 'axios';
import type { CertificateMaterial } from '../../certificate/identity.ts';
import { causeOf, proxyCause, type FoundCause } from '../../exchange/cause.ts';
import type { Chain } from '../../exchange/interception.ts';
import type { ProxyServer, Stage } from '../../exchange/lineAgent.ts';
import { createAgent, wokeLate } from '../../exchange/transport.ts';

/** What is asked of an address. */
export interface Probing {
  url: string;
  caPem: string;
  systemCas: readonly string[];
  certificate?: CertificateMaterial | undefined;
  proxy?: ProxyServer | undefined;
  timeoutMs: number;
  /** Ends it; what is found then says nothing. */
  stop: AbortSignal;
}

/** How far a request for an address came. */
export interface Found {
  /** Why no answer came; absent when one did, whatever it said. */
  cause?: FoundCause;
  stage: Stage;
  /** The server asked for a certificate. */
  asked: boolean;
  chain: Chain;
}

/** Ordinary HTTP, which is connecting until it is open. */
class PlainAgent extends http.Agent {
  stage: Stage = 'connecting';

  override createConnection(
    options: http.ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection(options, callback);
    socket?.once('connect', () => (this.stage = 'open'));
    return socket;
  }
}

interface Attempt {
  config: AxiosRequestConfig;
  /** What is known of the connection of a request. */
  facts(request: http.ClientRequest | undefined): Omit<Found, 'cause'>;
  destroy(): void;
}

function secure(probing: Probing): Attempt {
  const agent = createAgent({ ...probing, requestOCSP: true });
  return {
    config: { httpsAgent: agent, proxy: false },
    facts: (request) => ({
      stage: agent.stageOf(request?.socket),
      asked: agent.asksCertificate(request?.socket),
      chain: agent.chainOf(request?.socket),
    }),
    destroy: () => agent.destroy(),
  };
}

function plain({ proxy }: Probing): Attempt {
  const agent = new PlainAgent();
  const { host = '', port = 0, user = '', password = '' } = proxy ?? {};
  const auth = user ? { auth: { username: user, password } } : {};
  return {
    config: { httpAgent: agent, proxy: proxy ? { protocol: 'http', host, port, ...auth } : false },
    facts: () => ({ stage: proxy ? 'proxy' : agent.stage, asked: false, chain: [] }),
    destroy: () => agent.destroy(),
  };
}

/**
 * Asks for an address and reads no more than the status. An address of plain HTTP is asked of the proxy itself, as a browser does:
 * what goes wrong then is its answer.
 */
export async function probe(probing: Probing): Promise<Found> {
  const { url, proxy, timeoutMs, caPem, stop } = probing;
  const isPlain = url.startsWith('http:');
  const attempt = isPlain ? plain(probing) : secure(probing);
  const late = AbortSignal.timeout(timeoutMs);
  const begun = performance.now();
  try {
    const answer = await axios.get<Readable>(url, {
      ...attempt.config,
      signal: AbortSignal.any([late, stop]),
      maxRedirects: 0,
      responseType: 'stream',
      validateStatus: () => true,
    });
    answer.data.destroy();
    const { status } = answer;
    const facts = attempt.facts(answer.request as http.ClientRequest);
    return isPlain && proxy && status >= 400 ? { ...facts, cause: proxyCause({ status }) } : facts;
  } catch (error) {
    if (!(error instanceof AxiosError)) throw error;
    const facts = attempt.facts(error.request as http.ClientRequest | undefined);
    const slept = wokeLate(begun, timeoutMs);
    const cause = causeOf(error, { ...facts, timedOut: late.aborted, slept, caPem });
    return { ...facts, cause: isPlain && proxy ? proxyCause({ status: undefined }) : cause };
  } finally {
    attempt.destroy();
  }
}
