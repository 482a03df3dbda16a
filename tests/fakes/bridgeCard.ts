// The part of the fake bridge that is about notes, unsaved work and undo.
import type { OperationName } from '../../shared/api/contract.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';
import type { FakeWorld } from './bridgeWorld.ts';

/** The operations on notes, drafts and the last change of a pupil; nothing can be undone here. */
export function cardHandlers(
  world: FakeWorld,
  now: () => Date,
): HandlersOf<Extract<OperationName, `notes.${string}` | `drafts.${string}` | `undo.${string}`>> {
  const { notes, drafts } = world;
  return {
    'notes.list': ({ leerlingId }) => ({
      notes: [...notes.values()]
        .filter((note) => note.leerlingId === leerlingId)
        .map(({ leerlingId: _, ...note }) => note)
        .reverse(),
    }),
    'notes.save': ({ leerlingId, id = notes.size + 1, version = 0, date, text }) => {
      notes.set(id, { id, leerlingId, version: version + 1, date, text, by: 'Mieke de Vries' });
      return { id };
    },
    'notes.remove': ({ id }) => {
      notes.delete(id);
      return {};
    },
    'drafts.list': ({ form, subject }) => ({
      drafts: [...drafts.values()]
        .filter(
          (draft) =>
            (form === undefined || draft.form === form) && (subject === undefined || draft.subject === subject),
        )
        .map(({ content: _, ...draft }) => draft)
        .reverse(),
    }),
    'drafts.read': ({ id }) => {
      const draft = drafts.get(id);
      if (!draft) throw new LasError('not-found');
      return { content: draft.content };
    },
    'drafts.save': ({ id = drafts.size + 1, ...draft }) => {
      drafts.set(id, { id, savedAt: now().toISOString(), ...draft });
      return { id };
    },
    'drafts.discard': ({ id }) => {
      drafts.delete(id);
      return {};
    },
    'undo.preview': () => {
      throw new LasError('undo-nothing');
    },
    'undo.perform': () => {
      throw new LasError('undo-nothing');
    },
  };
}
