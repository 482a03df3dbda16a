import fastify from 'fastify';
import { z } from 'zod';
import { openApi, type Route } from './openapi.ts';
import { problemOut } from './schemas.ts';

/** Thrown by a route that cannot do what is asked. */
export class ControlProblem extends Error {
  override name = 'ControlProblem';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A whole BRP goes in. */
const MAX_BODY = 32 * 1024 * 1024;

const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** A page in a browser must not reach this: neither by a name that was bound to loopback, nor from another origin. */
function refusal(headers: Record<string, string | string[] | undefined>): string | undefined {
  const { host = '', origin } = headers;
  if (typeof host !== 'string' || !LOCAL_HOST.test(host)) return 'This Host is not served: use 127.0.0.1';
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests from another origin are refused';
  return undefined;
}

function parse(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw new ControlProblem(400, `${part}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The control interface: JSON over HTTP. `address` is known once it listens. */
export function createControl(routes: readonly Route[], address: () => string, onError: (error: unknown) => void) {
  const control = fastify({ bodyLimit: MAX_BODY, forceCloseConnections: true });
  control.removeContentTypeParser('text/plain');
  control.addHook('onRequest', async (request, reply) => {
    const problem = refusal(request.headers);
    if (problem) return reply.code(403).send({ error: problem });
  });
  control.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'Not found; see /openapi.json' }));
  control.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof ControlProblem) return reply.code(error.status).send({ error: error.message });
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    return reply.code(status).send({ error: status >= 500 ? 'Internal error' : error.message });
  });
  control.get('/openapi.json', () => openApi(routes, problemOut, address()));
  for (const route of routes) {
    control.route({
      method: route.method.toUpperCase(),
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request) =>
        route.handle({
          params: parse(route.params, request.params, 'path'),
          query: parse(route.query, request.query, 'query'),
          body: parse(route.body, request.body, 'body'),
        }),
    });
  }
  return control;
}
