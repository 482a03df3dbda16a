import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { Proposal } from '../../../shared/api/proposals.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Administration } from '../context.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { displayName } from '../leerlingen/search.ts';
import { kinds } from './kinds.ts';
import type { StoredProposal } from './store.ts';

interface Row extends StoredProposal {
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  decider: string | null;
}

function toProposal(administration: Administration, row: Row): Proposal {
  const { signaal = [] } = JSON.parse(row.content) as { signaal?: { signaalcode?: string }[] };
  const decided = { reason: row.reason, decidedAt: row.decided_at, decidedBy: row.decider };
  return {
    id: row.id,
    nr: row.nr,
    state: row.state,
    receivedAt: row.received_at,
    leerlingId: row.leerling_id,
    leerlingNaam: displayName(withoutNulls(row)),
    signalen: signaal.map(({ signaalcode: code = '' }) => {
      const { ernst = row.nr === 13 ? 'A' : 'S', title } = describeSignaal(code);
      return { code, ernst, title };
    }),
    ...kinds[row.nr].view(administration, row),
    ...withoutNulls(decided),
  };
}

/** A page of what BRON proposes, the newest first; a proposal that a later one replaced is not shown. */
export function listProposals(
  administration: Administration,
  { leerlingId, nr, show, offset, limit }: Parsed<'proposals.list'>,
): Output<'proposals.list'> {
  const { db } = administration;
  const filter = { leerling: leerlingId ?? null, nr: nr ?? null };
  const from = `FROM proposal p JOIN leerling l ON l.id = p.leerling_id
    WHERE (:leerling IS NULL OR p.leerling_id = :leerling) AND (:nr IS NULL OR p.nr = :nr)`;
  const counts = db
    .prepare<[object], { open: number; ever: number }>(
      `SELECT count(*) FILTER (WHERE p.state = 'open') AS open, count(*) FILTER (WHERE p.state <> 'superseded') AS ever ${from}`,
    )
    .get(filter) ?? { open: 0, ever: 0 };
  const rows = db
    .prepare<[object], Row>(
      `SELECT p.*, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, (SELECT u.name FROM user_account u WHERE u.id = p.decided_by) AS decider
       ${from} AND (p.state = 'open' OR (:all = 1 AND p.state <> 'superseded')) ORDER BY p.state = 'open' DESC, p.id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...filter, all: show === 'all' ? 1 : 0, limit, offset });
  return {
    ...counts,
    total: show === 'all' ? counts.ever : counts.open,
    rows: rows.map((row) => toProposal(administration, row)),
  };
}
