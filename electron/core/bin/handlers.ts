import type { BackupKeeper } from '../backup/keeper.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { destroyFromBin, listBin, putInBin, restoreFromBin } from './bin.ts';

/** The operations on the bin. */
export function binHandlers(administration: Administration, keeper: BackupKeeper): HandlersOf<'bin'> {
  const changed = () => administration.emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return {
    'bin.list': (page) => listBin(administration.db, page),
    'bin.put': (item) => {
      putInBin(administration, item);
      changed();
      return {};
    },
    'bin.restore': (item) => {
      const leerlingId = restoreFromBin(administration, item);
      changed();
      return { leerlingId };
    },
    'bin.destroy': (item) => {
      destroyFromBin(administration, keeper.places, item);
      administration.emit('data.changed', { topics: ['leerlingen', 'exchange', 'backup'] });
      // The backups take their time; the screen shows how far it is.
      void keeper.sweep();
      return {};
    },
  };
}
