import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { addTerugkoppeling, settles, writeOutcome, type Answered, type Place } from '../exchange/terugkoppeling.ts';
import { keepSecret, saysSecret } from '../leerlingen/keepSecret.ts';
import { leerlingExists } from '../leerlingen/repository.ts';
import { leerlingByPgns, type Where } from './find.ts';
import { settleKeyData } from './keyData.ts';
import { kinds } from './kinds.ts';
import { registerMutation } from './spontaneous.ts';
import { addProposal, readProposal, settleByItself } from './store.ts';

type ItemOf<N extends 8 | 9 | 13 | 15 | 16> = N extends N ? { nr: N; message: Message<N> } : never;
/** A terugkoppeling about a pupil; a 13 when it answers a message about one. */
export type ProposalItem = ItemOf<8 | 9 | 13 | 15 | 16>;

/** The request that each kind of answer belongs to. */
const requests: Partial<Record<ProposalItem['nr'], readonly number[]>> = { 8: [1], 9: [2], 13: [1, 2] };

/** Those that tell how a person is at BRON. */
const personal: ReadonlySet<number> = new Set([8, 9, 15]);

/** The pupil that BRON speaks of by itself. */
function leerlingOf(db: Connection, item: ProposalItem, where: Where): number | undefined {
  switch (item.nr) {
    case 15: {
      const { situatieOud = [], situatieNieuw = [] } = item.message;
      return leerlingByPgns(db, [...situatieOud, ...situatieNieuw], where);
    }
    case 16:
      return leerlingByPgns(db, item.message.persoon ?? [], where);
    default:
      return undefined;
  }
}

/** Settles a proposal that leaves nothing to decide: everything in it is here already, and no signaal goes with it. */
function saysNothing(administration: Administration, id: number): boolean {
  const proposal = readProposal(administration.db, id);
  if (!proposal || !personal.has(proposal.nr)) return false;
  const { signaal } = JSON.parse(proposal.content) as { signaal?: unknown[] };
  if (signaal?.length || kinds[proposal.nr].view(administration, proposal).changes.length > 0) return false;
  settleByItself(administration, id);
  return true;
}

/** What a terugkoppeling about a pupil brought: `known` nothing new, `unmatched` it is about nobody here. */
export type Received = 'proposed' | 'known' | 'unmatched';

/**
 * Keeps a terugkoppeling about a pupil and what it proposes, and settles the message that it answers.
 * Call it in the transaction that processes the bundle.
 */
export function receiveProposal(
  administration: Administration,
  place: Place,
  item: ProposalItem,
  answered: Answered | undefined,
): Received {
  const { db, clock } = administration;
  const request = answered && requests[item.nr]?.includes(answered.nr) ? answered : undefined;
  const leerlingId = request?.leerling_id ?? leerlingOf(db, item, 'leerling');
  // One in the bin is nobody here, but takes along what was said of it when it is destroyed.
  const about = leerlingId ?? leerlingOf(db, item, 'main.leerling');
  const terugkoppelingId = addTerugkoppeling(db, place, item, {
    ...(request ? { id: request.id } : {}),
    ...(about === undefined ? {} : { leerling_id: about }),
  });
  if (leerlingId === undefined) return 'unmatched';
  if (request) {
    if (!settles(db, request, terugkoppelingId)) return 'known';
    const state =
      item.nr === 13
        ? 'afgekeurd'
        : 'signaal' in item.message && item.message.signaal?.length
          ? 'geregistreerd met signaal'
          : 'geregistreerd';
    writeOutcome(db, request.id, state, clock.now().toISOString());
    if (item.nr === 9) settleKeyData(administration, leerlingId, item.message);
  }
  if (item.nr === 15) registerMutation(administration, leerlingId, item.message);
  const { nr, message } = item;
  if (nr !== 16 && saysSecret(message.signaal) && leerlingExists(db, leerlingId))
    keepSecret(administration, leerlingId);
  const { repeats, together } = kinds[nr];
  const added = addProposal(administration, {
    nr,
    leerlingId,
    terugkoppelingId,
    content: message,
    ...(repeats ? { repeats } : {}),
    ...(together ? { together } : {}),
    ...(request ? { berichtId: request.id } : {}),
  });
  // Of a pupil in the bin it is kept for when the pupil comes back.
  if (added === undefined || !leerlingExists(db, leerlingId) || saysNothing(administration, added)) return 'known';
  return 'proposed';
}
