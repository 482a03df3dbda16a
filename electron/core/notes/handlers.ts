import type { Administration, HandlersOf } from '../context.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { listNotes, removeNote, writeNote } from './notes.ts';

/** The operations on notes about a pupil. */
export function notesHandlers(administration: Administration): HandlersOf<'notes'> {
  const { db, emit } = administration;
  const change = <T>(leerlingId: number, work: () => T): T => {
    const { result } = db
      .transaction(() => asOneChange(administration, leerlingId, () => ({ leerlingId, result: work() })))
      .immediate();
    emit('data.changed', { topics: ['leerlingen'] });
    return result;
  };
  return {
    'notes.list': ({ leerlingId }) => ({ notes: listNotes(db, leerlingId) }),
    'notes.save': (note) => ({ id: change(note.leerlingId, () => writeNote(administration, note)) }),
    'notes.remove': ({ leerlingId, id, version }) => {
      change(leerlingId, () => removeNote(administration, leerlingId, id, version));
      return {};
    },
  };
}
