import { z } from 'zod';
import { vakantieregios } from '../domain/holidays.ts';
import { isSchooljaar } from '../domain/schoolYear.ts';
import { operation } from './operation.ts';
import { date, nothing, version } from './session.ts';

/** The name of a school year, for example `2014-2015`. */
export const schooljaar = z.string().refine(isSchooljaar, 'moet een schooljaar zijn, bijvoorbeeld 2014-2015');
const vakantieregio = z.enum(vakantieregios);

const holiday = z
  .strictObject({ naam: z.string().trim().min(1, 'moet een naam hebben').max(60), first: date, last: date })
  .refine(({ first, last }) => first <= last, 'eindigt voor hij begint');

const schoolYearDays = z.strictObject({
  schooljaar,
  firstDay: date.optional(),
  lastDay: date.optional(),
  holidays: z.array(holiday).max(60),
});

export const schoolYearOperations = {
  'schoolYears.list': operation({
    summary: 'The vakantieregio of the school and the school years that were entered, with their holidays.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      vakantieregio: vakantieregio.optional(),
      years: z.array(schoolYearDays.extend({ version })),
    }),
  }),
  'schoolYears.save': operation({
    summary: 'Saves first and last school day and the holidays of a school year; without version it is a new one.',
    access: 'register',
    input: schoolYearDays.extend({ version: version.optional() }),
    output: z.strictObject({ version }),
  }),
  'schoolYears.saveVakantieregio': operation({
    summary: 'Saves in which region for the school holidays the school lies.',
    access: 'register',
    input: z.strictObject({ vakantieregio }),
    output: nothing,
  }),
} as const;
