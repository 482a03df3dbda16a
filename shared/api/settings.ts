import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, nothing, school } from './session.ts';

export const exchangeSettings = z.strictObject({
  /** Address of the web service, for example https://webservice.duo.nl:6914/POKANAAL/. Empty: not set. */
  endpoint: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
  /** PEM text of the certification authority to trust besides those of the system; empty for none. */
  caPem: z.string().max(100_000),
});

export const settings = z.strictObject({
  school,
  exchange: exchangeSettings,
  /** Minutes without input before the administration locks itself; 1 to 120. */
  idleMinutes: z.int().min(1).max(120),
});
export type Settings = z.infer<typeof settings>;

export const settingsOperations = {
  'settings.get': operation({
    summary: 'The settings of this administration.',
    access: 'read',
    input: nothing,
    output: settings,
  }),
  'settings.save': operation({
    summary: 'Saves the settings. BRIN, soort and aanleverpunt cannot be changed once a melding has been sent.',
    access: 'manage',
    input: settings,
    output: settings,
  }),
  'oefenklok.advance': operation({
    summary: 'Moves the Oefenklok of the mock BRON and this administration forward.',
    access: 'exchange',
    input: z.strictObject({
      minutes: z
        .int()
        .min(1)
        .max(60 * 24 * 370),
    }),
    output: z.strictObject({ now: instant }),
  }),
} as const;

/** The five steps of the demo's guided card. */
export const demoStep = z.enum(['certificaat', 'versturen', 'terugkoppelingen', 'verbeteren', 'opnieuw versturen']);
export type DemoStep = z.infer<typeof demoStep>;

const demoState = z.strictObject({
  steps: z.array(z.strictObject({ step: demoStep, done: z.boolean(), summary: z.string().optional() })),
  next: demoStep.optional(),
});
export type DemoState = z.infer<typeof demoState>;

export const demoOperations = {
  'demo.state': operation({
    summary: 'How far the guided card of the demo is.',
    access: 'read',
    input: nothing,
    output: demoState,
  }),
  'demo.run': operation({
    summary: 'Does one step of the guided card.',
    access: 'exchange',
    input: z.strictObject({ step: demoStep }),
    output: demoState,
  }),
} as const;
