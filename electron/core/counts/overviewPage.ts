import type { Output } from '../../../shared/api/contract.ts';
import type { OverviewRow } from '../../../shared/api/tellingen.ts';
import { dateInNetherlands, today } from '../../../shared/domain/clock.ts';
import {
  comparisonTexts,
  gegevensOf,
  guidanceNames,
  type GuidanceKey,
} from '../../../shared/domain/counts/comparisonKinds.ts';
import { newBy, overviewState } from '../../../shared/domain/counts/overview.ts';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { inschrijvingIds, leerlingExists, readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { lastFetch } from '../mijnBron/keep.ts';
import { readSchool } from '../school/settings.ts';
import { lastDeliveryDay } from './delivered.ts';
import { lastOverview, newestOverview, rowsOf, type StoredOverviewRow } from './overviews.ts';

const SHOWN_DIGITS = 4;

function valueText(key: GuidanceKey, value: string): string {
  if (key !== 'onderwijssoort') return isDate(value) ? formatDutchDate(value) : value;
  const label = waarden('onderwijssoortIndicatie').find(({ code }) => code === value)?.label;
  return label === undefined ? value : `${label} (${value})`;
}

/** Who a row is about here, and the inschrijving on which it is mended: the newest. */
function pupilOf(db: Connection, leerlingId: number | undefined) {
  if (leerlingId === undefined || !leerlingExists(db, leerlingId)) return {};
  const [inschrijvingId] = inschrijvingIds(db, leerlingId);
  return {
    leerlingId,
    naam: displayName(readLeerling(db, leerlingId).gegevens),
    ...(inschrijvingId === undefined ? {} : { inschrijvingId }),
  };
}

function told(db: Connection, { row, leerlingId, ...mark }: StoredOverviewRow): OverviewRow {
  const { label, advice, recovery = false, settled = false, place } = comparisonTexts[row.kind];
  const { element, gegevensgroep } = place;
  return {
    ...mark,
    ...pupilOf(db, leerlingId),
    ...{ kind: row.kind, label, advice, recovery, settled, geboortedatum: row.geboortedatum },
    place: { gegevensgroep, ...(element === undefined ? {} : { element }) },
    ...(row.pgn === undefined ? {} : { pgn: `…${row.pgn.slice(-SHOWN_DIGITS)}` }),
    ...(row.cviNummer === undefined ? {} : { cviNummer: row.cviNummer }),
    gegevens: gegevensOf(row).map(({ key, cfi, bron }) => ({
      name: guidanceNames[key],
      ...(cfi === undefined ? {} : { cfi: valueText(key, cfi) }),
      ...(bron === undefined ? {} : { bron: valueText(key, bron) }),
    })),
  };
}

const laterOf = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a > b) ? a : b;

/** The vergelijkingsoverzicht that is here, with what each difference asks for, and what can be said of it. */
export function overviewPage(administration: Administration): Output<'tellingen.vergelijkingsoverzicht'> {
  const { db, clock } = administration;
  const overview = newestOverview(administration);
  const fetchedAt = lastFetch(db, 'vergelijkingsoverzicht')?.at;
  const askedAt = laterOf(fetchedAt, lastOverview(db)?.receivedAt);
  const exchangedOn = lastDeliveryDay(db);
  const state = overviewState({
    madeOn: overview?.madeOn,
    askedOn: askedAt === undefined ? undefined : dateInNetherlands(new Date(askedAt)),
    exchangedOn,
    today: today(clock),
  });
  return {
    kind: kindOfSchool(schoolFactsOf(readSchool(db)).soort),
    state,
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
    ...(exchangedOn === undefined ? {} : { newBy: newBy(exchangedOn) }),
    ...(overview
      ? {
          overview: {
            kenmerk: overview.kenmerk,
            madeOn: overview.madeOn,
            rows: rowsOf(db, overview.id).map((row) => told(db, row)),
          },
        }
      : {}),
  };
}
