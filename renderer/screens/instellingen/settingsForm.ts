import { z } from 'zod';
import { settings, type Settings } from '../../../shared/api/settings.ts';
import { isSamePerson, schoolOf } from '../../components/schoolForm.ts';

/** The settings as they are edited; the minutes are text while they are typed. */
export const settingsForm = settings.extend({
  samePerson: z.boolean(),
  idleMinutes: z.string().refine((text) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 120),
});
export type SettingsForm = z.infer<typeof settingsForm>;

/** The settings as the form shows them. */
export const formOf = (value: Settings): SettingsForm => ({
  ...value,
  samePerson: isSamePerson(value.school),
  idleMinutes: String(value.idleMinutes),
});

/** The input of `settings.save`. */
export const settingsOf = (form: SettingsForm): Settings => ({
  school: schoolOf(form),
  exchange: form.exchange,
  idleMinutes: Number(form.idleMinutes),
});
