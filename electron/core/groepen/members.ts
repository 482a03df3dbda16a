import type { GroepLeerling } from '../../../shared/api/groepen.ts';
import { schooljaarBounds } from '../../../shared/domain/schoolYear.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';

/** The day on which the pupils of a school year are looked at: today, or the end of the year that is nearest to it. */
export function dayIn(schooljaar: string, today: string): string {
  const { first, last } = schooljaarBounds(schooljaar);
  if (today < first) return first;
  return today > last ? last : today;
}

/** The period of a table that is in force on the day; of who comes later, on the datum inschrijving. */
const inForceSql = (table: string) => `SELECT p.id FROM ${table} p WHERE p.inschrijving_id = i.id
  AND p.begindatum <= max(:day, i.datum_inschrijving) ORDER BY p.begindatum DESC, p.id DESC LIMIT 1`;

/**
 * Every inschrijving that runs on `:day`, or begins after it and by `:last`, with where the pupil then is (`leerjaar`, `groep`,
 * `vestigingsvolgnummer`) and the groep of `:schooljaar` which that is (`groep_id`).
 */
const whereaboutsSql = `SELECT i.id AS inschrijving_id, i.leerling_id, i.version, i.datum_inschrijving, g.leerjaar, g.groep,
    g.begindatum AS since, v.vestigingsvolgnummer, known.id AS groep_id
  FROM inschrijving i
  LEFT JOIN inschrijving_leerjaar_groep g ON g.id = (${inForceSql('inschrijving_leerjaar_groep')})
  LEFT JOIN inschrijving_vestiging v ON v.id = (${inForceSql('inschrijving_vestiging')})
  LEFT JOIN groep known ON known.schooljaar = :schooljaar AND known.naam = g.groep
    AND known.vestigingsvolgnummer = v.vestigingsvolgnummer
  WHERE i.datum_inschrijving <= :last AND coalesce(i.datum_uitschrijving, '9999') >= :day`;

export interface WhenSql {
  schooljaar: string;
  day: string;
  last: string;
}

/** The parameters of the queries on a school year, as seen on its day nearest to today. */
export const whenOf = (schooljaar: string, today: string): WhenSql => ({
  schooljaar,
  day: dayIn(schooljaar, today),
  last: schooljaarBounds(schooljaar).last,
});

/** How many pupils each groep has, by id; null for those in none. */
export const countMembers = (db: Connection, when: WhenSql): Map<number | null, number> =>
  new Map(
    db
      .prepare<[WhenSql], { groep_id: number | null; n: number }>(
        `SELECT groep_id, count(*) AS n FROM (${whereaboutsSql}) GROUP BY groep_id`,
      )
      .all(when)
      .map(({ groep_id: id, n }) => [id, n]),
  );

/** The combinations of groep and leerjaar in which pupils are and that the school year has no groep for. */
export const unknownGroepen = (
  db: Connection,
  when: WhenSql,
): { naam: string; vestigingsvolgnummer: string; leerjaar: string | null }[] =>
  db
    .prepare<[WhenSql], { naam: string; vestigingsvolgnummer: string; leerjaar: string | null }>(
      `SELECT DISTINCT groep AS naam, vestigingsvolgnummer, leerjaar FROM (${whereaboutsSql})
       WHERE groep_id IS NULL AND groep IS NOT NULL AND vestigingsvolgnummer IS NOT NULL ORDER BY leerjaar, groep`,
    )
    .all(when);

interface Row {
  inschrijving_id: number;
  leerling_id: number;
  version: number;
  datum_inschrijving: string | null;
  leerjaar: string | null;
  groep: string | null;
  since: string | null;
  vestigingsvolgnummer: string | null;
  geboortedatum: string | null;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
}

const filled = <T extends Record<string, string | null>>(texts: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null && value !== '')) as never;

const toMember = (row: Row): GroepLeerling => ({
  leerlingId: row.leerling_id,
  inschrijvingId: row.inschrijving_id,
  version: row.version,
  naam: displayName(
    filled({
      roepnaam: row.roepnaam,
      voornamen: row.voornamen,
      voorvoegsel: row.voorvoegsel,
      achternaam: row.achternaam,
    }),
  ),
  ...filled({
    geboortedatum: row.geboortedatum,
    datumInschrijving: row.datum_inschrijving,
    leerjaar: row.leerjaar,
    groep: row.groep,
    since: row.since,
    vestigingsvolgnummer: row.vestigingsvolgnummer,
  }),
});

const memberSql = `SELECT w.*, l.geboortedatum, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
  FROM (${whereaboutsSql}) w JOIN leerling l ON l.id = w.leerling_id`;
const byName = 'ORDER BY l.achternaam COLLATE NOCASE, l.roepnaam COLLATE NOCASE, l.id';

/** A page of the pupils of a groep, or with null of those in none of the school year, by name. */
export function listMembers(
  db: Connection,
  when: WhenSql,
  groepId: number | null,
  page: { offset: number; limit: number },
): GroepLeerling[] {
  return db
    .prepare<[WhenSql & { groepId: number | null; offset: number; limit: number }], Row>(
      `${memberSql} WHERE w.groep_id IS :groepId ${byName} LIMIT :limit OFFSET :offset`,
    )
    .all({ ...when, groepId, ...page })
    .map(toMember);
}

/** The pupils who are there until the end of a school year and after it, by name. */
export function stayingMembers(db: Connection, schooljaar: string): GroepLeerling[] {
  const { last } = schooljaarBounds(schooljaar);
  return db
    .prepare<[WhenSql], Row>(
      `${memberSql} JOIN inschrijving i ON i.id = w.inschrijving_id
       WHERE coalesce(i.datum_uitschrijving, '9999') > :last ${byName}`,
    )
    .all({ schooljaar, day: last, last })
    .map(toMember);
}
