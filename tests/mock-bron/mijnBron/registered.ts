import { addDays } from '../../../shared/domain/dates.ts';
import { dateInNetherlands, startOfDay } from '../../../shared/domain/clock.ts';
import type { Inschrijving } from '../../../shared/pve/berichten/content.ts';
import type { Aantallen } from '../../../shared/mijnBron/numbers.ts';
import { indicationOn } from '../../../shared/bekostiging/indications.ts';
import { inForce } from '../../../shared/domain/placing.ts';
import { isZero } from '../../../shared/pve/controles/wec/situation.ts';
import type { Register } from '../register/database.ts';

/** An inschrijving as BRON had it at the end of a day. */
export interface RegisteredInschrijving {
  id: number;
  person: number;
  leerlingnummer: string | null;
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  geboortedatum: string;
  geslacht: string;
  /** Of who has no BSN: as the school gave it. */
  achternaam: string | null;
  inschrijving: Inschrijving;
  /** The first day on which BRON had it. */
  registeredOn: string;
}

/** What schools have registered, day by day. */
export interface Registered {
  /** The inschrijvingen of a school at the end of a day, or now when that day is not over. */
  on(brinnummer: string, date: string): RegisteredInschrijving[];
  /** The instants after one at which something of the school was registered or deleted, in order. */
  moments(brinnummer: string, after: string): string[];
}

/** The instant until which a day lasts, as the register writes it. */
const endOf = (date: string) => startOfDay(addDays(date, 1)).toISOString();

export function createRegistered(register: Register): Registered {
  type Row = Omit<RegisteredInschrijving, 'inschrijving' | 'registeredOn'> & { content: string; first: string };
  const select = register.prepare<[{ brinnummer: string; before: string }], Row>(
    `SELECT i.id, i.person, i.leerlingnummer, p.burgerservicenummer, p.onderwijsnummer, p.geboortedatum, p.geslacht, p.achternaam, v.content,
       (SELECT min(registered_at) FROM versions WHERE inschrijving = i.id) AS first
     FROM inschrijvingen i JOIN persons p ON p.id = i.person
       JOIN versions v ON v.inschrijving = i.id AND v.version =
         (SELECT max(version) FROM versions WHERE inschrijving = i.id AND registered_at < @before)
     WHERE i.brinnummer = @brinnummer
       AND (i.deleted = 0 OR (SELECT processed_at FROM messages WHERE seq = i.message) >= @before)
     ORDER BY i.id`,
  );
  const moments = register.prepare<[string, string], { processed_at: string }>(
    `SELECT processed_at FROM messages WHERE brinnummer = ? AND nr IN (2, 3, 4) AND status = 'geregistreerd'
       AND processed_at > ? ORDER BY processed_at`,
  );
  return {
    on: (brinnummer, date) =>
      select.all({ brinnummer, before: endOf(date) }).map(({ content, first, ...row }) => ({
        ...row,
        inschrijving: JSON.parse(content) as Inschrijving,
        registeredOn: dateInNetherlands(new Date(first)),
      })),
    moments: (brinnummer, after) => moments.all(brinnummer, after).map(({ processed_at }) => processed_at),
  };
}

const runsOn = ({ datumInschrijving = '', datumUitschrijving }: Inschrijving, date: string) =>
  datumInschrijving <= date && (datumUitschrijving === undefined || datumUitschrijving >= date);

/** Whether a pupil is ambulant begeleid on a date: by an indicatie or arrangement, or by the schoolsoort of an instelling (reading R37). */
export function isGuided(
  { lgfIndicatie, indicatiestelling, arrangement, schoolsoort }: Inschrijving,
  date: string,
): boolean {
  const indication = indicationOn(lgfIndicatie ?? indicatiestelling ?? [], date);
  return (
    indication?.guidedBy !== undefined ||
    inForce(arrangement ?? [], date)?.brinnummer !== undefined ||
    isZero(inForce(schoolsoort ?? [], date)?.schoolsoort)
  );
}

/**
 * How many pupils BRON has of a school on a day, to be set against the normaantallen (Stappenplan steps 6 and 10: only current
 * gegevens). WPO: all who are enrolled, and how many of them are ambulant begeleid. WEC: who is enrolled to be taught there, and apart
 * from them who is ambulant begeleid at another school.
 */
export function currentAantallen(
  sector: 'WPO' | 'WEC',
  inschrijvingen: readonly RegisteredInschrijving[],
  date: string,
): Aantallen {
  const running = inschrijvingen.filter(({ inschrijving }) => runsOn(inschrijving, date));
  const persons = (list: readonly RegisteredInschrijving[]) => new Set(list.map(({ person }) => person)).size;
  const guided = running.filter(({ inschrijving }) => isGuided(inschrijving, date));
  const taught = sector === 'WPO' ? running : running.filter((one) => !guided.includes(one));
  return { leerlingen: persons(taught), ambulant: persons(guided) };
}
