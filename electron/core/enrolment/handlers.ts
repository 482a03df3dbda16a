import type { EnrolmentOutcome } from '../../../shared/api/enrolment.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import { today } from '../../../shared/domain/clock.ts';
import { isDate, isPartialDate } from '../../../shared/domain/dates.ts';
import { ageObjections } from '../../../shared/domain/enrolment/ages.ts';
import { announce } from '../../../shared/domain/enrolment/announce.ts';
import { withStart } from '../../../shared/domain/enrolment/correct.ts';
import { proposeEnd, proposeMovedEnd } from '../../../shared/domain/enrolment/end.ts';
import { proposeGewicht } from '../../../shared/domain/enrolment/gewicht.ts';
import { withLeaving } from '../../../shared/domain/enrolment/leaving.ts';
import { inHighestLeerjaar } from '../../../shared/domain/enrolment/leerjaar.ts';
import { proposeNnca } from '../../../shared/domain/enrolment/nnca.ts';
import { proposeStart } from '../../../shared/domain/enrolment/start.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { withdrawRemoval } from '../exchange/removal.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { blocking } from '../exchange/voorcontrole.ts';
import { readInschrijving, writeLeerling } from '../leerlingen/repository.ts';
import { putInschrijving, savedOf } from '../leerlingen/saving.ts';
import { readSchool } from '../school/settings.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { schoolDaysAround, verzorgerFactsOf } from './facts.ts';
import { findKnown, leavingByAge } from './find.ts';
import { refuseOverlap } from './overlap.ts';
import { correctStartAtBron } from './startCorrection.ts';

/** The operations of inschrijven and uitschrijven. */
export function enrolmentHandlers(administration: Administration): HandlersOf<'enrolment'> {
  const { db, clock, emit } = administration;

  /** Saves as one change of a pupil (`known`, or a new one), tells the windows, and says what goes to BRON. */
  const save = (
    known: number | undefined,
    work: () => { leerlingId: number; id: number; version: number },
  ): EnrolmentOutcome => {
    const { leerlingId, ...written } = db.transaction(() => asOneChange(administration, known, work)).immediate();
    emit('data.changed', { topics: ['leerlingen', 'exchange'] });
    const { id, version, findings, deliverBy } = savedOf(administration, written);
    return {
      leerlingId,
      inschrijvingId: id,
      version,
      findings,
      ...(deliverBy ? { deliverBy } : {}),
      announcement: announce({ blocking: blocking(findings).length, deliverBy }),
    };
  };

  /** Saves an existing inschrijving as `change` makes it; nobody may have changed it since `version`. */
  const change = (
    { inschrijvingId, version }: { inschrijvingId: number; version: number },
    changed: (gegevens: InschrijvingGegevens) => InschrijvingGegevens,
  ): EnrolmentOutcome => {
    const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
    return save(leerlingId, () => {
      const next = changed(gegevens);
      refuseOverlap(db, leerlingId, next, inschrijvingId);
      return { leerlingId, ...putInschrijving(administration, leerlingId, next, { id: inschrijvingId, version }) };
    });
  };

  return {
    'enrolment.find': (query) => ({ matches: findKnown(db, query) }),
    'enrolment.propose': ({ leerlingId, geboortedatum, firstDay, ...given }) => {
      const kept = leerlingId === undefined ? [] : verzorgerFactsOf(db, leerlingId);
      const verzorgers = kept.length > 0 ? kept : given.verzorgers;
      const entered = schoolDaysAround(db, firstDay).firstDay;
      const { soort, varend = false } = schoolFactsOf(readSchool(db));
      const ages = soort === 'WEC' ? 'none' : varend ? 'varend' : 'usual';
      const start = proposeStart({ firstDay, geboortedatum, firstSchoolDay: entered ?? given.firstSchoolDay, ages });
      const datumInschrijving = given.datumInschrijving ?? start.value;
      return {
        datumInschrijving: start,
        nnca: proposeNnca(verzorgers, soort),
        gewicht:
          soort === 'BAO' ? proposeGewicht({ verzorgers, geboortedatum, datumInschrijving, until: today(clock) }) : [],
        objections:
          ages !== 'none' && isPartialDate(geboortedatum) && isDate(datumInschrijving)
            ? ageObjections({ geboortedatum, datumInschrijving, varend })
            : [],
        known: { verzorgers: kept.length, ...(entered ? { firstSchoolDay: entered } : {}) },
      };
    },
    'enrolment.start': ({ leerling, persoon, gegevens }) =>
      save(leerling?.id, () => {
        const { id: leerlingId } = writeLeerling(administration, persoon, leerling?.id, leerling?.version);
        refuseOverlap(db, leerlingId, gegevens);
        const written = putInschrijving(administration, leerlingId, gegevens, undefined);
        refreshLeerling(db, clock, leerlingId);
        return { leerlingId, ...written };
      }),
    'enrolment.proposeEnd': ({ inschrijvingId, lastDay, lastSchoolDay }) => {
      const { gegevens } = readInschrijving(db, inschrijvingId);
      const entered = schoolDaysAround(db, lastDay).lastDay;
      const datumUitschrijving = proposeEnd({ lastDay, lastSchoolDay: entered ?? lastSchoolDay });
      return {
        datumUitschrijving,
        ...(entered ? { lastSchoolDay: entered } : {}),
        highestLeerjaar:
          gegevens.kind === 'WPO' && inHighestLeerjaar(gegevens, datumUitschrijving.value ?? today(clock)),
      };
    },
    'enrolment.end': ({ inschrijvingId, version, ...leaving }) =>
      change({ inschrijvingId, version }, (gegevens) => withLeaving(gegevens, leaving)),
    'enrolment.moveEnd': ({ inschrijvingId, version, newStart, receivedOn }) =>
      change({ inschrijvingId, version }, (gegevens) => {
        const { datumUitschrijving } = gegevens;
        if (!isDate(datumUitschrijving)) throw new LasError('inschrijving-running');
        const { value, reason } = proposeMovedEnd({ datumUitschrijving, newStart, receivedOn });
        if (value === undefined || value === datumUitschrijving) throw new LasError('uitschrijving-stays', { reason });
        return { ...gegevens, datumUitschrijving: value };
      }),
    'enrolment.reopen': (item) =>
      change(item, ({ datumUitschrijving, leavingReason: _reason, destination: _destination, ...gegevens }) => {
        if (!datumUitschrijving) throw new LasError('inschrijving-running');
        return gegevens;
      }),
    'enrolment.correctStart': ({ datumInschrijving, atBron, ...item }) => {
      if (atBron) {
        const asked = db.transaction(() => correctStartAtBron(administration, item, datumInschrijving)).immediate();
        emit('data.changed', { topics: ['leerlingen', 'exchange'] });
        return asked;
      }
      let dropped = 0;
      const outcome = change(item, (gegevens) => {
        const corrected = withStart(gegevens, datumInschrijving);
        dropped = corrected.dropped;
        return corrected.gegevens;
      });
      return { ...outcome, dropped };
    },
    'enrolment.withdrawCorrection': ({ inschrijvingId }) => {
      withdrawRemoval(administration, inschrijvingId, 'correction');
      emit('data.changed', { topics: ['leerlingen', 'exchange'] });
      return {};
    },
    'enrolment.leaving': () => leavingByAge(db, clock),
  };
}
