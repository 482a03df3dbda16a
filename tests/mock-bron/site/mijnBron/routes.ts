import type { FastifyInstance } from 'fastify';
import { missingPage } from '../pages/missing.ts';
import type { SiteParts } from '../site.ts';
import { accessTo, type Access, type Visit } from './access.ts';
import { contactRoutes } from './contactRoutes.ts';
import { createDownloads } from './downloads.ts';
import { documentsPage } from './documents.ts';
import { gtbRoutes } from './gtbRoutes.ts';
import { logInRoutes } from './logInRoutes.ts';
import { numbersRoutes } from './numbersRoutes.ts';
import { overviewPage } from './overview.ts';
import { progressPage } from './progress.ts';
import { questionsPage, readQuestion } from './questions.ts';
import { reactieRoutes } from './reactieRoutes.ts';
import { createSessions } from './sessions.ts';
import { documentForms } from '../../mijnBron/mijnBron.ts';

function documentRoutes({ get }: Access, { mijnBron }: SiteParts): void {
  get('/mijn-bron/documenten', (visit) => ({ page: documentsPage(visit, mijnBron.documents(visit.user)) }));
  get('/mijn-bron/documenten/:id/:form', async (visit) => {
    const form = documentForms.find((known) => known === visit.params.form);
    if (form === undefined) return { page: missingPage(), status: 404 };
    return { file: await mijnBron.document(visit.user, visit.params.id ?? '', form), open: form === 'html' };
  });
}

function questionRoutes({ get, post }: Access, { mijnBron }: SiteParts): void {
  const questions = (visit: Visit) => mijnBron.questions(visit.user);
  get('/mijn-bron/vragen', (visit) => ({
    page: questionsPage(visit, { questions: questions(visit), saved: visit.query.gelukt !== undefined }),
  }));
  post('/mijn-bron/vragen', (visit) => {
    const { question, wrong } = readQuestion(visit.body);
    if (wrong.size > 0) {
      return { page: questionsPage(visit, { questions: questions(visit), typed: visit.body, wrong }), status: 422 };
    }
    mijnBron.ask(visit.user, question);
    return { to: '/mijn-bron/vragen?gelukt=ja' };
  });
}

/** Mijn BRON: the part of the site behind a log-in. */
export function privateRoutes(site: FastifyInstance, parts: SiteParts): void {
  const { mijnBron, clock, machine } = parts;
  const sessions = createSessions(machine);
  const access = accessTo(site, sessions);
  const downloads = createDownloads(mijnBron, clock);
  const progressOf = ({ user }: Visit) => mijnBron.voortgang(user.brinnummer, user.aanleverpunt);
  logInRoutes(site, access, sessions, parts);
  access.get('/mijn-bron', (visit) => ({ page: overviewPage(visit, progressOf(visit)) }));
  access.get('/mijn-bron/voortgang', (visit) => ({
    page: progressPage(visit, progressOf(visit)),
  }));
  contactRoutes(access, parts);
  numbersRoutes(access, parts);
  documentRoutes(access, parts);
  gtbRoutes(access, parts);
  reactieRoutes(access, parts);
  questionRoutes(access, parts);
  access.get('/mijn-bron/bestand/gtb/:kenmerk.json', (visit) => ({
    file: downloads.gtb(visit.user, visit.params.kenmerk ?? ''),
  }));
  access.get('/mijn-bron/bestand/:name.json', (visit) => {
    const file = downloads.file(visit.user, visit.params.name ?? '');
    return file ? { file } : { page: missingPage(), status: 404 };
  });
}
