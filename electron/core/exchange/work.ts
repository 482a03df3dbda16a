import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { EarlierDecision } from '../../../shared/api/leerlingen.ts';
import type { WorkCode, WorkGroep, WorkGrouping, WorkKind, WorkRow, WorkShow } from '../../../shared/api/work.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { displayName } from '../leerlingen/search.ts';
import { everything, type Sight } from '../leerlingen/visible.ts';
import { earlierDecisions } from './earlierDecisions.ts';
import { signaalColumns, toSignaal, type SignaalRow } from './signaalRow.ts';
import {
  countWork,
  groepKeySql,
  pageOfWork,
  type WorkCount,
  type Reading,
  type WorkFilter,
  type WorkPoint,
} from './workQuery.ts';

type Work = Output<'terugkoppelingen.work'>;

interface Pupil {
  inschrijving_id: number;
  leerling_id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  /** Key of the groep. */
  groep: string;
}

interface Held {
  id: number;
  findings: string | null;
  last_error: string | null;
  created_at: string;
}

const naturally = new Intl.Collator('nl', { numeric: true });

/** A groep by its key: the vestiging, a colon, the naam; pupils without a groep have an empty one. */
export function groepOf(key: string): Omit<WorkGroep, 'count'> {
  if (key === '') return { key };
  const colon = key.indexOf(':');
  const vestiging = key.slice(0, colon);
  return { key, groep: key.slice(colon + 1), ...(vestiging ? { vestiging } : {}) };
}

const sumOf = (counts: readonly WorkCount[]) => counts.reduce((sum, { n }) => sum + n, 0);

const isShown = ({ state, ernst }: WorkCount, show: WorkShow) =>
  show === 'all' || (show === 'open' ? state === 'open' : state === 'afgevinkt' && ernst === 'A');

/** The counts that pass the filter. */
export const passing = (counts: readonly WorkCount[], { show = 'open', ernst, code, kind, groep }: WorkFilter) =>
  counts.filter(
    (count) =>
      isShown(count, show) &&
      (ernst ?? count.ernst) === count.ernst &&
      (code ?? count.code) === count.code &&
      (kind ?? count.kind) === count.kind &&
      (groep ?? count.groep) === count.groep,
  );

const partOf = (ernst: string, code: string) => `${ernst}${code}`;

function codesOf(counts: readonly WorkCount[]): WorkCode[] {
  const groups = Map.groupBy(counts, ({ ernst, code }) => partOf(ernst, code));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, list]) =>
      list.slice(0, 1).map(({ ernst, code }) => {
        const { title, meaning, remedy } = describeSignaal(code);
        const tickable = sumOf(list.filter(({ state, kind }) => state === 'open' && kind === 'signaal'));
        return { key, code, ernst, title, meaning, remedy, count: sumOf(list), tickable };
      }),
    );
}

/** The groepen in the order in which people write them down; pupils without one last. */
export const groepenOf = (counts: readonly WorkCount[]): WorkGroep[] =>
  [...Map.groupBy(counts, ({ groep }) => groep)]
    .map(([key, list]) => ({ ...groepOf(key), count: sumOf(list) }))
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        naturally.compare(a.groep ?? '', b.groep ?? '') ||
        naturally.compare(a.key, b.key),
    );

