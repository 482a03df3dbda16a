import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import type { Connection } from '../database/database.ts';
import { removalAsked } from '../exchange/removalContent.ts';
import { inschrijvingIds, readInschrijving } from '../leerlingen/repository.ts';

/** A pupil is enrolled once at a time at a school (PvE 4.2.8.1, 4.2.9.1: 311). @throws LasError inschrijving-overlaps */
export function refuseOverlap(
  db: Connection,
  leerlingId: number,
  gegevens: InschrijvingGegevens,
  except?: number,
): void {
  const { datumInschrijving: start, datumUitschrijving: end } = gegevens;
  if (!isDate(start)) return;
  for (const id of inschrijvingIds(db, leerlingId).filter((other) => other !== except)) {
    const other = readInschrijving(db, id).gegevens;
    const otherStart = removalAsked(db, id)?.newStart ?? other.datumInschrijving;
    if (!isDate(otherStart)) continue;
    const before = isDate(other.datumUitschrijving) && other.datumUitschrijving < start;
    const after = isDate(end) && end < otherStart;
    if (!before && !after)
      throw new LasError('inschrijving-overlaps', { date: formatDutchDate(otherStart) }, 'gegevens.datumInschrijving');
  }
}
