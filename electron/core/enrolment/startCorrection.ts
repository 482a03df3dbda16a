import { LasError } from '../../../shared/api/errors.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { announceCorrection } from '../../../shared/domain/enrolment/announce.ts';
import { withCorrectedStart } from '../../../shared/domain/enrolment/correct.ts';
import type { Administration } from '../context.ts';
import { requestRemoval } from '../exchange/removal.ts';
import { blocking } from '../exchange/voorcontrole.ts';
import { deadlineOf } from '../exchange/deadline.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { refuseOverlap } from './overlap.ts';

const REASON = 'De datum inschrijving was onjuist.';

/**
 * Has BRON register an inschrijving that it knows under another datum inschrijving: bericht 4 for the old date and, once BRON has carried
 * that out, bericht 3 for the new one (PvE 5.6.3). Until then the inschrijving stays as it is here. One that BRON would refuse with its
 * new date is not removed: the pupil would be registered no longer.
 * @throws LasError start-stays, start-refused, inschrijving-overlaps, and those of `requestRemoval`
 */
export function correctStartAtBron(
  administration: Administration,
  { inschrijvingId, version }: { inschrijvingId: number; version: number },
  newStart: string,
): Output<'enrolment.correctStart'> {
  const { db, clock } = administration;
  const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
  if (gegevens.datumInschrijving === newStart) throw new LasError('start-stays');
  const corrected = withCorrectedStart(gegevens, newStart);
  refuseOverlap(db, leerlingId, corrected.gegevens, inschrijvingId);
  const findings = findingsOfGegevens(db, clock, readLeerling(db, leerlingId).gegevens, corrected.gegevens);
  const [first] = blocking(findings);
  if (first)
    throw new LasError('start-refused', {
      date: formatDutchDate(newStart),
      reason: first.omschrijving,
      code: first.code,
    });
  requestRemoval(administration, inschrijvingId, version, { reason: REASON, newStart });
  const deliverBy = deadlineOf(db, inschrijvingId);
  return {
    leerlingId,
    inschrijvingId,
    version,
    findings,
    ...(deliverBy ? { deliverBy } : {}),
    announcement: announceCorrection({ from: gegevens.datumInschrijving, to: newStart }),
    dropped: corrected.dropped,
  };
}
