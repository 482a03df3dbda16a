import type { WorkGrouping, WorkKind, WorkOrder, WorkShow } from '../../../shared/api/work.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { Ernst } from '../../../shared/pve/controles/types.ts';
import type { Connection } from '../database/database.ts';
import { adresElements } from '../leerlingen/hideAdres.ts';
import { everything, type Sight } from '../leerlingen/visible.ts';
import { signaalHoldsSql } from './state.ts';

/** What reading the work list needs. */
export interface Reading {
  db: Connection;
  clock: Clock;
}

/** Which rows of the work list are meant. */
export interface WorkFilter {
  show?: WorkShow | undefined;
  ernst?: Ernst | undefined;
  code?: string | undefined;
  kind?: WorkKind | undefined;
  groep?: string | undefined;
}

/** How often something occurs in the work list. */
export interface WorkCount {
  kind: WorkKind;
  ernst: Ernst;
  code: string;
  state: 'open' | 'afgevinkt';
  groep: string;
  n: number;
}

/** A row of the work list: where it comes from, and whom it is about. */
export interface WorkPoint {
  kind: WorkKind;
  /** Id of the signaal, or of the melding. */
  ref: number;
  /** Which finding of a melding that is held back. */
  finding: number;
  inschrijving_id: number;
}

/** The last of an inschrijving's periods that has begun, in SQL; of one that begins later the first. Named parameter `day`. */
const todayIn = (table: string, column: string) =>
  `(SELECT g.${column} FROM ${table} g WHERE g.inschrijving_id = i.id AND (g.begindatum <= :day OR g.begindatum = i.datum_inschrijving)
    ORDER BY g.begindatum DESC LIMIT 1)`;

/** The key of the groep of an inschrijving `i` today, in SQL: the vestiging, a colon, the naam; empty without groep. Named parameter `day`. */
export const groepKeySql = `coalesce(coalesce(${todayIn('inschrijving_vestiging', 'vestigingsvolgnummer')}, '') || ':' || ${todayIn('inschrijving_leerjaar_groep', 'groep')}, '')`;

/** Whether a melding `b` is the newest of its inschrijving, in SQL. */
const isNewest = `b.id = (SELECT max(x.id) FROM bericht x WHERE x.inschrijving_id = b.inschrijving_id AND x.state <> 'vervallen')`;

/**
 * Every point of the work list, in SQL; the groep only when it is asked for, as that takes most of the time. Named parameters: `day`;
 * `all` (1: also what was ticked off; else of that only afkeuringen, because BRON does not have the gegevens); `hidden`, the gegevens
 * of a secret address when those are not for the caller.
 */
const workSql = (withGroep: boolean) => `
WITH point AS MATERIALIZED (
  SELECT 'signaal' AS kind, s.id AS ref, 0 AS finding, s.inschrijving_id, s.code, s.ernst, s.state, s.element, s.created_at AS at
  FROM signaal s
  WHERE s.state IN ('open', 'afgevinkt') AND (s.state = 'open' OR s.ernst = 'A' OR :all = 1) AND ${signaalHoldsSql}
  UNION ALL
  SELECT 'voorcontrole', b.id, f.key, b.inschrijving_id, f.value ->> 'code', f.value ->> 'ernst', 'open', f.value ->> 'element', b.created_at
  FROM bericht b JOIN bron_state t ON t.inschrijving_id = b.inschrijving_id AND t.state = b.state, json_each(b.findings) f
  WHERE b.nr = 3 AND b.state = 'tegengehouden' AND f.value ->> 'ernst' = 'A'
    AND ${isNewest}
  UNION ALL
  SELECT 'geweigerd', b.id, 0, b.inschrijving_id, coalesce(b.last_error, ''), 'A', 'open', NULL, b.created_at
  FROM bericht b JOIN bron_state t ON t.inschrijving_id = b.inschrijving_id AND t.state = b.state
  WHERE b.nr IN (3, 4) AND b.state = 'geweigerd'
    AND ${isNewest}
),
work AS MATERIALIZED (
  SELECT p.*, r.sort_name, ${withGroep ? groepKeySql : "''"} AS groep
  FROM point p JOIN inschrijving i ON i.id = p.inschrijving_id JOIN leerling l ON l.id = i.leerling_id
    JOIN leerling_row r ON r.leerling_id = l.id
  WHERE l.geheim IS NOT 'true' OR p.element IS NULL OR p.element NOT IN (SELECT value FROM json_each(:hidden))
)`;

