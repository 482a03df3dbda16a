import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure } from '../../shared/api/errors.ts';
import { createPages, safetyHeaders } from '../core/hosting/pageFiles.ts';
import type { CoreClient } from '../core/processClient.ts';
import { createAccess, type Access } from './access.ts';
import { createChosenFiles, type ChosenFiles } from './chosenFiles.ts';

export interface WebHostOptions {
  /** The built renderer. */
  rendererDir: string;
  /** Folder with `preload.js`, the preload built for a browser. */
  preloadDir: string;
  core: Pick<CoreClient, 'invoke' | 'subscribe' | 'grant'>;
  /** Port on 127.0.0.1; 0 (the default) takes any free one. */
  port?: number;
}

export interface WebHost {
  origin: string;
  port: number;
  /** An address that lets one browser in, once. Every call gives another. */
  newUrl(): string;
  close(): Promise<void>;
}

const MAX_BODY = 34 * 1024 * 1024;
const HEARTBEAT_MS = 20_000;
const NO_ACCESS =
  'Geen toegang. Gebruik het adres dat het programma bij het starten gaf; het werkt één keer. Start anders opnieuw.\n';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

function reply(response: ServerResponse, status: number, type: string, body: string | Buffer = ''): void {
  response.writeHead(status, { ...safetyHeaders, 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
const text = (response: ServerResponse, status: number, body: string) =>
  reply(response, status, 'text/plain; charset=utf-8', body);
const json = (response: ServerResponse, status: number, body: unknown) =>
  reply(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
const refuse = (response: ServerResponse, status: number, detail: string) =>
  json(response, status, { ok: false, error: failure('invalid-input', { detail }) });

/** The body, or undefined when it is too large. What is too large is read and dropped, so that the answer can arrive. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > MAX_BODY ? undefined : Buffer.concat(chunks);
}

function parseCall(body: Buffer): { name: string; input: unknown } | undefined {
  try {
    const call = JSON.parse(body.toString('utf8')) as { name?: unknown; input?: unknown } | null;
    return typeof call?.name === 'string' ? { name: call.name, input: call.input } : undefined;
  } catch {
    return undefined;
  }
}

const invoke =
  (core: WebHostOptions['core']): Handler =>
  async (request, response) => {
    // A page elsewhere cannot send this header or this type without being asked about it first.
    if (request.headers['x-las'] !== '1' || request.headers['content-type'] !== 'application/json') {
      text(response, 403, NO_ACCESS);
      return;
    }
    const body = await readBody(request);
    if (!body) {
      refuse(response, 413, 'het is groter dan 34 MiB');
      return;
    }
    const call = parseCall(body);
    if (!call) {
      refuse(response, 400, 'het is geen opdracht');
      return;
    }
    json(response, 200, await core.invoke(call.name, call.input));
  };

const events =
  (core: WebHostOptions['core']): Handler =>
  (_, response) => {
    response.writeHead(200, { ...safetyHeaders, 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    const stop = core.subscribe((event, payload) => response.write(`data: ${JSON.stringify({ event, payload })}\n\n`));
    // Finds browsers that went away without a word.
    const heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT_MS);
    response.on('close', () => {
      stop();
      clearInterval(heartbeat);
    });
  };

const ownCall = ({ headers }: IncomingMessage) => headers['x-las'] === '1';

/** The routes by which a browser hands over and gets files. */
function fileRoutes(files: ChosenFiles): Record<string, Handler> {
  const field = async (request: IncomingMessage, key: string): Promise<string> => {
    const body = JSON.parse((await readBody(request))?.toString('utf8') ?? '{}') as Record<string, unknown>;
    const value = body[key];
    return typeof value === 'string' ? value : '';
  };
  const answering =
    (work: (request: IncomingMessage) => Promise<unknown>): Handler =>
    async (request, response) => {
      if (!ownCall(request)) text(response, 403, NO_ACCESS);
      else json(response, 200, { chosen: await work(request) });
    };
  return {
    'POST /api/files': answering((request) =>
      files.upload(new URL(request.url ?? '', 'http://host').searchParams.get('name') ?? '', request),
    ),
    'POST /api/targets': answering(async (request) => files.target(await field(request, 'name'))),
    'POST /api/folders': answering(async (request) => files.folder(await field(request, 'path'))),
    'GET /api/download': async ({ url = '' }, response) => {
      const token = new URL(url, 'http://host').searchParams.get('token') ?? '';
      if (!(await files.download(token, response, safetyHeaders))) text(response, 404, 'Niet gevonden.\n');
    },
  };
}

function pages({ rendererDir, preloadDir }: WebHostOptions): Handler {
  const renderer = createPages(rendererDir, { connect: "'self'", firstScript: './preload.js' });
  const preload = createPages(preloadDir, { connect: "'self'" });
  return async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    const file = await (pathname === '/preload.js' ? preload : renderer)(pathname);
    if (!file) {
      text(response, 404, 'Niet gevonden.\n');
      return;
    }
    response.writeHead(200, { ...file.headers, 'content-length': file.body.length });
    response.end(file.body);
  };
}

function enter(access: Access, token: string, response: ServerResponse): void {
  const cookie = access.enter(token);
  if (!cookie) {
    text(response, 403, NO_ACCESS);
    return;
  }
  response.writeHead(303, { ...safetyHeaders, 'set-cookie': cookie, location: '/' });
  response.end();
}

/**
 * The program on 127.0.0.1, for a browser: the same renderer and preload as in Electron, behind a token that works once. It is
 * not part of the installer. Rejects when the port is taken.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = createChosenFiles(options.core);
  const routes: Record<string, Handler> = {
    'POST /api/invoke': invoke(options.core),
    'GET /api/events': events(options.core),
    ...fileRoutes(files),
  };
  const showPage = pages(options);

  async function handle(access: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    if (!access.rightHost(request) || !url.startsWith('/')) {
      text(response, 403, NO_ACCESS);
      return;
    }
    const { pathname, searchParams } = new URL(url, 'http://host');
    const token = searchParams.get('token');
    if (method === 'GET' && pathname === '/' && token !== null) {
      enter(access, token, response);
      return;
    }
    if (!access.entered(request) || !access.ownPage(request)) {
      text(response, 403, NO_ACCESS);
      return;
    }
    const route = routes[`${method} ${pathname}`];
    if (route) return route(request, response);
    if (method !== 'GET' || pathname.startsWith('/api/')) {
      text(response, 404, 'Niet gevonden.\n');
      return;
    }
    return showPage(request, response);
  }

  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const access = createAccess(origin);
  server.on('request', (request, response) => {
    handle(access, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else text(response, 500, 'Er ging iets mis in het programma.\n');
    });
  });
  return {
    origin,
    port,
    newUrl: () => access.newUrl(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          files.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
