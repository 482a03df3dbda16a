import { addDays, formatDutchDate, isDate, schoolYear } from '../dates.ts';
import { waitingFor, type Proposal } from './proposal.ts';

/** Within this many days after the last day the message of the new school moves the datum uitschrijving: four weeks. */
const MESSAGE_DAYS = 28;

export interface EndFacts {
  /** Last day on which the pupil is (or was) in class. */
  lastDay?: string | undefined;
  /** Last day on which the school teaches in that school year. */
  lastSchoolDay?: string | undefined;
}

/** The datum uitschrijving by the rules: the last day in class; the last school day of the year is 31 July (PvE 4.1.3 element 41). */
export function proposeEnd({ lastDay, lastSchoolDay }: EndFacts): Proposal {
  if (!isDate(lastDay)) return waitingFor(['de laatste dag in de klas']);
  const july = schoolYear(lastDay).last;
  if (lastDay === lastSchoolDay) {
    const reason = `Wie tot en met de laatste schooldag van het jaar komt, wordt uitgeschreven op ${formatDutchDate(july)}.`;
    return { value: july, reason, missing: [] };
  }
  if (isDate(lastSchoolDay))
    return { value: lastDay, reason: 'De inschrijving eindigt op de laatste dag in de klas.', missing: [] };
  const reason = `De inschrijving eindigt op de laatste dag in de klas. Is dat de laatste schooldag van het jaar, dan wordt het ${formatDutchDate(july)}.`;
  return { value: lastDay, reason, missing: ['de laatste schooldag'] };
}

export interface MovedEndFacts {
  /** The datum uitschrijving as it is now. */
  datumUitschrijving: string;
  /** Datum inschrijving at the new school, from its message. */
  newStart?: string | undefined;
  /** Day on which that message came in. */
  receivedOn?: string | undefined;
}

/**
 * Whether the message of the new school moves the datum uitschrijving: when it comes within four weeks after the last day, the
 * uitschrijving lies the day before the new inschrijving (Regeling structuur en inrichting). The last day is taken to be the
 * datum uitschrijving (assumed).
 */
export function proposeMovedEnd({ datumUitschrijving, newStart, receivedOn }: MovedEndFacts): Proposal {
  const missing = [
    ...(isDate(newStart) ? [] : ['de datum inschrijving op de nieuwe school']),
    ...(isDate(receivedOn) ? [] : ['de dag waarop het bericht binnenkwam']),
  ];
  if (!isDate(newStart) || !isDate(receivedOn)) return waitingFor(missing);
  const limit = addDays(datumUitschrijving, MESSAGE_DAYS);
  const dayBefore = addDays(newStart, -1);
  if (dayBefore === datumUitschrijving)
    return { value: dayBefore, reason: 'De uitschrijving sluit al aan op de nieuwe inschrijving.', missing: [] };
  if (newStart <= datumUitschrijving) {
    const reason = `De nieuwe school schreef in op ${formatDutchDate(newStart)}, dus vóór of op de laatste dag bij u. Overleg met die school: een leerling kan niet op twee scholen tegelijk staan.`;
    return { reason, missing: [] };
  }
  if (receivedOn > limit) {
    const reason = `Het bericht kwam na ${formatDutchDate(limit)}, meer dan vier weken na de laatste dag: de datum uitschrijving blijft zoals die is.`;
    return { value: datumUitschrijving, reason, missing: [] };
  }
  const reason = `Het bericht kwam binnen vier weken: de uitschrijving wordt de dag vóór de nieuwe inschrijving, ${formatDutchDate(dayBefore)}.`;
  return { value: dayBefore, reason, missing: [] };
}