const shown: Record<WorkShow, string> = {
  open: "w.state = 'open'",
  all: '1',
  unregistered: "w.state = 'afgevinkt' AND w.ernst = 'A'",
};

const orders: Record<WorkOrder, string> = {
  naam: 'w.ernst, w.sort_name, w.code',
  groep: 'g.key, w.ernst, w.sort_name, w.code',
  received: 'w.at DESC, w.sort_name, w.code',
};

/** What is ticked off stands below what is open. */
const parts: Record<WorkGrouping, string> = {
  signaal: "w.ernst, w.code, w.state = 'afgevinkt',",
  groep: "g.key, w.state = 'afgevinkt',",
  none: "w.state = 'afgevinkt',",
};

const parametersOf = ({ clock }: Reading, { show }: WorkFilter, { secretAdres }: Sight) => ({
  day: today(clock),
  all: show === 'all' ? 1 : 0,
  hidden: JSON.stringify(secretAdres ? [] : adresElements),
});

/** How many points there are of each kind, code, state and groep: of all that `show` could mean. */
export const countWork = (reading: Reading, filter: WorkFilter, sight: Sight): WorkCount[] =>
  reading.db
    .prepare<[object], WorkCount>(
      `${workSql(true)} SELECT w.kind, w.ernst, w.code, w.state, w.groep, count(*) AS n FROM work w GROUP BY 1, 2, 3, 4, 5`,
    )
    .all(parametersOf(reading, filter, sight));

interface Page {
  grouping: WorkGrouping;
  order: WorkOrder;
  /** Keys of the groepen in their order. */
  groepen: readonly string[];
  offset: number;
  limit: number;
}

/** The points of one page. */
export function pageOfWork(reading: Reading, filter: WorkFilter, page: Page, sight: Sight): WorkPoint[] {
  const { grouping, order, groepen, offset, limit } = page;
  const withGroep = grouping === 'groep' || order === 'groep' || filter.groep !== undefined;
  return reading.db
    .prepare<[object], WorkPoint>(
      `${workSql(withGroep)} SELECT w.kind, w.ref, w.finding, w.inschrijving_id
       FROM work w LEFT JOIN json_each(:groepen) g ON g.value = w.groep
       WHERE ${shown[filter.show ?? 'open']} AND (:ernst IS NULL OR w.ernst = :ernst) AND (:code IS NULL OR w.code = :code)
         AND (:kind IS NULL OR w.kind = :kind) AND (:groep IS NULL OR w.groep = :groep)
       ORDER BY ${parts[grouping]} ${orders[order]}, w.kind, w.ref, w.finding LIMIT :limit OFFSET :offset`,
    )
    .all({
      ...parametersOf(reading, filter, sight),
      groepen: JSON.stringify(groepen),
      ernst: filter.ernst ?? null,
      code: filter.code ?? null,
      kind: filter.kind ?? null,
      groep: filter.groep ?? null,
      limit,
      offset,
    });
}

/** The signalen of BRON that are open, for who registers. */
export const openSignaalIds = (reading: Reading, filter: Pick<WorkFilter, 'ernst' | 'code' | 'groep'>): number[] =>
  pageOfWork(
    reading,
    { ...filter, kind: 'signaal' },
    { grouping: 'none', order: 'naam', groepen: [], offset: 0, limit: -1 },
    everything,
  ).map(({ ref }) => ref);
