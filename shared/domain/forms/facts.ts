import type { InschrijvingGegevens } from '../../api/inschrijving.ts';
import type { School } from '../../api/session.ts';
import { addDays, isDate } from '../dates.ts';
import { editionOn, START_PASSEND_ONDERWIJS } from '../../pve/controles/readings.ts';
import type { Edition, SchoolFacts } from '../../pve/controles/types.ts';
import { schoolFactsOf, soortOf } from '../schoolSoort.ts';

/** What decides which fields a form of an inschrijving shows: the school, the day and what is filled in already. */
export interface FormFacts {
  gegevens: InschrijvingGegevens;
  school: SchoolFacts;
  /** The schoolsoorten that the school has (PvE 7.1.10); none for a school of WPO. */
  schoolsoorten: readonly string[];
  today: string;
  /** The edition by which BRON judges what is delivered today. */
  edition: Edition;
  /** The day on which the inschrijving begins; today as long as that is not filled in. */
  begins: string;
  /** The last day of the inschrijving; undefined while it goes on. */
  ends: string | undefined;
  /** Whether it follows day upon day on an earlier one from before passend onderwijs (PvE 4.2.9.8: 412). */
  continues: boolean;
}

/** Whether another inschrijving of the pupil began before passend onderwijs and ended the day before this one begins. */
const isContinuation = (
  { datumInschrijving }: InschrijvingGegevens,
  others: readonly InschrijvingGegevens[],
): boolean =>
  isDate(datumInschrijving) &&
  others.some(
    (other) =>
      isDate(other.datumInschrijving) &&
      other.datumInschrijving < START_PASSEND_ONDERWIJS &&
      other.datumUitschrijving === addDays(datumInschrijving, -1),
  );

/** The facts of a form; `others` are the other inschrijvingen of the pupil, `today` is `yyyy-mm-dd`. */
export function formFacts(
  school: School,
  gegevens: InschrijvingGegevens,
  today: string,
  others: readonly InschrijvingGegevens[] = [],
): FormFacts {
  const { datumInschrijving, datumUitschrijving } = gegevens;
  return {
    gegevens,
    school: schoolFactsOf(school),
    schoolsoorten: soortOf(school.soort).schoolsoorten ?? [],
    today,
    edition: editionOn(today),
    begins: isDate(datumInschrijving) ? datumInschrijving : today,
    ends: isDate(datumUitschrijving) ? datumUitschrijving : undefined,
    continues: isContinuation(gegevens, others),
  };
}
