import type { Output } from '../../../shared/api/contract.ts';
import { today } from '../../../shared/domain/clock.ts';
import { teldataOf } from '../../../shared/domain/counts/teldata.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { schooljaarOf } from '../../../shared/domain/schoolYear.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { readSchool } from '../school/settings.ts';
import { countPage, namedPupils } from './countPage.ts';
import { differentPupils } from './different.ts';
import { gtbPage } from './gtbPage.ts';
import { newestGtbs } from './gtbs.ts';
import { Countings } from './keeper.ts';
import { markRow } from './marks.ts';
import { overviewPage } from './overviewPage.ts';
import { reactiePage } from './reactiePage.ts';
import { rowPupils } from './rowPupils.ts';
import { yearRows } from './yearPage.ts';

function datesOf({ db, clock }: Administration, asked: string | undefined): Output<'tellingen.dates'> {
  const school = readSchool(db);
  const day = today(clock);
  const schooljaar = asked ?? schooljaarOf(day);
  const kind = kindOfSchool(schoolFactsOf(school).soort);
  const gtbs = newestGtbs(db);
  const dates = teldataOf(kind, schooljaar, readSchoolYears(db)).map((teldatum) => ({
    ...teldatum,
    gtbs: gtbs.filter(({ peildatum }) => peildatum === teldatum.peildatum).length,
  }));
  return { schooljaar, today: day, kind, vestigingen: school.vestigingen, dates };
}

const pageOf = <T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
  total: rows.length,
  rows: rows.slice(offset, offset + limit),
});

/** The operations on the counts. */
export function tellingenHandlers(administration: Administration): HandlersOf<'tellingen'> {
  const { db, emit } = administration;
  const countings = new Countings(administration);
  return {
    'tellingen.count': async ({ peildatum, vestigingsvolgnummer }) =>
      countPage(db, await countings.on(peildatum), vestigingsvolgnummer),
    'tellingen.year': async (asked) => ({ rows: await yearRows(administration, asked) }),
    'tellingen.named': async ({ peildatum, ...asked }) =>
      pageOf(namedPupils(db, await countings.on(peildatum), asked), asked),
    'tellingen.pupils': async ({ peildatum, offset, limit, ...asked }) =>
      pageOf(rowPupils(db, await countings.on(peildatum), asked), { offset, limit }),
    'tellingen.different': async ({ peildatum, vestigingsvolgnummer, ...page }) =>
      pageOf(differentPupils(db, await countings.on(peildatum), vestigingsvolgnummer), page),
    'tellingen.dates': ({ schooljaar }) => datesOf(administration, schooljaar),
    'tellingen.gtbs': () => gtbPage(administration),
    'tellingen.vergelijkingsoverzicht': () => overviewPage(administration),
    'tellingen.markRow': (mark) => {
      markRow(administration, mark);
      emit('data.changed', { topics: ['tellingen'] });
      return {};
    },
    'tellingen.reactie': () => reactiePage(administration),
  };
}