const rowsById = <T extends { id: number }>(db: Connection, sql: string, ids: readonly number[]): Map<number, T> =>
  new Map(
    db
      .prepare<[string], T>(`${sql} IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(ids))
      .map((row) => [row.id, row]),
  );

/** The pupils of these inschrijvingen, with their groep today. */
function pupilsOf({ db, clock }: Reading, inschrijvingen: readonly number[]): Map<number, Pupil> {
  const rows = db
    .prepare<[object], Pupil>(
      `SELECT i.id AS inschrijving_id, i.leerling_id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, ${groepKeySql} AS groep
       FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id WHERE i.id IN (SELECT value FROM json_each(:ids))`,
    )
    .all({ day: today(clock), ids: JSON.stringify(inschrijvingen) });
  return new Map(rows.map((row) => [row.inschrijving_id, row]));
}

type WorkPart = Omit<WorkRow, 'key' | 'part' | 'leerlingNaam'>;

function signaalPart(row: SignaalRow, earlier: readonly EarlierDecision[]): WorkPart {
  const { id: signaalId, ...signaal } = toSignaal(row, earlier);
  return { ...signaal, kind: 'signaal', signaalId };
}

/** What is wrong with a melding that did not leave, or was refused: a finding of the voorcontrole, or BRON's code. */
function heldPart(kind: WorkKind, held: Held, finding: number): WorkPart {
  const refusal = held.last_error ?? '';
  const findings = kind === 'voorcontrole' ? (JSON.parse(held.findings ?? '[]') as Finding[]) : [];
  const found: Pick<Finding, 'code' | 'ernst' | 'omschrijving'> & Partial<Finding> = findings[finding] ?? {
    code: refusal,
    ernst: 'A',
    omschrijving: describeSignaal(refusal).title,
  };
  const { code, ernst, omschrijving, gegevensgroep, element, parent, voorkomen } = found;
  const { title, meaning, remedy } = describeSignaal(code);
  return {
    kind,
    berichtId: held.id,
    code,
    ernst,
    omschrijving,
    title,
    meaning,
    remedy,
    canTakeOver: false,
    state: 'open',
    decidedBefore: false,
    earlier: [],
    receivedAt: held.created_at,
    ...(gegevensgroep ? { gegevensgroep } : {}),
    ...(element ? { element } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(voorkomen === undefined ? {} : { voorkomen }),
  };
}

/** The rows of the points of a page, in their order. */
export function rowsOf(reading: Reading, points: readonly WorkPoint[], grouping: WorkGrouping): WorkRow[] {
  const { db } = reading;
  const refs = (ofSignaal: boolean) =>
    points.filter(({ kind }) => (kind === 'signaal') === ofSignaal).map(({ ref }) => ref);
  const signalen = rowsById<SignaalRow>(db, `SELECT ${signaalColumns} FROM signaal s WHERE s.id`, refs(true));
  const held = rowsById<Held>(db, 'SELECT id, findings, last_error, created_at FROM bericht WHERE id', refs(false));
  const pupils = pupilsOf(
    reading,
    points.map(({ inschrijving_id: id }) => id),
  );
  const earlier = earlierDecisions(db, [...signalen.values()]);
  return points.flatMap((point) => {
    const { kind, ref, finding } = point;
    const [row, melding, pupil] = [signalen.get(ref), held.get(ref), pupils.get(point.inschrijving_id)];
    const what =
      kind === 'signaal'
        ? row && signaalPart(row, earlier.get(ref) ?? [])
        : melding && heldPart(kind, melding, finding);
    if (!pupil || !what) return [];
    const { groep } = groepOf(pupil.groep);
    return [
      {
        ...what,
        key: `${kind}-${ref}-${finding}`,
        part: grouping === 'signaal' ? partOf(what.ernst, what.code) : grouping === 'groep' ? pupil.groep : '',
        leerlingNaam: displayName(withoutNulls(pupil)),
        leerlingId: pupil.leerling_id,
        inschrijvingId: pupil.inschrijving_id,
        ...(groep ? { groep } : {}),
      },
    ];
  });
}

/** A page of the work list "nog niet correct" and its counts, as far as one may see it. */
export function workList(reading: Reading, query: Parsed<'terugkoppelingen.work'>, sight: Sight = everything): Work {
  const { grouping, order, offset, limit, ...filter } = query;
  const counts = countWork(reading, filter, sight);
  const groepen = groepenOf(passing(counts, { ...filter, groep: undefined }));
  const page = { grouping, order, groepen: groepen.map(({ key }) => key), offset, limit };
  return {
    total: sumOf(passing(counts, filter)),
    rows: rowsOf(reading, pageOfWork(reading, filter, page, sight), grouping),
    codes: codesOf(passing(counts, { ...filter, code: undefined })),
    groepen,
    open: sumOf(passing(counts, { show: 'open' })),
    unregistered: sumOf(passing(counts, { show: 'unregistered' })),
  };
}
