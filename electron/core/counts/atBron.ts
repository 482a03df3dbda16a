import type { CountedInschrijving } from '../../../shared/bekostiging/types.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { PersoonTerugkoppeling } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Connection } from '../database/database.ts';
import { asAntwoord, type Registered } from '../exchange/stand.ts';
import { giveWay } from '../giveWay.ts';
import { keyOfHere, type CountedPeriod } from './here.ts';

const PER_SLICE = 200;

/** An inschrijving that BRON is known to have, as a counting sees it, and which one it is here. */
export interface CountedAtBron extends CountedInschrijving {
  /** Left out: it is not here. */
  inschrijvingId?: number;
  leerlingId?: number;
  /** Day on which BRON was last known to have changed it; left out: it is not here. */
  changedOn?: string;
  /** What it is called at BRON. */
  persoon: Partial<PersoonTerugkoppeling>;
}

interface StandRow {
  id: number;
  content: string;
  leerling_id: number | null;
  registered_on: string | null;
  changed_on: string | null;
}

const numbersOf = ({ burgerservicenummer, onderwijsnummer, postcode, land }: Partial<PersoonTerugkoppeling>) =>
  Object.fromEntries(
    Object.entries({ burgerservicenummer, onderwijsnummer, postcode, land }).filter(([, value]) => value !== undefined),
  );

function countedOf(
  message: Message<10>,
  key: string,
): Omit<CountedAtBron, 'inschrijvingId' | 'leerlingId'> | undefined {
  const found = inschrijvingIn(message);
  const persoon = message.persoon?.[0] ?? {};
  if (!found) return undefined;
  const { verplichteEindtoets: _, ...inschrijving } = found.inschrijving;
  return {
    key,
    geboortedatum: persoon.geboortedatum ?? '',
    ...numbersOf(persoon),
    inschrijving,
    persoon,
  };
}

const isIn = ({ first, last }: CountedPeriod, { inschrijving }: CountedInschrijving): boolean =>
  (inschrijving.datumInschrijving ?? '9999') <= last && (inschrijving.datumUitschrijving ?? '9999') >= first;

async function inSlices<T>(
  read: (after: number) => StandRow[],
  convert: (row: StandRow) => T | undefined,
): Promise<T[]> {
  const found: T[] = [];
  for (let after = 0; ;) {
    const rows = read(after);
    const end = rows.at(-1);
    if (!end) return found;
    found.push(...rows.flatMap((row) => convert(row) ?? []));
    after = end.id;
    await giveWay();
  }
}

/**
 * The inschrijvingen in a period that BRON is known to have, of here or not, in slices. Since when is the day of the first bericht 10;
 * of what BRON had before this administration that is not known, and then it had it in time (assumed).
 */
export async function readAtBron(db: Connection, period: CountedPeriod): Promise<CountedAtBron[]> {
  const matched = db.prepare<[number, number], StandRow>(
    `SELECT s.inschrijving_id AS id, s.content, i.leerling_id,
       (SELECT min(b.received_at) FROM terugkoppeling t JOIN bundel b ON b.id = t.bundel_id WHERE t.inschrijving_id = i.id AND t.nr = 10) AS registered_on,
       s.registered_at AS changed_on
     FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id
     WHERE s.inschrijving_id > ? ORDER BY s.inschrijving_id LIMIT ?`,
  );
  const unmatched = db.prepare<[number, number], StandRow>(
    'SELECT id, content, NULL AS leerling_id, NULL AS registered_on, NULL AS changed_on FROM unmatched_stand WHERE id > ? ORDER BY id LIMIT ?',
  );
  const all = [
    ...(await inSlices(
      (after) => matched.all(after, PER_SLICE),
      ({ id, content, leerling_id, registered_on, changed_on }): CountedAtBron | undefined => {
        const counted = countedOf(JSON.parse(content) as Message<10>, keyOfHere(id));
        if (!counted) return undefined;
        const since =
          registered_on === null ? counted.inschrijving.datumInschrijving : dateInNetherlands(new Date(registered_on));
        return {
          ...counted,
          inschrijvingId: id,
          ...(leerling_id === null ? {} : { leerlingId: leerling_id }),
          ...(since === undefined ? {} : { registeredOn: since }),
          ...(changed_on === null ? {} : { changedOn: dateInNetherlands(new Date(changed_on)) }),
        };
      },
    )),
    ...(await inSlices(
      (after) => unmatched.all(after, PER_SLICE),
      ({ id, content }): CountedAtBron | undefined => {
        const counted = countedOf(asAntwoord(JSON.parse(content) as Registered), `b${String(id)}`);
        const since = counted?.inschrijving.datumInschrijving;
        return counted && { ...counted, ...(since === undefined ? {} : { registeredOn: since }) };
      },
    )),
  ];
  return all.filter((counted) => isIn(period, counted));
}
