import type { InschrijvingGegevens } from '../../../shared/api/leerlingen.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { noteNumberShown } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { refreshInschrijving, refreshLeerling } from '../exchange/state.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { deliverBy, leerlingCard } from './card.ts';
import { listLeerlingen } from './list.ts';
import { readInschrijving, readLeerling, writeInschrijving, writeLeerling } from './repository.ts';

/** BRON knows an inschrijving by its datum inschrijving: once it does, another date needs a verwijdering first (PvE 5.6.3). */
function refuseOtherDate({ db }: Administration, id: number, gegevens: InschrijvingGegevens): void {
  const before = readInschrijving(db, id).gegevens;
  if (before.datumInschrijving === gegevens.datumInschrijving) return;
  const known = db
    .prepare<[number, number], { n: number }>(
      `SELECT (SELECT count(*) FROM bron_stand WHERE inschrijving_id = ?)
        + (SELECT count(*) FROM bericht WHERE inschrijving_id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')) AS n`,
    )
    .get(id, id);
  if (known && known.n > 0) throw new LasError('inschrijving-known', {}, 'gegevens.datumInschrijving');
}

/** The operations on pupils and their inschrijvingen. */
export function leerlingenHandlers(administration: Administration): HandlersOf<'leerlingen'> {
  const { db, clock, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });

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
    const saved = db
      .transaction(() => {
        if (id !== undefined) refuseOtherDate(administration, id, gegevens);
        const written = writeInschrijving(administration, leerlingId, gegevens, id, version);
        refreshInschrijving(db, clock, written.id);
        return written;
      })
      .immediate();
    changed();
    return afterSave(saved);
  };

  return {
    'leerlingen.list': (query) => listLeerlingen(administration, query),
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
    'leerlingen.saveInschrijving': ({ leerlingId, id, version, gegevens }) =>
      saveInschrijving(leerlingId, gegevens, id, version),
    'leerlingen.uitschrijven': ({ inschrijvingId, version, datumUitschrijving }) => {
      const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
      return saveInschrijving(leerlingId, { ...gegevens, datumUitschrijving }, inschrijvingId, version);
    },
    'leerlingen.check': ({ persoon, gegevens }) => ({ findings: findingsOfGegevens(db, clock, persoon, gegevens) }),
  };
}
