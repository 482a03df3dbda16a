import type { BackupKeeper } from '../backup/keeper.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { destroyLeavers } from './decide.ts';
import { listDestroyable } from './proposed.ts';
import { readProtocol } from './protocol.ts';

/** The operations on pupils of whom the retention period is over. */
export function retentionHandlers(administration: Administration, keeper: BackupKeeper): HandlersOf<'retention'> {
  const { db, clock, emit } = administration;
  return {
    'retention.list': (page) => ({ ...listDestroyable(db, clock, page), protocol: readProtocol(db) }),
    'retention.destroy': ({ leerlingIds }) => {
      destroyLeavers(administration, keeper.places, leerlingIds);
      emit('data.changed', { topics: ['leerlingen', 'exchange', 'backup'] });
      // The backups take their time; the screen shows how far it is.
      void keeper.sweep();
      return {};
    },
  };
}
