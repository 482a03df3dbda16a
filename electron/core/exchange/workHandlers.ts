import type { Administration, HandlersOf } from '../context.ts';
import { sightOf } from '../leerlingen/visible.ts';
import { reopen, tickOff, tickOffAll } from './decisions.ts';
import { printout } from './printout.ts';
import { takeOver } from './signalen.ts';
import { workList } from './work.ts';

/** The operations on the work list and on the signalen in it. */
export function workHandlers(administration: Administration): HandlersOf<'terugkoppelingen'> {
  const changed = () => administration.emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return {
    'terugkoppelingen.work': (query) => workList(administration, query, sightOf(administration)),
    'terugkoppelingen.printout': (filter) => printout(administration, filter, sightOf(administration)),
    'terugkoppelingen.tickOff': ({ signaalId, note }) => {
      tickOff(administration, signaalId, note);
      changed();
      return {};
    },
    'terugkoppelingen.tickOffAll': async (input) => {
      try {
        return { count: await tickOffAll(administration, input) };
      } finally {
        changed();
      }
    },
    'terugkoppelingen.reopen': ({ signaalId }) => {
      reopen(administration, signaalId);
      changed();
      return {};
    },
    'terugkoppelingen.takeOver': ({ signaalId }) => {
      takeOver(administration, signaalId);
      changed();
      return {};
    },
  };
}
