import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { bornToLeaveBy } from '../../../shared/domain/enrolment/ages.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { schoolYear } from '../../../shared/domain/dates.ts';
import type { Connection } from '../database/database.ts';
import { displayName, fold } from '../leerlingen/search.ts';
import { withoutNulls } from '../database/withoutNulls.ts';

type Match = Output<'enrolment.find'>['matches'][number];

interface Row {
  id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geboortedatum: string | null;
  by_number: 0 | 1;
  in_bin: 0 | 1;
  datum_inschrijving: string | null;
  datum_uitschrijving: string | null;
}

const MOST = 20;

/** Pupils by number or birth date, also those in the bin, each with its latest inschrijving. */
const candidatesSql = `
  SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geboortedatum, l.deleted_at IS NOT NULL AS in_bin,
    :number <> '' AND :number IN (l.burgerservicenummer, l.onderwijsnummer) AS by_number, i.datum_inschrijving, i.datum_uitschrijving
  FROM main.leerling l LEFT JOIN inschrijving i ON i.id =
    (SELECT x.id FROM inschrijving x WHERE x.leerling_id = l.id ORDER BY x.datum_inschrijving DESC, x.id DESC LIMIT 1)
  WHERE l.id IN (
    SELECT id FROM main.leerling WHERE :number <> '' AND burgerservicenummer = :number
    UNION SELECT id FROM main.leerling WHERE :number <> '' AND onderwijsnummer = :number
    UNION SELECT id FROM main.leerling WHERE :born <> '' AND geboortedatum = :born)
  ORDER BY by_number DESC, l.achternaam COLLATE NOCASE, l.id`;

/** The surname as it may be typed: without and with its voorvoegsel. */
const namesOf = ({ voorvoegsel, achternaam }: Row): string[] => [
  fold(achternaam ?? ''),
  fold(`${voorvoegsel ?? ''} ${achternaam ?? ''}`),
];

function toMatch(row: Row): Match {
  const { geboortedatum, datum_inschrijving: start, datum_uitschrijving: end } = row;
  return {
    leerlingId: row.id,
    naam: displayName(withoutNulls(row)),
    by: row.by_number === 1 ? 'number' : 'name',
    inBin: row.in_bin === 1,
    ...(geboortedatum ? { geboortedatum } : {}),
    ...(start ? { datumInschrijving: start } : {}),
    ...(end ? { datumUitschrijving: end } : {}),
  };
}

/** The known pupils that may be the one who is to be enrolled. */
export function findKnown(
  db: Connection,
  { number = '', achternaam = '', geboortedatum = '' }: Parsed<'enrolment.find'>,
): Match[] {
  const name = fold(achternaam);
  return db
    .prepare<[{ number: string; born: string }], Row>(candidatesSql)
    .all({ number: number.replaceAll(/\s/g, ''), born: name === '' ? '' : geboortedatum })
    .filter((row) => row.by_number === 1 || namesOf(row).includes(name))
    .slice(0, MOST)
    .map(toMatch);
}

/** Pupils with an inschrijving WPO who turn 14 in this school year, or did before (WPO art. 39 lid 4). */
export function leavingByAge(db: Connection, clock: Clock): Output<'enrolment.leaving'> {
  const day = today(clock);
  const lastDay = schoolYear(day).last;
  const rows = db
    .prepare<[{ born: string; day: string; lastDay: string }], Row & { geboortedatum: string }>(
      `SELECT l.* FROM leerling l WHERE l.geboortedatum <> '' AND l.geboortedatum <= :born
         AND EXISTS (SELECT 1 FROM inschrijving i WHERE i.leerling_id = l.id AND i.kind = 'WPO' AND i.datum_inschrijving <= :lastDay
           AND (i.datum_uitschrijving IS NULL OR i.datum_uitschrijving > :lastDay))
       ORDER BY l.geboortedatum, l.achternaam COLLATE NOCASE, l.id`,
    )
    .all({ born: bornToLeaveBy(day), day, lastDay });
  return {
    lastDay,
    rows: rows.map((row) => ({
      leerlingId: row.id,
      naam: displayName(withoutNulls(row)),
      geboortedatum: row.geboortedatum,
    })),
  };
}
