import { X509Certificate } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

/** An HTTP proxy that carries connections to other servers (CONNECT). */
export interface ProxyServer {
  host: string;
  port: number;
  user?: string | undefined;
  password?: string | undefined;
}

/** The proxy did not make the connection. */
export class ProxyError extends Error {
  /** What it answered to CONNECT; absent when it gave no answer that is HTTP. */
  readonly status: number | undefined;
  constructor(status?: number) {
    super(`proxy: ${status ?? 'no answer'}`);
    this.name = 'ProxyError';
    this.status = status;
  }
}

/**
 * How far a connection is: `proxy`, the proxy is asked for it; `connecting`, TCP; `handshake`, TLS; `open`, messages can leave. Only
 * then can BRON have a byte of a message.
 */
export type Stage = 'proxy' | 'connecting' | 'handshake' | 'open';

export interface LineAgentOptions extends https.AgentOptions {
  proxy?: ProxyServer | undefined;
  /** How long the proxy may take, in ms. */
  timeoutMs: number;
}

const authorityOf = (host: string, port: number | string) => `${isIPv6(host) ? `[${host}]` : host}:${port}`;

function chainOf(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  // Not getPeerX509Certificate(): after it Node itself finds no certificate any more, and refuses the connection.
  let at: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  while (at?.raw && !chain.some(({ raw }) => raw.equals(at?.raw ?? raw))) {
    chain.push(new X509Certificate(at.raw));
    at = at.issuerCertificate;
  }
  return chain;
}

/** Connections to BRON, kept for the next message, made by a proxy when there is one; it knows how far each is and who answered. */
export class LineAgent extends https.Agent {
  readonly #proxy: ProxyServer | undefined;
  readonly #timeoutMs: number;
  readonly #closing = new AbortController();
  readonly #stages = new WeakMap<Duplex, Stage>();
  readonly #chains = new WeakMap<Duplex, X509Certificate[]>();
  readonly #asking = new WeakSet<Duplex>();

  constructor({ proxy, timeoutMs, ...options }: LineAgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }

  /** How far the connection of a request is; of one that has none yet: the first stage. */
  stageOf(socket: Duplex | null | undefined): Stage {
    return (socket && this.#stages.get(socket)) ?? (this.#proxy ? 'proxy' : 'connecting');
  }

  /** The certificates that the server showed, its own first, however they were judged. */
  chainOf(socket: Duplex | null | undefined): readonly X509Certificate[] {
    return (socket && this.#chains.get(socket)) ?? [];
  }

  /** Whether the server asked for a certificate of ours, also when the connection ended by that. Known with `requestOCSP` only. */
  asksCertificate(socket: Duplex | null | undefined): boolean {
    return socket !== null && socket !== undefined && this.#asking.has(socket);
  }

  override createConnection(
    options: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    if (!this.#proxy) return this.#watch(super.createConnection(options) as TLSSocket, 'connecting');
    const done = callback as (error: Error | null, stream?: Duplex) => void;
    this.#tunnel(this.#proxy, options).then(
      (socket) => {
        const tunnelled: https.RequestOptions & { socket: Socket } = { ...options, socket };
        done(null, this.#watch(super.createConnection(tunnelled) as TLSSocket, 'handshake'));
      },
      (error: unknown) => done(error as ProxyError),
    );
    return undefined;
  }

  /** Ends every connection, also those that a proxy is still asked for. */
  override destroy(): void {
    this.#closing.abort();
    super.destroy();
  }

  #watch(socket: TLSSocket, stage: Stage): TLSSocket {
    this.#stages.set(socket, stage);
    socket.once('connect', () => this.#stages.set(socket, 'handshake'));
    // Node judges the certificate on this event too, and forgets it when it is refused.
    socket.prependOnceListener('secure', () => this.#chains.set(socket, chainOf(socket)));
    // Comes when the server has said all that it says first, before it can refuse a certificate.
    socket.once('OCSPResponse', () => {
      // OpenSSL has algorithms for signing of a server only when it asked for a signature, which is one of ours.
      if (socket.getSharedSigalgs().length > 0) this.#asking.add(socket);
    });
    socket.once('secureConnect', () => this.#stages.set(socket, 'open'));
    return socket;
  }

  #tunnel({ host, port, user, password }: ProxyServer, target: https.RequestOptions): Promise<Socket> {
    const authority = authorityOf(target.host ?? '', target.port ?? 443);
    const login = user ? Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64') : undefined;
    return new Promise((resolve, reject) => {
      const request = http.request({
        host,
        port,
        method: 'CONNECT',
        path: authority,
        agent: false,
        headers: { Host: authority, ...(login ? { 'Proxy-Authorization': `Basic ${login}` } : {}) },
        signal: AbortSignal.any([AbortSignal.timeout(this.#timeoutMs), this.#closing.signal]),
      });
      const refuse = (socket: Socket, status?: number) => {
        socket.destroy();
        reject(new ProxyError(status));
      };
      request.once('connect', ({ statusCode = 0 }, socket: Socket) => {
        if (statusCode >= 200 && statusCode < 300) resolve(socket);
        else refuse(socket, statusCode);
      });
      request.on('error', () => reject(new ProxyError()));
      request.end();
    });
  }
}
