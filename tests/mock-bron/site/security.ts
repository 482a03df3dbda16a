import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const policy = (styles: string) =>
  `default-src 'none'; style-src ${styles}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** Headers of every answer: nothing inline, no script, nothing of elsewhere, and no page inside another. */
const headers = {
  'Content-Security-Policy': policy("'self'"),
  'X-Content-Type-Options': 'nosniff',
  // Without any referrer a browser would send forms with "Origin: null".
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The policy of a page that carries its own style, as a letter does: that style and no other. */
export function policyOf(html: string): string {
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return policy(styles.length === 0 ? "'none'" : styles.join(' '));
}

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
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
}
