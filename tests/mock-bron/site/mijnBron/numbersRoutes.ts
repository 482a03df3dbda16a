import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import type { SiteParts } from '../site.ts';
import type { Access, Visit } from './access.ts';
import { numbersPage, readNumbers } from './numbers.ts';

/** Reporting the aantallen. */
export function numbersRoutes({ get, post }: Access, { mijnBron, brin }: Pick<SiteParts, 'mijnBron' | 'brin'>): void {
  const stand = ({ user: { brinnummer } }: Visit) => ({
    soort: brin.school(brinnummer)?.soort,
    reported: mijnBron.aantallen(brinnummer),
  });
  get('/mijn-bron/aantallen', (visit) => ({
    page: numbersPage(visit, { ...stand(visit), saved: visit.query.gelukt !== undefined }),
  }));
  post('/mijn-bron/aantallen', (visit) => {
    const { aantallen, wrong } = readNumbers(visit.body);
    if (wrong.size > 0) {
      return { page: numbersPage(visit, { ...stand(visit), typed: visit.body, wrong }), status: 422 };
    }
    try {
      mijnBron.reportAantallen(visit.user, aantallen);
    } catch (error) {
      if (!(error instanceof MijnBronRefusal)) throw error;
      const page = numbersPage(visit, { ...stand(visit), typed: visit.body, refusal: error.message });
      return { page, status: error.status };
    }
    return { to: '/mijn-bron/aantallen?gelukt=ja' };
  });
}
