import { noteNumberShown } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { leerlingCard } from './card.ts';
import { listLeerlingen } from './list.ts';
import { writeLeerling } from './repository.ts';
import { putInschrijving, savedOf } from './saving.ts';
import { sightOf } from './visible.ts';

/** The operations on pupils and their inschrijvingen. */
export function leerlingenHandlers(administration: Administration): HandlersOf<'leerlingen'> {
  const { db, clock, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });

  return {
    'leerlingen.list': (query) => listLeerlingen(db, clock, query, sightOf(administration)),
    'leerlingen.get': ({ id }) => {
      const card = leerlingCard(administration, id);
      const shown = (['burgerservicenummer', 'onderwijsnummer'] as const).find((key) => card.persoon[key]);
      if (shown) noteNumberShown(administration, id, shown);
      return card;
    },
    'leerlingen.save': ({ id, version, persoon }) => {
      const saved = db
        .transaction(() => {
          const written = writeLeerling(administration, persoon, id, version);
          refreshLeerling(db, clock, written.id);
          return written;
        })
        .immediate();
      changed();
      return saved;
    },
    'leerlingen.saveInschrijving': ({ leerlingId, id, version, gegevens }) => {
      const known = id === undefined ? undefined : { id, version };
      const saved = db.transaction(() => putInschrijving(administration, leerlingId, gegevens, known)).immediate();
      changed();
      return savedOf(administration, saved);
    },
    'leerlingen.check': ({ persoon, gegevens }) => ({ findings: findingsOfGegevens(db, clock, persoon, gegevens) }),
  };
}
