import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { bronStateOrder } from '../exchange/state.ts';
import { displayName, searchPatterns } from './search.ts';
import { visiblePupils } from './visible.ts';

interface Row {
  id: number;
  leerlingnummer: string | null;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geboortedatum: string | null;
  groep: string | null;
  present: number;
  rank: number | null;
  open_signalen: number | null;
}

const NO_INSCHRIJVING = bronStateOrder.indexOf('geen inschrijving');

/** The place of a BRON state in the order of attention, in SQL. */
const rankSql = `CASE s.state ${bronStateOrder.map((state, rank) => `WHEN '${state}' THEN ${rank}`).join(' ')} END`;

/** Every pupil in `pupils` with what the list shows of it; named parameter `day`. */
const sourceOf = (pupils: string) => `
  SELECT l.id, l.leerlingnummer, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geboortedatum, l.search_text,
    (SELECT g.groep FROM leerjaar_groep_wpo g JOIN inschrijving i ON i.id = g.inschrijving_id
      WHERE i.leerling_id = l.id AND (g.begindatum <= :day OR g.begindatum = i.datum_inschrijving)
      ORDER BY g.begindatum DESC LIMIT 1) AS groep,
    NOT EXISTS (SELECT 1 FROM inschrijving i WHERE i.leerling_id = l.id)
      OR EXISTS (SELECT 1 FROM inschrijving i WHERE i.leerling_id = l.id
        AND (i.datum_uitschrijving IS NULL OR i.datum_uitschrijving >= :day)) AS present,
    (SELECT min(${rankSql}) FROM bron_state s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = l.id) AS rank,
    (SELECT sum(s.open_signalen) FROM bron_state s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = l.id) AS open_signalen
  FROM ${pupils} l`;

function toRow(row: Row): LeerlingRow {
  const texts = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined]));
  return {
    id: row.id,
    naam: displayName(texts),
    uitgeschreven: row.present === 0,
    bronState: bronStateOrder[row.rank ?? NO_INSCHRIJVING] ?? 'geen inschrijving',
    openSignalen: row.open_signalen ?? 0,
    ...(row.leerlingnummer ? { leerlingnummer: row.leerlingnummer } : {}),
    ...(row.geboortedatum ? { geboortedatum: row.geboortedatum } : {}),
    ...(row.groep ? { groep: row.groep } : {}),
  };
}

/** A page of pupils by surname, found by every word of the search; diacritics and case do not matter. */
export function listLeerlingen(
  administration: Administration,
  query: Parsed<'leerlingen.list'>,
): { total: number; rows: LeerlingRow[] } {
  const { db, clock } = administration;
  const parameters: Record<string, string | number> = { day: today(clock), limit: query.limit, offset: query.offset };
  const conditions: string[] = [];
  searchPatterns(query.search ?? '').forEach((pattern, index) => {
    parameters[`word${index}`] = pattern;
    conditions.push(`search_text LIKE :word${index} ESCAPE '\\'`);
  });
  if (query.show !== 'alle') conditions.push(query.show === 'actueel' ? 'present = 1' : 'present = 0');
  if (query.bronState) {
    parameters.rank = bronStateOrder.indexOf(query.bronState);
    conditions.push(`coalesce(rank, ${NO_INSCHRIJVING}) = :rank`);
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const selection = `WITH pupil AS (${sourceOf(visiblePupils(administration))}) SELECT %% FROM pupil${where}`;
  const rows = db
    .prepare<[Record<string, string | number>], Row>(
      `${selection.replace('%%', '*')} ORDER BY achternaam COLLATE NOCASE, roepnaam COLLATE NOCASE, id LIMIT :limit OFFSET :offset`,
    )
    .all(parameters);
  const { limit: _limit, offset: _offset, ...counted } = parameters;
  const total =
    db.prepare<[Record<string, string | number>], { n: number }>(selection.replace('%%', 'count(*) AS n')).get(counted)
      ?.n ?? 0;
  return { total, rows: rows.map(toRow) };
}
