import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import type { SiteParts } from '../site.ts';
import type { Access, Answer, Visit } from './access.ts';
import { newestOfEach } from './gtbList.ts';
import { overviewOf } from './gtbRoutes.ts';
import { reactiePage, summaryPage, type Subject } from './reactie.ts';
import { readChoice } from './reactieChoices.ts';

/** Giving a reactie: a choice, a summary of what it is about, and only then sending it. */
export function reactieRoutes({ get, post }: Access, { mijnBron }: Pick<SiteParts, 'mijnBron'>): void {
  const subjectOf = ({ user: { brinnummer } }: Visit): Subject => ({
    gtbs: newestOfEach(mijnBron.gtbs(brinnummer)),
    overview: overviewOf(mijnBron, brinnummer).overview,
    voortgang: mijnBron.voortgang(brinnummer),
  });
  const page = (visit: Visit, also: { saved?: boolean; refusal?: string } = {}) =>
    reactiePage(visit, {
      subject: subjectOf(visit),
      reacties: mijnBron.reacties(visit.user.brinnummer),
      ableOn: mijnBron.ableToExchangeOn(visit.user.brinnummer),
      ...also,
    });
  const unlessRefused = (visit: Visit, act: () => void, then = ''): Answer => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof MijnBronRefusal)) throw error;
      return { page: page(visit, { refusal: error.message }), status: error.status };
    }
    return { to: `/mijn-bron/gtb/reactie${then}` };
  };
  const noChoice = (visit: Visit): Answer => ({
    page: page(visit, { refusal: 'U hebt geen reactie gekozen. Kies een van de vier en ga verder.' }),
    status: 422,
  });

  get('/mijn-bron/gtb/reactie', (visit) => ({ page: page(visit, { saved: visit.query.gelukt !== undefined }) }));
  post('/mijn-bron/gtb/reactie', (visit) => {
    const choice = readChoice(visit.body.choice);
    if (choice === undefined) return noChoice(visit);
    if (visit.user.role !== 'gemachtigde') throw new MijnBronRefusal('not-gemachtigde');
    const subject = subjectOf(visit);
    if (subject.gtbs.length === 0) throw new MijnBronRefusal('no-gtb-yet');
    return { page: summaryPage(visit, choice, subject) };
  });
  post('/mijn-bron/gtb/reactie/versturen', (visit) => {
    const choice = readChoice(visit.body.choice);
    if (choice === undefined) return noChoice(visit);
    const { gtbs = '', overview = '' } = visit.body;
    const reactie = {
      choice,
      by: visit.user.naam,
      gtbs: gtbs.split(' ').filter(Boolean),
      ...(overview === '' ? {} : { vergelijkingsoverzicht: overview }),
    };
    return unlessRefused(visit, () => mijnBron.giveReactie(visit.user, reactie), '?gelukt=ja');
  });
  post('/mijn-bron/gtb/uitwisselen', (visit) => unlessRefused(visit, () => mijnBron.sayAbleToExchange(visit.user)));
}
