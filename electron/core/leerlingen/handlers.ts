import { Looks, numberAmong, numberIn } from '../changes/looks.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { leerlingCard } from './card.ts';
import { listLeerlingen } from './list.ts';
import { writeLeerling } from './repository.ts';
import { saveCard } from './saveCard.ts';
import { putInschrijving, savedOf } from './saving.ts';
import { asOneChange, previewUndo, undo } from './undo.ts';
import { sightOf } from './visible.ts';

/** The operations on pupils and their inschrijvingen, and undo of the last change of one. */
export function leerlingenHandlers(
  administration: Administration,
  looks = new Looks(administration),
): HandlersOf<'leerlingen'> & HandlersOf<'undo'> {
  const { db, clock, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  /** One change of one pupil: in one transaction, and undone as one. */
  const change = <T extends { leerlingId: number }>(leerlingId: number | undefined, work: () => T): T => {
    const result = db.transaction(() => asOneChange(administration, leerlingId, work)).immediate();
    changed();
    return result;
  };

  return {
    'leerlingen.list': (query) => listLeerlingen(db, clock, query, sightOf(administration)),
    'leerlingen.get': ({ id }) => {
      const card = leerlingCard(administration, id);
      looks.note(id, numberIn(card.persoon));
      return card;
    },
    'leerlingen.save': ({ id, version, persoon }) => {
      const { saved } = change(id, () => {
        const written = writeLeerling(administration, persoon, id, version);
        refreshLeerling(db, clock, written.id);
        return { leerlingId: written.id, saved: written };
      });
      return saved;
    },
    'leerlingen.saveCard': (input) =>
      change(input.id, () => {
        const saved = saveCard(administration, input);
        return { leerlingId: saved.id, saved };
      }).saved,
    'leerlingen.saveInschrijving': ({ leerlingId, id, version, gegevens }) => {
      const known = id === undefined ? undefined : { id, version };
      const { saved } = change(leerlingId, () => ({
        leerlingId,
        saved: putInschrijving(administration, leerlingId, gegevens, known),
      }));
      return savedOf(administration, saved);
    },
    'undo.preview': ({ leerlingId }) => {
      const preview = previewUndo(administration, leerlingId);
      looks.note(leerlingId, numberAmong(preview.fields.map(({ field }) => field)));
      return preview;
    },
    'undo.perform': ({ leerlingId, change: seq, confirmed }) => {
      undo(administration, leerlingId, seq, confirmed);
      changed();
      return {};
    },
    'leerlingen.check': ({ persoon, gegevens }) => ({ findings: findingsOfGegevens(db, clock, persoon, gegevens) }),
  };
}
