import type { Output } from '../../../shared/api/contract.ts';
import type { GtbLine } from '../../../shared/api/tellingen.ts';
import { today } from '../../../shared/domain/clock.ts';
import { newBy } from '../../../shared/domain/counts/overview.ts';
import { pickGtbs } from '../../../shared/domain/counts/pickGtb.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { lastFetch } from '../mijnBron/keep.ts';
import { lastDeliveryDay } from './delivered.ts';
import { newestGtbs, type StoredGtb } from './gtbs.ts';

interface NamedCount {
  gtb_id: number;
  counted: 0 | 1;
  n: number;
}

/** How many pupils each GTB names: those that are not counted, and those that are with an attentiesignaal. */
function namedCounts(db: Connection): (id: number, counted: 0 | 1) => number {
  const rows = db
    .prepare<[], NamedCount>('SELECT gtb_id, counted, count(*) AS n FROM gtb_leerling GROUP BY gtb_id, counted')
    .all();
  const found = new Map(rows.map(({ gtb_id, counted, n }) => [`${String(gtb_id)} ${String(counted)}`, n]));
  return (id, counted) => found.get(`${String(id)} ${String(counted)}`) ?? 0;
}

const lineOf =
  (count: ReturnType<typeof namedCounts>) =>
  (gtb: StoredGtb, picked: string | undefined): GtbLine => {
    const { id, kenmerk, vestigingsvolgnummer, naam, peildatum, madeOn, processedUntil, aantallen, source } = gtb;
    return {
      ...{ kenmerk, vestigingsvolgnummer, naam, peildatum, madeOn, processedUntil, source },
      totaal: aantallen['totaal'] ?? 0,
      notCounted: count(id, 0),
      attention: count(id, 1),
      ...(picked ? { picked } : {}),
    };
  };

/** The GTBs that are here, the newest of each vestiging and peildatum, with why one is the one to judge. */
export function gtbLines(db: Connection): GtbLine[] {
  const gtbs = newestGtbs(db);
  const reasons = new Map(pickGtbs(gtbs, lastDeliveryDay(db)).map(({ gtb, text }) => [gtb.id, text]));
  const line = lineOf(namedCounts(db));
  return gtbs.map((gtb) => line(gtb, reasons.get(gtb.id)));
}

/** The list of GTBs, and until when a newer one may be waited for. */
export function gtbPage({ db, clock }: Administration): Output<'tellingen.gtbs'> {
  const gtbs = gtbLines(db);
  const exchangedOn = lastDeliveryDay(db);
  const fetchedAt = lastFetch(db, 'gtb')?.at;
  const last = exchangedOn === undefined ? undefined : newBy(exchangedOn);
  const isIn = gtbs.some(({ processedUntil }) => exchangedOn !== undefined && processedUntil >= exchangedOn);
  return {
    gtbs,
    ...(exchangedOn === undefined ? {} : { exchangedOn }),
    ...(last === undefined || isIn || today(clock) > last ? {} : { newBy: last }),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
  };
}
