import { dateInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { dutchTimestamp } from '../dutchTime.ts';
import type { Faults } from '../faults.ts';
import type { Register } from '../register/database.ts';
import type { Inschrijvingen } from '../register/inschrijvingen.ts';
import type { Letters } from '../register/letters.ts';
import type { Messages } from '../register/messages.ts';
import type { MockState } from './schemas.ts';
import type { RegisterStand } from './registerSchemas.ts';

export const clockState = (clock: Clock): MockState['clock'] => {
  const now = clock.now();
  return { instant: now.toISOString(), date: dateInNetherlands(now), time: dutchTimestamp(now).slice(11) };
};

/** What is in the register now, in counts. */
export function readState(register: Register, letters: Letters, faults: Faults, clock: Clock): MockState {
  const rows = <T>(sql: string) => register.prepare<[], T>(sql).all();
  const statuses = new Map(
    rows<{ status: string; count: number }>('SELECT status, count(*) AS count FROM messages GROUP BY status').map(
      ({ status, count }) => [status, count],
    ),
  );
  const count = (status: string) => statuses.get(status) ?? 0;
  return {
    clock: clockState(clock),
    messages: {
      aangenomen: count('aangenomen'),
      geregistreerd: count('geregistreerd'),
      answered: count('answered'),
      afgekeurd: count('afgekeurd'),
      failed: count('failed'),
    },
    persons: rows<{ count: number }>('SELECT count(*) AS count FROM persons')[0]?.count ?? 0,
    inschrijvingen: rows(
      'SELECT brinnummer, count(*) AS count FROM inschrijvingen WHERE deleted = 0 GROUP BY brinnummer ORDER BY 1',
    ),
    voorraad: rows(
      `SELECT brinnummer, aanleverpunt, sum(bundle IS NULL) AS waiting, sum(bundle IS NOT NULL) AS handedOut
       FROM terugkoppelingen WHERE confirmed_at IS NULL GROUP BY brinnummer, aanleverpunt ORDER BY 1, 2`,
    ),
    polls: rows(
      `SELECT brinnummer, aanleverpunt, berichtidentificatie, empty_at AS emptyAt, polls, misuse
       FROM polls ORDER BY 1, 2`,
    ),
    letters: letters.list().map((letter) => ({
      brinnummer: letter.brinnummer,
      aanleverpunt: letter.aanleverpunt,
      gebruikersnaam: letter.gebruikersnaam,
      writtenAt: letter.written_at,
      downloadedAt: letter.downloaded_at,
      lapsed: letter.lapsed === 1,
    })),
    certificates: rows(
      `SELECT brinnummer, aanleverpunt, serial, issued_at AS issuedAt, not_after AS notAfter, revoked_at AS revokedAt
       FROM certificates ORDER BY issued_at`,
    ),
    faults: faults.list(),
  };
}

/** The stand of a school. */
export const readStand = (inschrijvingen: Inschrijvingen, messages: Messages, brinnummer: string): RegisterStand =>
  inschrijvingen.stand(brinnummer).map((row) => ({
    burgerservicenummer: row.burgerservicenummer,
    onderwijsnummer: row.onderwijsnummer,
    geboortedatum: row.geboortedatum,
    geslacht: row.geslacht,
    brinnummer: row.brinnummer,
    aanleverpunt: row.aanleverpunt,
    datumInschrijving: row.datum_inschrijving,
    kind: row.kind,
    version: row.version,
    berichtidentificatie: messages.berichtidentificatie(row.message) ?? '',
    content: JSON.parse(row.content) as unknown,
  }));
