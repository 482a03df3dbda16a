import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { bronStateOrder } from './listIndex.ts';
import { displayName, endOfRange, searchedWords } from './search.ts';
import { everything, type Sight } from './visible.ts';
import { withoutNulls } from '../database/withoutNulls.ts';

interface Row {
  id: number;
  leerlingnummer: string | null;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geboortedatum: string | null;
  groep: string | null;
  last_day: string;
  state_rank: number;
  open_signalen: number;
}

type Parameters = Record<string, string | number>;

/** The groep of a pupil `l` today, in SQL; named parameter `day`. */
export const groepSql = `(SELECT g.groep FROM inschrijving_leerjaar_groep g JOIN inschrijving i ON i.id = g.inschrijving_id
      WHERE i.leerling_id = l.id AND (g.begindatum <= :day OR g.begindatum = i.datum_inschrijving)
      ORDER BY g.begindatum DESC LIMIT 1)`;

/** What is shown of the pupils of one page; named parameters `day`, `ids` (a JSON list in the order of the page). */
const page = `
  SELECT l.id, l.leerlingnummer, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geboortedatum,
    ${groepSql} AS groep,
    r.last_day, r.state_rank, r.open_signalen
  FROM json_each(:ids) page JOIN leerling l ON l.id = page.value JOIN leerling_row r ON r.leerling_id = l.id
  ORDER BY page.key`;

function toRow(row: Row, day: string): LeerlingRow {
  return {
    id: row.id,
    naam: displayName(withoutNulls(row)),
    uitgeschreven: row.last_day < day,
    bronState: bronStateOrder[row.state_rank] ?? 'geen inschrijving',
    openSignalen: row.open_signalen,
    ...(row.leerlingnummer ? { leerlingnummer: row.leerlingnummer } : {}),
    ...(row.geboortedatum ? { geboortedatum: row.geboortedatum } : {}),
    ...(row.groep ? { groep: row.groep } : {}),
  };
}

/** The conditions of a query on `leerling_row r`, with their parameters. */
function conditionsOf(
  query: Parsed<'leerlingen.list'>,
  day: string,
  { all, pupils, numbers }: Sight,
): { where: string; parameters: Parameters } {
  const parameters: Parameters = {};
  const searchable = numbers ? '' : ' AND is_number = 0';
  const conditions = searchedWords(query.search ?? '').map((word, index) => {
    parameters[`word${index}`] = word;
    parameters[`end${index}`] = endOfRange(word);
    return `r.leerling_id IN (SELECT leerling_id FROM leerling_word WHERE word >= :word${index} AND word < :end${index}${searchable})`;
  });
  if (!all) conditions.push(`r.leerling_id IN (SELECT id FROM ${pupils})`);
  if (query.show !== 'alle') {
    parameters['day'] = day;
    conditions.push(query.show === 'actueel' ? 'r.last_day >= :day' : 'r.last_day < :day');
  }
  if (query.bronState) {
    parameters['rank'] = bronStateOrder.indexOf(query.bronState);
    conditions.push('r.state_rank = :rank');
  }
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', parameters };
}

/** A page of pupils by surname; each word of the search starts a word of theirs. Diacritics and case do not matter. */
export function listLeerlingen(
  db: Connection,
  clock: Clock,
  query: Parsed<'leerlingen.list'>,
  sight: Sight = everything,
): { total: number; rows: LeerlingRow[] } {
  const day = today(clock);
  const { where, parameters } = conditionsOf(query, day, sight);
  const total =
    db.prepare<[Parameters], { n: number }>(`SELECT count(*) AS n FROM leerling_row r ${where}`).get(parameters)?.n ??
    0;
  const ids = db
    .prepare<[Parameters], { id: number }>(
      `SELECT r.leerling_id AS id FROM leerling_row r ${where} ORDER BY r.sort_name, r.leerling_id LIMIT :limit OFFSET :offset`,
    )
    .all({ ...parameters, limit: query.limit, offset: query.offset })
    .map(({ id }) => id);
  const rows = db.prepare<[Parameters], Row>(page).all({ day, ids: JSON.stringify(ids) });
  return { total, rows: rows.map((row) => toRow(row, day)) };
}
