import { LasError } from '../../../shared/api/errors.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { kinds } from './kinds.ts';
import { listProposals } from './list.ts';
import { decide, readOpenProposal } from './store.ts';

/** The operations on what BRON proposes. */
export function proposalsHandlers(administration: Administration): HandlersOf<'proposals'> {
  const { db } = administration;
  const changed = () => administration.emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return {
    'proposals.list': (query) => listProposals(administration, query),
    'proposals.apply': ({ id, confirmed }) => {
      const moved = db
        .transaction(() => {
          const proposal = readOpenProposal(db, id);
          const kind = kinds[proposal.nr];
          if (!kind.apply || !kind.view(administration, proposal).applicable) throw new LasError('proposal-nothing');
          const move = kind.apply(administration, proposal, { confirmed });
          decide(administration, proposal, 'applied');
          return move;
        })
        .immediate();
      changed();
      return moved ? { moved } : {};
    },
    'proposals.decline': ({ id, reason }) => {
      db.transaction(() => decide(administration, readOpenProposal(db, id), 'declined', reason)).immediate();
      changed();
      return {};
    },
  };
}
