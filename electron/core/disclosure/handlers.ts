import { noteEvent } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { collectHistory, collectParts } from './collect.ts';

/** What is shown to whoever asks what the school keeps of a child. */
export function disclosureHandlers(administration: Administration): HandlersOf<'disclosure'> {
  const { db, clock } = administration;
  return {
    'disclosure.get': ({ leerlingId }) => {
      const naam = displayName(readLeerling(db, leerlingId).gegevens);
      const found = { parts: collectParts(db, leerlingId), history: collectHistory(db, leerlingId) };
      if (!db.readonly) noteEvent(administration, { entity: 'view', entityId: leerlingId }, 'shown', 'alles');
      return { naam, madeAt: clock.now().toISOString(), ...found };
    },
  };
}
