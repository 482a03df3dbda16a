import type { Vergelijkingsoverzicht } from '../../../../shared/mijnBron/comparison.ts';
import type { MijnBron } from '../../mijnBron/mijnBron.ts';
import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import type { SiteParts } from '../site.ts';
import type { Access } from './access.ts';
import { comparisonPage } from './comparison.ts';
import { gtbChoicesPage } from './gtbChoices.ts';
import { gtbPage } from './gtbDetail.ts';
import { gtbListPage } from './gtbList.ts';

/** The vergelijkingsoverzicht, or the sentence that says that there is none. */
export function overviewOf(
  mijnBron: MijnBron,
  brinnummer: string,
): { overview?: Vergelijkingsoverzicht; none?: string } {
  try {
    return { overview: mijnBron.vergelijkingsoverzicht(brinnummer) };
  } catch (error) {
    if (error instanceof MijnBronRefusal && error.code === 'no-overview') return { none: error.message };
    throw error;
  }
}

/** The GTBs and the vergelijkingsoverzicht. */
export function gtbRoutes({ get }: Access, { mijnBron }: Pick<SiteParts, 'mijnBron'>): void {
  get('/mijn-bron/gtb', (visit) => ({ page: gtbChoicesPage(visit) }));
  get('/mijn-bron/gtb/overzicht', (visit) => ({ page: gtbListPage(visit, mijnBron.gtbs(visit.user.brinnummer)) }));
  get('/mijn-bron/gtb/overzicht/:kenmerk', (visit) => ({
    page: gtbPage(visit, mijnBron.gtb(visit.user.brinnummer, visit.params.kenmerk ?? '')),
  }));
  get('/mijn-bron/gtb/vergelijking', (visit) => {
    const { overview, none } = overviewOf(mijnBron, visit.user.brinnummer);
    return { page: comparisonPage(visit, overview, none) };
  });
}
