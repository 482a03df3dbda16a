import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Headers of every answer: nothing inline, no script, nothing of elsewhere, and no page inside another. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  // Without any referrer a browser would send forms with "Origin: null".
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Thrown for a form that another site sent. */
export class ForeignForm extends Error {
  override name = 'ForeignForm';
}

/** A browser says where a form comes from; a program that says nothing is no browser. */
function fromElsewhere({ headers: { origin, host }, method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && origin !== undefined && origin !== `https://${host}`;
}

/** Gives every answer its headers, and refuses forms of other sites. */
export function secure(site: FastifyInstance): void {
  site.addHook('onRequest', async (request) => {
    if (fromElsewhere(request)) throw new ForeignForm();
  });
  site.addHook('onSend', async (_request, reply) => {
    reply.headers(headers);
  });
}
