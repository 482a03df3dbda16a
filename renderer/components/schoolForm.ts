import type { School } from '../../shared/api/session.ts';

/** A form with a school in it, and whether the gemachtigde is the contactpersoon. */
export interface SchoolForm {
  school: School;
  samePerson: boolean;
}

const nobody: School['contactpersoon'] = { naam: '', telefoon: '', email: '' };

/** A school of which nothing has been filled in. */
export const emptySchool: School = {
  brinnummer: '',
  naam: '',
  soort: 'BAO',
  vestigingen: [{ volgnummer: '00', naam: '' }],
  aanleverpunt: '00',
  contactpersoon: nobody,
  gemachtigde: nobody,
};

/** Whether both are the same person, down to the telephone number. */
export const isSamePerson = ({ contactpersoon, gemachtigde }: School): boolean =>
  (['naam', 'telefoon', 'email'] as const).every((key) => contactpersoon[key] === gemachtigde[key]);

/** The school as it is saved: "dezelfde persoon" fills in the gemachtigde. */
export const schoolOf = ({ school, samePerson }: SchoolForm): School => ({
  ...school,
  gemachtigde: samePerson ? school.contactpersoon : school.gemachtigde,
});

/** The form as the schema judges it. */
export const judgedForm = <F extends SchoolForm>(form: F): F => ({ ...form, school: schoolOf(form) });

/** The volgnummer that comes after those there are. */
export function nextVolgnummer(volgnummers: readonly string[]): string {
  const highest = Math.max(-1, ...volgnummers.map(Number).filter(Number.isInteger));
  return String(Math.min(99, highest + 1)).padStart(2, '0');
}
