import fastify, { type FastifyInstance } from 'fastify';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Authority } from '../certificates/authority.ts';
import type { Helpdesk } from '../helpdesk.ts';
import type { MijnBron } from '../mijnBron/mijnBron.ts';
import type { Brin } from '../registers/brin.ts';
import { missingPage } from './pages/missing.ts';
import { troublePage } from './pages/trouble.ts';
import { certificateRoutes } from './routes/certificate.ts';
import { html } from './routes/html.ts';
import { publicRoutes } from './routes/public.ts';
import { privateRoutes } from './mijnBron/routes.ts';
import { ForeignForm, secure } from './security.ts';

export interface SiteParts {
  authority: Authority;
  helpdesk: Pick<Helpdesk, 'download'>;
  mijnBron: MijnBron;
  brin: Pick<Brin, 'school'>;
  clock: Clock;
  /** The machine's own clock: a session does not end because the tester moved the mock's. */
  machine: Clock;
  /** WSDL and XSDs by file name. */
  files: ReadonlyMap<string, string>;
  onError: (error: unknown) => void;
}

/** The site over HTTPS: what is for everyone, the download of the certificate, and Mijn BRON behind a log-in. */
export function createSite(parts: SiteParts) {
  const { authority, onError } = parts;
  const site = fastify({
    https: { key: authority.server.key, cert: authority.server.cert, minVersion: 'TLSv1.2' },
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
  });
  const pages = site as unknown as FastifyInstance;
  site.removeAllContentTypeParsers();
  site.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
  secure(pages);
  site.setNotFoundHandler((_request, reply) => html(reply, missingPage(), 404));
  site.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof ForeignForm) {
      return html(
        reply,
        troublePage('Dit formulier komt van een andere site. Open de pagina op deze site en vul het daar in.'),
        403,
      );
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    return html(reply, troublePage('Uw aanvraag kon niet worden verwerkt. Ga terug en probeer het opnieuw.'), status);
  });
  publicRoutes(pages, parts);
  certificateRoutes(pages, parts);
  privateRoutes(pages, parts);
  return site;
}
