import { z } from 'zod';
import { contact, email, formerAdres, phone } from '../domain/ownGegevens.ts';
import { elementsSchema } from './gegevensset.ts';

const MOST = 100;
const listOf = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject(shape)).max(MOST).default([]);

/** How a pupil is reached, what counts in an emergency, and its former addresses. */
export const contactGegevens = z.strictObject({
  ...elementsSchema(contact),
  phone: listOf(elementsSchema(phone)),
  email: listOf(elementsSchema(email)),
  formerAdres: listOf(elementsSchema(formerAdres)),
});
export type ContactGegevens = z.infer<typeof contactGegevens>;

/** Nothing filled in. */
export const emptyContact = (): ContactGegevens => ({ phone: [], email: [], formerAdres: [] });
