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

interface Change {
  inschrijvingId: number;
  state: BronState;
  kind: ChangeKind;
  since: string;
  deliverBy: string;
  ageing: Ageing;
}

interface Pupil {
  id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
}

interface StoredChange {
  inschrijving_id: number;
  state: BronState;
  since: string;
  dates: 0 | 1;
}

const places: Partial<Record<BronState, WaitingPlace>> = {
  afgekeurd: 'toCorrect',
  geweigerd: 'toCorrect',
  tegengehouden: 'toCorrect',
  'in behandeling': 'atBron',
  onzeker: 'atBron',
};

/** Everything that has to be delivered, the first to be with BRON first. */
function changesWaiting(db: Connection, day: string): Change[] {
  // Of many pupils that came in at once the moment is the same.
  const days = new Map<string, string>();
  const dayOf = (instant: string) => {
    const known = days.get(instant) ?? dateInNetherlands(new Date(instant));
    days.set(instant, known);
    return known;
  };
  return db
    .prepare<[], StoredChange>(
      `SELECT w.inschrijving_id, w.since, w.dates, s.state FROM (${waitingSql}) w
       JOIN bron_state s ON s.inschrijving_id = w.inschrijving_id ORDER BY w.since, w.inschrijving_id`,
    )
    .all()
    .map(({ inschrijving_id, state, since: instant, dates }): Change => {
      const kind = dates === 1 ? 'dates' : 'other';
      const since = dayOf(instant);
      const by = deliverBy(kind, since);
      return { inschrijvingId: inschrijving_id, state, kind, since, deliverBy: by, ageing: ageingOf(kind, since, day) };
    })
    .sort((a, b) => (a.deliverBy < b.deliverBy ? -1 : Number(a.deliverBy > b.deliverBy)));
}

function countsOf(changes: readonly Change[]): Record<Ageing, number> {
  const counts = { onTime: 0, soon: 0, late: 0 };
  for (const { ageing } of changes) counts[ageing] += 1;
  return counts;
}

function groupsOf(changes: readonly Change[]): WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  for (const { state, kind, since, deliverBy: by, ageing } of changes) {
    const place = places[state] ?? 'toSend';
    const key = [since, kind, place].join();
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { kind, since, deliverBy: by, ageing, place, count: 1 });
  }
  return [...groups.values()];
}

const isJoining = (db: Connection): boolean =>
  db
    .prepare<[], number>("SELECT count(*) > 0 AND NOT coalesce(max(kind = 'afronding'), 0) FROM aansluiting_document")
    .pluck()
    .get() === 1;

function summary(administration: Administration): Output<'ageing.summary'> {
  const { db, clock } = administration;
  const day = today(clock);
  const changes = changesWaiting(db, day);
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
    counts: countsOf(changes),
    waiting: groupsOf(changes),
    ...(last ? { lastExchangeAt: last } : {}),
    joining: isJoining(db),
  };
}

function list({ db, clock }: Administration, query: Parsed<'ageing.list'>): Output<'ageing.list'> {
  const day = today(clock);
  const changes = changesWaiting(db, day);
  const asked = query.ageing ? changes.filter(({ ageing }) => ageing === query.ageing) : changes;
  const pupil = db.prepare<[number], Pupil>(
    `SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam FROM leerling l
     JOIN inschrijving i ON i.leerling_id = l.id WHERE i.id = ?`,
  );
  const rows = asked.slice(query.offset, query.offset + query.limit).flatMap((change): WaitingRow[] => {
    const found = pupil.get(change.inschrijvingId);
    return found ? [{ ...change, leerlingId: found.id, leerlingNaam: displayName(withoutNulls(found)) }] : [];
  });
  return { day, total: asked.length, counts: countsOf(changes), rows };
}

/** The operations on what BRON does not have yet, and for how long. */
export const ageingHandlers = (administration: Administration): HandlersOf<'ageing'> => ({
  'ageing.summary': () => summary(administration),
  'ageing.list': (query) => list(administration, query),
});
