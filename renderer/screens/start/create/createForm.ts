import { z } from 'zod';
import type { Input } from '../../../../shared/api/contract.ts';
import { administrationKind, school } from '../../../../shared/api/session.ts';
import { emptySchool, schoolOf } from '../../../components/schoolForm.ts';

/** What the wizard gathers, but for the password, which never enters a form library. */
export const createForm = z.object({
  kind: administrationKind,
  school,
  samePerson: z.boolean(),
  userName: z.string().trim().min(1).max(100),
});
export type CreateForm = z.infer<typeof createForm>;

export const emptyForm: CreateForm = { kind: 'oefen', school: emptySchool, samePerson: true, userName: '' };

/** A step of the wizard: its heading, and the fields that must be right before the next. */
export interface Step {
  title: string;
  lead: string;
  fields: readonly ('kind' | 'school' | 'userName' | `school.${keyof CreateForm['school']}`)[];
}

export const steps: readonly Step[] = [
  {
    title: 'Oefenen of echt?',
    lead: 'In deze map staat nog geen leerlingenadministratie. Kies eerst wat voor administratie u maakt.',
    fields: ['kind'],
  },
  {
    title: 'Uw school',
    lead: 'Deze gegevens gaan mee met elke melding aan BRON.',
    fields: ['school.brinnummer', 'school.soort', 'school.naam', 'school.vestigingen', 'school.aanleverpunt'],
  },
  {
    title: 'Contactpersoon en gemachtigde',
    lead: 'Zoals u hen aan BRON hebt opgegeven. U kunt dit later wijzigen bij Instellingen.',
    fields: ['school.contactpersoon', 'school.gemachtigde'],
  },
  {
    title: 'Uw naam en wachtwoord',
    lead: 'U wordt beheerder van deze administratie. Met het wachtwoord worden alle gegevens versleuteld bewaard.',
    fields: ['userName'],
  },
];

/** The input of `session.create`. */
export const createInput = (form: CreateForm, password: string): Input<'session.create'> => ({
  kind: form.kind,
  school: schoolOf(form),
  user: { naam: form.userName.trim(), password },
});

/** The field of the wizard that a field of the input of `session.create` was typed in. */
export function formField(field: string | undefined, samePerson: boolean): string | undefined {
  if (field === 'user.naam') return 'userName';
  return samePerson ? field?.replace(/^school\.gemachtigde/, 'school.contactpersoon') : field;
}
