import { emptySchool } from '../../renderer/components/schoolForm.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { School } from '../../shared/api/session.ts';
import { formFacts, type FormFacts } from '../../shared/domain/forms/facts.ts';
import { soortOf } from '../../shared/domain/schoolSoort.ts';

/** A school of a soort with one vestiging. */
export const school = (soort: School['soort'], more: Partial<School> = {}): School => ({
  ...emptySchool,
  brinnummer: '99ZZ',
  soort,
  vestigingen: [{ volgnummer: '00', naam: 'A' }],
  ...more,
});

/** An inschrijving at a school on a day. */
export interface Case {
  at: School;
  begins?: string;
  ends?: string;
  today?: string;
  with?: object;
  others?: InschrijvingGegevens[];
}

/** The facts by which a form is made. */
export const factsOf = ({ at, begins, ends, today = '2016-01-11', with: more = {}, others = [] }: Case): FormFacts => {
  const dates = {
    ...(begins ? { datumInschrijving: begins } : {}),
    ...(ends ? { datumUitschrijving: ends } : {}),
  };
  const gegevens = { ...emptyInschrijving(soortOf(at.soort).kind), ...dates, ...more } as InschrijvingGegevens;
  return formFacts(at, gegevens, today, others);
};
