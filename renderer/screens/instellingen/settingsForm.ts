import { z } from 'zod';
import {
  exchangeSettings,
  proxyInput,
  settings,
  type Settings,
  type SettingsInput,
} from '../../../shared/api/settings.ts';
import { isSamePerson, schoolOf } from '../../components/schoolForm.ts';

/** The settings as they are edited; the minutes are text while they are typed, and the password of the proxy is empty. */
export const settingsForm = settings.extend({
  exchange: exchangeSettings.extend({ proxy: proxyInput }),
  samePerson: z.boolean(),
  idleMinutes: z.string().refine((text) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 120),
});
export type SettingsForm = z.infer<typeof settingsForm>;

/** The settings as the form shows them. */
export const formOf = (value: Settings): SettingsForm => ({
  ...value,
  exchange: { ...value.exchange, proxy: { ...value.exchange.proxy, password: '' } },
  samePerson: isSamePerson(value.school),
  idleMinutes: String(value.idleMinutes),
});

/** The input of `settings.save`. */
export const settingsOf = (form: SettingsForm): SettingsInput => ({
  school: schoolOf(form),
  exchange: form.exchange,
  idleMinutes: Number(form.idleMinutes),
});
