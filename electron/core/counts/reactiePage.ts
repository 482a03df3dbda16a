import type { Output } from '../../../shared/api/contract.ts';
import { failure } from '../../../shared/api/errors.ts';
import type { reactieChoices } from '../../../shared/mijnBron/reactie.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { gtbLines } from './gtbPage.ts';
import { newestOverview, rowsOf } from './overviews.ts';
import { comparisonTexts } from '../../../shared/domain/counts/comparisonKinds.ts';

interface Row {
  choice: (typeof reactieChoices)[number];
  by_name: string;
  gtbs: string;
  vergelijkingsoverzicht: string | null;
  received_on: string;
}

const given = (db: Connection): Output<'tellingen.reactie'>['given'] =>
  db
    .prepare<[], Row>('SELECT choice, by_name, gtbs, vergelijkingsoverzicht, received_on FROM reactie ORDER BY id DESC')
    .all()
    .map(({ choice, by_name, gtbs, vergelijkingsoverzicht, received_on }) => ({
      choice,
      by: by_name,
      receivedOn: received_on,
      gtbs: JSON.parse(gtbs) as string[],
      ...(vergelijkingsoverzicht === null ? {} : { vergelijkingsoverzicht }),
    }));

function overviewSummary(administration: Administration): Output<'tellingen.reactie'>['vergelijkingsoverzicht'] {
  const overview = newestOverview(administration);
  if (!overview) return undefined;
  const rows = rowsOf(administration.db, overview.id);
  const open = rows.filter(({ row, conscious }) => !conscious && !comparisonTexts[row.kind].settled);
  return {
    kenmerk: overview.kenmerk,
    madeOn: overview.madeOn,
    rows: rows.length,
    open: open.length,
    recovery: rows.filter(({ row }) => comparisonTexts[row.kind].recovery).length,
  };
}

/** What a reactie would be about, why it cannot be given yet, and those that were given. */
export function reactiePage(administration: Administration): Output<'tellingen.reactie'> {
  const { db } = administration;
  const gtbs = gtbLines(db).filter(({ picked }) => picked !== undefined);
  const overview = overviewSummary(administration);
  return {
    ...(gtbs.length === 0 ? { refused: failure('reactie-without-gtb') } : {}),
    gemachtigde: readSchool(db).gemachtigde.naam,
    gtbs,
    ...(overview ? { vergelijkingsoverzicht: overview } : {}),
    given: given(db),
  };
}
