import type { BackupKeeper } from '../backup/keeper.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { destroyLeavers } from './decide.ts';
import { keepLeavers } from './keep.ts';
import { countProposed, listDestroyable } from './proposed.ts';
import { tickOffPlace } from './placeGone.ts';
import { nextTerm, readProtocol } from './protocol.ts';

/** The operations on pupils of whom the retention period is over. */
export function retentionHandlers(administration: Administration, keeper: BackupKeeper): HandlersOf<'retention'> {
  const { db, clock, emit } = administration;
  return {
    'retention.list': (page) => ({ ...listDestroyable(db, clock, page), protocol: readProtocol(db) }),
    'retention.due': () => {
      const before = nextTerm(db);
      return { proposed: countProposed(db, clock), ...(before === undefined ? {} : { before }) };
    },
    'retention.placeGone': (input) => {
      tickOffPlace(administration, input);
      emit('data.changed', { topics: ['backup', 'changes'] });
      return {};
    },
    'retention.keep': (input) => {
      keepLeavers(administration, input);
      emit('data.changed', { topics: ['leerlingen', 'changes'] });
      return {};
    },
    'retention.destroy': ({ leerlingIds }) => {
      destroyLeavers(administration, keeper.places, leerlingIds);
      emit('data.changed', { topics: ['leerlingen', 'exchange', 'backup'] });
      // The backups take their time; the screen shows how far it is.
      void keeper.sweep();
      return {};
    },
  };
}
