import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Connection } from '../database/database.ts';
import { isAboutAdres } from '../leerlingen/hideAdres.ts';
import { displayName } from '../leerlingen/search.ts';
import { everything, type Sight } from '../leerlingen/visible.ts';
import { toSignaal, type SignaalRow } from './signalen.ts';
import { signaalHoldsSql } from './state.ts';
import { blocking } from './voorcontrole.ts';

type Work = Output<'terugkoppelingen.work'>;
type WorkRow = Work['rows'][number];

interface Pupil {
  leerling_id: number;
  inschrijving_id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  geheim: string | null;
  groep: string | null;
}

interface HeldRow extends Pupil {
  bericht_id: number;
  state: 'tegengehouden' | 'geweigerd';
  findings: string | null;
  last_error: string | null;
  created_at: string;
}

const groepSql = `(SELECT g.groep FROM leerjaar_groep_wpo g WHERE g.inschrijving_id = i.id AND (g.begindatum <= :day OR g.begindatum = i.datum_inschrijving)
  ORDER BY g.begindatum DESC LIMIT 1) AS groep`;

const pupilSql = `i.leerling_id, i.id AS inschrijving_id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.geheim, ${groepSql}`;

function pupilOf(row: Pupil): { leerlingNaam: string; groep?: string; leerlingId: number; inschrijvingId: number } {
  const texts = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined]));
  return {
    leerlingNaam: displayName(texts),
    leerlingId: row.leerling_id,
    inschrijvingId: row.inschrijving_id,
    ...(row.groep ? { groep: row.groep } : {}),
  };
}

/** A finding of the voorcontrole, or a refusal, in the shape of a signaal. Its id is that of the melding. */
function heldRow(
  row: HeldRow,
  finding: Pick<Finding, 'code' | 'ernst' | 'omschrijving'> & Partial<Finding>,
  kind: WorkRow['kind'],
): WorkRow {
  const { title, meaning, remedy } = describeSignaal(finding.code);
  const { gegevensgroep, element, parent, voorkomen } = finding;
  return {
    ...pupilOf(row),
    id: row.bericht_id,
    berichtId: row.bericht_id,
    kind,
    code: finding.code,
    ernst: finding.ernst,
    omschrijving: finding.omschrijving,
    title,
    meaning,
    remedy,
    canTakeOver: false,
    state: 'open',
    receivedAt: row.created_at,
    ...(gegevensgroep ? { gegevensgroep } : {}),
    ...(element ? { element } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(voorkomen === undefined ? {} : { voorkomen }),
  };
}

function rowsOfHeld(row: HeldRow): WorkRow[] {
  if (row.state === 'tegengehouden') {
    return blocking(JSON.parse(row.findings ?? '[]') as Finding[]).map((finding) =>
      heldRow(row, finding, 'voorcontrole'),
    );
  }
  const code = row.last_error ?? '';
  return [heldRow(row, { code, ernst: 'A', omschrijving: describeSignaal(code).title }, 'geweigerd')];
}

/** Everything that is not yet right: what BRON reported and what the voorcontrole holds back, by pupil; as far as one may see it. */
function allWork(db: Connection, clock: Clock, { secretAdres }: Sight): WorkRow[] {
  const day = { day: today(clock) };
  const signalen = db
    .prepare<[{ day: string }], SignaalRow & Pupil>(
      `SELECT s.*, ${pupilSql} FROM signaal s JOIN inschrijving i ON i.id = s.inschrijving_id JOIN leerling l ON l.id = i.leerling_id WHERE s.state = 'open' AND ${signaalHoldsSql}`,
    )
    .all(day)
    .map((row) => ({ work: { ...toSignaal(row), ...pupilOf(row), kind: 'signaal' } satisfies WorkRow, of: row }));
  const held = db
    .prepare<[{ day: string }], HeldRow>(
      `SELECT b.id AS bericht_id, b.state, b.findings, b.last_error, b.created_at, ${pupilSql} FROM bericht b
       JOIN inschrijving i ON i.id = b.inschrijving_id JOIN leerling l ON l.id = i.leerling_id JOIN bron_state s ON s.inschrijving_id = i.id
       WHERE b.nr = 3 AND b.state IN ('tegengehouden', 'geweigerd') AND s.state = b.state
         AND b.id = (SELECT max(x.id) FROM bericht x WHERE x.inschrijving_id = i.id AND x.state <> 'vervallen')`,
    )
    .all(day)
    .flatMap((row) => rowsOfHeld(row).map((work) => ({ work, of: row })));
  const isHidden = ({ work, of }: { work: WorkRow; of: Pupil }) =>
    !secretAdres && of.geheim === 'true' && isAboutAdres(work);
  const shown = [...signalen, ...held].filter((item) => !isHidden(item)).map(({ work }) => work);
  return shown.sort(
    (a, b) =>
      a.ernst.localeCompare(b.ernst) ||
      a.leerlingNaam.localeCompare(b.leerlingNaam, 'nl') ||
      a.code.localeCompare(b.code),
  );
}

function countCodes(rows: readonly WorkRow[]): Work['codes'] {
  const counts = new Map<string, Work['codes'][number]>();
  for (const { code, title, ernst } of rows) {
    const entry = counts.get(code) ?? { code, title, ernst, count: 0 };
    counts.set(code, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => a.ernst.localeCompare(b.ernst) || b.count - a.count || a.code.localeCompare(b.code),
  );
}

/** A page of the work list "nog niet correct", and how often each code occurs in the whole of it. */
export function workList(
  db: Connection,
  clock: Clock,
  query: Parsed<'terugkoppelingen.work'>,
  sight: Sight = everything,
): Work {
  const all = allWork(db, clock, sight);
  const rows = all.filter(
    ({ ernst, code }) => (!query.ernst || ernst === query.ernst) && (!query.code || code === query.code),
  );
  return { total: rows.length, rows: rows.slice(query.offset, query.offset + query.limit), codes: countCodes(all) };
}
