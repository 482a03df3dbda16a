import type { InschrijvingGegevens } from '../../../shared/api/leerlingen.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { refreshInschrijving, refreshLeerling } from '../exchange/state.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { leerlingCard } from './card.ts';
import { deliverBy } from './deliverBy.ts';
import { refuseOtherDate } from './known.ts';
import { listLeerlingen } from './list.ts';
import { readInschrijving, readLeerling, writeInschrijving, writeLeerling } from './repository.ts';
import { saveCard } from './saveCard.ts';
import { asOneChange, previewUndo, undo } from './undo.ts';

/** The operations on pupils and their inschrijvingen. */
export function leerlingenHandlers(administration: Administration): HandlersOf<'leerlingen'> & HandlersOf<'undo'> {
  const { db, clock, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  /** One change of one pupil: in one transaction, and undone as one. */
  const change = <T extends { leerlingId: number }>(leerlingId: number | undefined, work: () => T): T => {
    const result = db.transaction(() => asOneChange(administration, leerlingId, work)).immediate();
    changed();
    return result;
  };

  const afterSave = (saved: { id: number; version: number }) => {
    const { leerlingId, gegevens } = readInschrijving(db, saved.id);
    const since = db
      .prepare<[number], { since: string }>('SELECT since FROM to_deliver WHERE inschrijving_id = ?')
      .get(saved.id)?.since;
    return {
      ...saved,
      findings: findingsOfGegevens(db, clock, readLeerling(db, leerlingId).gegevens, gegevens),
      ...(since ? { deliverBy: deliverBy(since) } : {}),
    };
  };

  const saveInschrijving = (leerlingId: number, gegevens: InschrijvingGegevens, id?: number, version?: number) => {
    const { saved } = change(leerlingId, () => {
      if (id !== undefined) refuseOtherDate(db, id, gegevens);
      const written = writeInschrijving(administration, leerlingId, gegevens, id, version);
      refreshInschrijving(db, clock, written.id);
      return { leerlingId, saved: written };
    });
    return afterSave(saved);
  };

  return {
    'leerlingen.list': (query) => listLeerlingen(db, clock, query),
    'leerlingen.get': ({ id }) => leerlingCard(administration, id),
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
    'leerlingen.saveInschrijving': ({ leerlingId, id, version, gegevens }) =>
      saveInschrijving(leerlingId, gegevens, id, version),
    'leerlingen.uitschrijven': ({ inschrijvingId, version, datumUitschrijving }) => {
      const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
      return saveInschrijving(leerlingId, { ...gegevens, datumUitschrijving }, inschrijvingId, version);
    },
    'undo.preview': ({ leerlingId }) => previewUndo(administration, leerlingId),
    'undo.perform': ({ leerlingId, change: seq, confirmed }) => {
      undo(administration, leerlingId, seq, confirmed);
      changed();
      return {};
    },
    'leerlingen.check': ({ persoon, gegevens }) => ({ findings: findingsOfGegevens(db, clock, persoon, gegevens) }),
  };
}
