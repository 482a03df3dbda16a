import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { splitAt } from '../../../shared/domain/enrolment/split.ts';
import type { Situation } from '../../../shared/domain/forms/situation.ts';
import type { Administration } from '../context.ts';
import { isRemovalWanted } from '../exchange/removalContent.ts';
import { readInschrijving } from '../leerlingen/repository.ts';
import { putInschrijving } from '../leerlingen/saving.ts';
import { refuseOverlap } from './overlap.ts';

interface SplitInput {
  inschrijvingId: number;
  version: number;
  gegevens: InschrijvingGegevens;
  date: string;
  situation?: Situation | undefined;
}

/**
 * Ends an inschrijving on the day before a date and makes a new one that begins on it (PvE 4.1). Gives the new one, and what does not go
 * along. Call it in the transaction of the change.
 * @throws LasError not-found, changed-elsewhere, split-outside, removal-asked, inschrijving-overlaps, inschrijving-known
 */
export function splitInschrijving(
  administration: Administration,
  { inschrijvingId: id, version, gegevens, date, situation }: SplitInput,
): { leerlingId: number; id: number; version: number; left: string[] } {
  const { db } = administration;
  const { leerlingId } = readInschrijving(db, id);
  const { datumInschrijving = '', datumUitschrijving } = gegevens;
  if (date <= datumInschrijving || (datumUitschrijving && date > datumUitschrijving))
    throw new LasError('split-outside', { date: formatDutchDate(date) }, 'date');
  if (isRemovalWanted(db, id)) throw new LasError('removal-asked');
  const { ended, opened, left } = splitAt(gegevens, date, situation);
  putInschrijving(administration, leerlingId, ended, { id, version });
  refuseOverlap(db, leerlingId, opened);
  return { leerlingId, ...putInschrijving(administration, leerlingId, opened, undefined), left };
}
