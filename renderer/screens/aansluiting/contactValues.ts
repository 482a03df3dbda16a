import { z } from 'zod';
import { contactInput, type ContactForm } from '../../../shared/api/aansluiting.ts';

/** What is typed of the contactgegevens; what is the same as elsewhere is not typed again. */
export const contactValues = z.object({ contact: contactInput, samePerson: z.boolean(), sameAdres: z.boolean() });
export interface ContactValues {
  contact: ContactForm;
  /** The gemachtigde is the contactpersoon of the own aanleverpunt. */
  samePerson: boolean;
  /** Every aanleverpunt has the address of the hoofdvestiging. */
  sameAdres: boolean;
}

type Person = ContactForm['relatiebeheerder'];
type Adres = ContactForm['hoofdvestiging']['adres'];

const isSame = <T extends object>(one: T, other: T) =>
  Object.entries(one).every(([key, value]) => value === other[key as keyof T]);
const isEmpty = (value: Person | Adres) => Object.values(value).every((text) => text === '');

/** The contactgegevens as the form shows them. An aanleverpunt without address is proposed that of the hoofdvestiging. */
export const valuesOf = (contact: ContactForm): ContactValues => ({
  contact,
  samePerson: contact.aanleverpunten.some((point) => isSame(point.contactpersoon, contact.hoofdvestiging.gemachtigde)),
  sameAdres: contact.aanleverpunten.every(({ adres }) => isEmpty(adres) || isSame(adres, contact.hoofdvestiging.adres)),
});

/** The contactgegevens as they are saved. */
export function contactOf({ contact, samePerson, sameAdres }: ContactValues): ContactForm {
  const { hoofdvestiging, aanleverpunten } = contact;
  return {
    ...contact,
    hoofdvestiging: {
      ...hoofdvestiging,
      gemachtigde: (samePerson && aanleverpunten[0]?.contactpersoon) || hoofdvestiging.gemachtigde,
    },
    aanleverpunten: aanleverpunten.map((point) => ({
      ...point,
      ...(sameAdres ? { adres: hoofdvestiging.adres } : {}),
    })),
  };
}
