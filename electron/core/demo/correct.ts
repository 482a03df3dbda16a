import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Administration } from '../context.ts';
import { leerlingenHandlers } from '../leerlingen/handlers.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import type { DemoGuide } from './guide.ts';

const sameText = (a: unknown, b: unknown) => (a ?? '') === (b ?? '');

/** Whether applying `changes` would change `gegevens`. An empty text is the same as nothing. */
const differs = (gegevens: object, changes: object): boolean =>
  Object.entries(changes).some(([key, value]) => {
    const now = (gegevens as Record<string, unknown>)[key];
    return Array.isArray(value) ? JSON.stringify(value) !== JSON.stringify(now) : !sameText(value, now);
  });

/** Fields that a correction leaves out stay as they are. */
const withChanges = <T extends object>(gegevens: T, changes: object): T => ({
  ...gegevens,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
});

/**
 * Applies the corrections of the guide by the operations that the screens use, all or none; what is right already is left
 * alone. Gives the number of pupils that changed. @throws LasError what saving can give
 */
export function applyCorrections(administration: Administration, corrections: DemoGuide['corrections']): number {
  const { db } = administration;
  const handlers = leerlingenHandlers({ ...administration, emit: () => undefined });
  const find = db.prepare<[string], { leerling_id: number; id: number }>(
    'SELECT i.leerling_id, i.id FROM leerling l JOIN inschrijving i ON i.leerling_id = l.id WHERE l.leerlingnummer = ? ORDER BY i.id LIMIT 1',
  );
  const savePersoon = (id: number, changes: Partial<Persoonsgegevens>): boolean => {
    const { version, gegevens } = readLeerling(db, id);
    if (!differs(gegevens, changes)) return false;
    void handlers['leerlingen.save']({ id, version, persoon: withChanges(gegevens, changes) });
    return true;
  };
  const saveInschrijving = (leerlingId: number, id: number, changes: Partial<InschrijvingGegevens>): boolean => {
    const { version, gegevens } = readInschrijving(db, id);
    if (!differs(gegevens, changes)) return false;
    void handlers['leerlingen.saveInschrijving']({ leerlingId, id, version, gegevens: withChanges(gegevens, changes) });
    return true;
  };
  return db
    .transaction(() => {
      let changed = 0;
      for (const { leerlingnummer, persoon, inschrijving } of corrections) {
        const found = find.get(leerlingnummer);
        if (!found) continue;
        const saved = [
          savePersoon(found.leerling_id, persoon),
          saveInschrijving(found.leerling_id, found.id, inschrijving),
        ];
        if (saved.includes(true)) changed += 1;
      }
      return changed;
    })
    .immediate();
}
