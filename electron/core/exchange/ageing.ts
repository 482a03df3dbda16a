import type { WaitingGroup, WaitingPlace, WaitingRow } from '../../../shared/api/ageing.ts';
import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { dateInNetherlands, today } from '../../../shared/domain/clock.ts';
import { ageingOf, deliverBy, type Ageing, type ChangeKind } from '../../../shared/domain/enrolment/delivery.ts';
import type { Administration, HandlersOf } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { displayName } from '../leerlingen/search.ts';
import { waitingSql } from './deadline.ts';
import { lastExchangeAt } from './poll.ts';

interface Pupil {
  id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
}

interface StoredChange extends Pupil {
  inschrijving_id: number;
  state: BronState;
  /** Its {@link termSql}. */
  term: string;
}

/** What has the same term: the hour, as in the Netherlands a day begins on a whole hour of UTC, and which term holds. */
const termSql = "substr(w.since, 1, 13) || ' ' || w.dates";

interface Term {
  /** The value of {@link termSql}. */
  key: string;
  kind: ChangeKind;
  since: string;
  deliverBy: string;
  ageing: Ageing;
}

function termOf(key: string, day: string): Term {
  const [hour = '', dates] = key.split(' ');
  const kind = dates === '1' ? 'dates' : 'other';
  const since = dateInNetherlands(new Date(`${hour}:00:00Z`));
  return { key, kind, since, deliverBy: deliverBy(kind, since), ageing: ageingOf(kind, since, day) };
}

const byDay = (a: Term, b: Term) =>
  a.deliverBy < b.deliverBy ? -1 : Number(a.deliverBy > b.deliverBy) || (a.key < b.key ? -1 : 1);

function countsOf(terms: readonly { ageing: Ageing; count: number }[]): Record<Ageing, number> {
  const counts = { onTime: 0, soon: 0, late: 0 };
  for (const { ageing, count } of terms) counts[ageing] += count;
  return counts;
}

const places: Partial<Record<BronState, WaitingPlace>> = {
  afgekeurd: 'toCorrect',
  geweigerd: 'toCorrect',
  tegengehouden: 'toCorrect',
  'in behandeling': 'atBron',
  onzeker: 'atBron',
};

/** What waits, by term and place, the first to be with BRON first. */
function waitingGroups(db: Connection, day: string): WaitingGroup[] {
  const groups = new Map<string, WaitingGroup & Term>();
  const rows = db
    .prepare<[], { term: string; state: BronState; count: number }>(
      `SELECT ${termSql} AS term, s.state, count(*) AS count FROM (${waitingSql}) w
       JOIN bron_state s ON s.inschrijving_id = w.inschrijving_id GROUP BY 1, 2`,
    )
    .all();
  for (const { term: termKey, state, count } of rows) {
    const term = termOf(termKey, day);
    const place = places[state] ?? 'toSend';
    const key = [term.since, term.kind, place].join();
    const group = groups.get(key);
    if (group) group.count += count;
    else groups.set(key, { ...term, place, count });
  }
  return [...groups.values()].sort(byDay).map(({ key: _, ...group }) => group);
}

const isJoining = (db: Connection): boolean =>
  db
    .prepare<[], number>("SELECT count(*) > 0 AND NOT coalesce(max(kind = 'afronding'), 0) FROM aansluiting_document")
    .pluck()
    .get() === 1;

function summary(administration: Administration): Output<'ageing.summary'> {
  const { db, clock } = administration;
  const day = today(clock);
  const waiting = waitingGroups(db, day);
  const known = db
    .prepare<[], { total: number; registered: number; withSignaal: number }>(
      `SELECT count(*) AS total, coalesce(sum(state IN ('geregistreerd', 'geregistreerd met signaal')), 0) AS registered,
         coalesce(sum(state = 'geregistreerd met signaal'), 0) AS withSignaal FROM bron_state`,
    )
    .get() ?? { total: 0, registered: 0, withSignaal: 0 };
  const last = lastExchangeAt(administration);
  return {
    day,
    ...known,
    counts: countsOf(waiting),
    waiting,
    ...(last ? { lastExchangeAt: last } : {}),
    joining: isJoining(db),
  };
}

function list({ db, clock }: Administration, query: Parsed<'ageing.list'>): Output<'ageing.list'> {
  const day = today(clock);
  const terms = db
    .prepare<[], { term: string; count: number }>(
      `SELECT ${termSql} AS term, count(*) AS count FROM (${waitingSql}) w GROUP BY 1`,
    )
    .all()
    .map(({ term, count }) => ({ ...termOf(term, day), count }))
    .sort(byDay);
  const asked = terms.filter(({ ageing }) => query.ageing === undefined || ageing === query.ageing);
  const byKey = new Map(asked.map((term) => [term.key, term]));
  const rows = db
    .prepare<[object], StoredChange>(
      `SELECT w.inschrijving_id, ${termSql} AS term, s.state, l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
       FROM (SELECT w.*, o.key AS place FROM (${waitingSql}) w JOIN json_each(:terms) o ON o.value = ${termSql}
             ORDER BY o.key, w.since, w.inschrijving_id LIMIT :limit OFFSET :offset) w
         JOIN bron_state s ON s.inschrijving_id = w.inschrijving_id JOIN inschrijving i ON i.id = w.inschrijving_id
         JOIN leerling l ON l.id = i.leerling_id ORDER BY w.place, w.since, w.inschrijving_id`,
    )
    .all({ terms: JSON.stringify([...byKey.keys()]), limit: query.limit, offset: query.offset });
  return {
    day,
    total: asked.reduce((sum, { count }) => sum + count, 0),
    counts: countsOf(terms),
    rows: rows.flatMap(({ inschrijving_id, state, term: key, ...pupil }): WaitingRow[] => {
      const term = byKey.get(key);
      if (!term) return [];
      const { kind, since, deliverBy: by, ageing } = term;
      return [
        {
          ...{ kind, since, deliverBy: by, ageing, state, inschrijvingId: inschrijving_id, leerlingId: pupil.id },
          leerlingNaam: displayName(withoutNulls(pupil)),
        },
      ];
    }),
  };
}

/** The operations on what BRON does not have yet, and for how long. */
export const ageingHandlers = (administration: Administration): HandlersOf<'ageing'> => ({
  'ageing.summary': () => summary(administration),
  'ageing.list': (query) => list(administration, query),
});
