import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { PrintedRow, WorkRow } from '../../../shared/api/work.ts';
import { isAboutAdres } from '../leerlingen/hideAdres.ts';
import type { Sight } from '../leerlingen/visible.ts';
import { giveWay } from '../giveWay.ts';
import { groepenOf, passing, rowsOf } from './work.ts';
import { countWork, pageOfWork, type Reading } from './workQuery.ts';

const numbers = ['burgerservicenummer', 'onderwijsnummer'];

/** What goes on paper of a row: the names of things in our words, and values unless they are a number or a secret address. */
function printedRow(row: WorkRow, isSecret: boolean): PrintedRow {
  const { key, leerlingNaam, title, meaning, gegevensgroep, element, parent, voorkomen, lasValue, bronValue } = row;
  const withheld = numbers.includes(element ?? '') ? 'number' : isSecret && isAboutAdres(row) ? 'adres' : undefined;
  const place = { gegevensgroep, element, parent, voorkomen };
  const known = Object.entries({ ...place, ...(withheld ? { withheld } : { lasValue, bronValue }) });
  return {
    key,
    leerlingNaam,
    title,
    meaning,
    ...(Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Partial<PrintedRow>),
  };
}

/** So many rows are read at once; between two other work gets its turn. */
const PER_SLICE = 300;

/**
 * The work list per groep as it goes to the teachers. A melding that BRON refused as a whole is left out: there is nothing in it that
 * a teacher knows.
 */
export async function printout(
  reading: Reading,
  filter: Parsed<'terugkoppelingen.printout'>,
  sight: Sight,
): Promise<Output<'terugkoppelingen.printout'>> {
  const { db } = reading;
  const groepen = groepenOf(passing(countWork(reading, filter, sight), filter));
  const page = {
    grouping: 'groep',
    order: 'naam',
    groepen: groepen.map(({ key }) => key),
    offset: 0,
    limit: -1,
  } as const;
  const points = pageOfWork(reading, filter, page, sight).filter(({ kind }) => kind !== 'geweigerd');
  const secret = new Set(db.prepare<[], number>("SELECT id FROM leerling WHERE geheim = 'true'").pluck().all());
  const rows = new Map<string, PrintedRow[]>();
  for (let start = 0; start < points.length; start += PER_SLICE) {
    for (const row of rowsOf(reading, points.slice(start, start + PER_SLICE), 'groep')) {
      const printed = printedRow(row, secret.has(row.leerlingId ?? 0));
      rows.set(row.part, [...(rows.get(row.part) ?? []), printed]);
    }
    await giveWay();
  }
  return {
    groepen: groepen.flatMap(({ key, groep, vestiging }) => {
      const list = rows.get(key);
      const naam = { ...(groep === undefined ? {} : { groep }), ...(vestiging === undefined ? {} : { vestiging }) };
      return list ? [{ key, ...naam, rows: list }] : [];
    }),
  };
}
