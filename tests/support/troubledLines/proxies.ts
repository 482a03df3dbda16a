import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { HERE, listenHere, type SetUp, type TestPki } from './line.ts';
import { closedPort, filteredPort } from './unreachable.ts';

/** Somewhere behind a proxy that never comes so far. */
const BEHIND = 'https://bron.invalid:6914/POKANAAL/';

export interface TestProxy {
  port: number;
  /** What it was asked to connect to, and the header with which a person logs in. */
  asked: { target: string; login: string | undefined }[];
  close(): Promise<void>;
}

type OnConnect = (request: IncomingMessage, socket: Socket) => void;
type OnRequest = (request: IncomingMessage, response: ServerResponse) => void;

async function startConnectProxy(
  onConnect: OnConnect,
  onRequest: OnRequest = (_, response) => response.writeHead(405).end(),
): Promise<TestProxy> {
  const asked: TestProxy['asked'] = [];
  const note = ({ url = '', headers }: IncomingMessage) =>
    asked.push({ target: url, login: headers['proxy-authorization'] });
  const server = createServer((request, response) => {
    note(request);
    onRequest(request, response);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request);
    socket.on('error', () => undefined);
    onConnect(request, socket);
  });
  return { asked, ...(await listenHere(server)) };
}

const answer = (socket: Socket, status: string, headers = '') =>
  void socket.end(`HTTP/1.1 ${status}\r\n${headers}Content-Length: 0\r\n\r\n`);

/** Carries a request over plain HTTP. */
const carry: OnRequest = ({ url = '' }, response) => {
  const onward = httpRequest(url, (got) => {
    response.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  onward.end();
};

/** A proxy that carries connections and plain HTTP; with `login` (`name:password`) only for who knows it. */
export function startProxy(login?: string): Promise<TestProxy> {
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const mayPass = ({ headers }: IncomingMessage) => !wanted || headers['proxy-authorization'] === wanted;
  const connectTo: OnConnect = (request, socket) => {
    if (!mayPass(request)) {
      answer(socket, '407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="school"\r\n');
      return;
    }
    const { url } = request;
    const { hostname, port } = new URL(`http://${url ?? ''}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => answer(socket, '502 Bad Gateway'));
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  };
  return startConnectProxy(connectTo, (request, response) => {
    if (mayPass(request)) carry(request, response);
    else response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="school"' }).end();
  });
}

const byProxy = ({ port, close }: { port: number; close(): void | Promise<void> }) => ({
  endpoint: BEHIND,
  proxy: { host: '127.0.0.1', port },
  close,
});

const refusing =
  (status: string): SetUp =>
  async () =>
    byProxy(await startConnectProxy((_, socket) => answer(socket, status)));

export const proxyRefuses = refusing('403 Forbidden');
/** A real one: the name behind it does not exist. */
export const proxyWithoutRoute: SetUp = async () => byProxy(await startProxy());
export const proxyWantsPassword: SetUp = async () => byProxy(await startProxy('school:geheim'));
export const proxyDown: SetUp = async () => byProxy({ port: await closedPort(), close: () => undefined });
export const proxyFiltered: SetUp = async () => byProxy(await filteredPort());
/** Accepts the connection and says nothing. */
export const proxyDead: SetUp = async () => byProxy(await listenHere(createTcpServer()));
/** Takes the question and answers nothing. */
export const proxySilent: SetUp = async () => byProxy(await startConnectProxy(() => undefined));
/** Ends the connection without a word. */
export const proxyHangsUp: SetUp = async () => byProxy(await listenHere(createTcpServer((socket) => socket.destroy())));

/** Opens the connection with a certificate of an authority of its own, and answers in the place of BRON. */
export async function startInterceptor({ stranger }: Pick<TestPki, 'stranger'>): Promise<TestProxy> {
  const { cert, key } = await stranger.issue({ commonName: 'localhost', altNames: `${HERE},DNS:bron.invalid` });
  return startConnectProxy((_, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const opened = new TLSSocket(socket, { isServer: true, cert, key });
    opened.on('error', () => undefined);
    opened.once('data', () => answer(opened, '502 Bad Gateway'));
  });
}

export const intercepted: SetUp = async (pki) => byProxy(await startInterceptor(pki));
