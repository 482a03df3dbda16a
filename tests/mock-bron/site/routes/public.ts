import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { findGtbSignaal } from '../../../../shared/bekostiging/signalen/catalog.ts';
import { catalog } from '../../../../shared/pve/signalen/catalog.ts';
import { allTopics } from '../kennisbank/topics.ts';
import { gtbSignaalPage } from '../pages/gtbSignaal.ts';
import { helpdeskPage } from '../pages/helpdesk.ts';
import { homePage } from '../pages/home.ts';
import { kennisbankPage } from '../pages/kennisbank.ts';
import { missingPage } from '../pages/missing.ts';
import { signaalPage } from '../pages/signaal.ts';
import { supportPage } from '../pages/support.ts';
import { topicPage } from '../pages/topic.ts';
import type { SiteParts } from '../site.ts';
import { html } from './html.ts';

const style = readFileSync(new URL('../style.css', import.meta.url), 'utf8');

/** What everyone may read. */
export function publicRoutes(site: FastifyInstance, { files }: Pick<SiteParts, 'files'>): void {
  site.get('/', (_request, reply) => html(reply, homePage()));
  site.get('/stijl.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  site.get('/ondersteuning', (_request, reply) => html(reply, supportPage()));
  site.get('/helpdesk', (_request, reply) => html(reply, helpdeskPage()));
  site.get<{ Querystring: Record<string, unknown> }>('/kennisbank', ({ query }, reply) =>
    html(reply, kennisbankPage(typeof query.zoek === 'string' ? query.zoek.trim() : '')),
  );
  site.get<{ Params: { code: string } }>('/kennisbank/signaal/:code', ({ params }, reply) => {
    const entry = catalog.get(params.code);
    return entry ? html(reply, signaalPage(entry)) : html(reply, missingPage(), 404);
  });
  site.get<{ Params: { code: string } }>('/kennisbank/gtb/:code', ({ params }, reply) => {
    const signaal = findGtbSignaal(params.code);
    return signaal ? html(reply, gtbSignaalPage(signaal)) : html(reply, missingPage(), 404);
  });
  site.get<{ Params: { slug: string } }>('/kennisbank/onderwerp/:slug', ({ params }, reply) => {
    const topic = allTopics.find(({ slug }) => slug === params.slug);
    return topic ? html(reply, topicPage(topic)) : html(reply, missingPage(), 404);
  });
  site.get<{ Params: { name: string } }>('/koppelvlak/:name', ({ params }, reply) => {
    const file = files.get(params.name);
    return file === undefined ? html(reply, missingPage(), 404) : reply.type('text/xml; charset=utf-8').send(file);
  });
}
