import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, nothing, school } from './session.ts';

/** How the proxy between this computer and BRON is found: none, that of the computer, or the one that is filled in. */
export const proxyMode = z.enum(['geen', 'systeem', 'handmatig']);
export type ProxyMode = z.infer<typeof proxyMode>;

const proxyFields = {
  mode: proxyMode,
  /** Name or address without port; filled in when by hand. */
  host: z
    .string()
    .max(253)
    .regex(/^[\w.:-]*$/),
  /** 1 to 65535, as text; filled in when by hand. */
  port: z
    .string()
    .refine((text) => text === '' || (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536)),
  user: z.string().max(200),
  /** Whether a password is kept. It is never given. */
  passwordSet: z.boolean(),
};

const missing = ({ mode, host, port }: { mode: ProxyMode; host: string; port: string }) =>
  (['host', 'port'] as const).filter((key) => mode === 'handmatig' && { host, port }[key] === '');

/** Saving: a `password` replaces the one that is kept; `passwordSet` false without one removes it. */
export const proxyInput = z
  .strictObject({ ...proxyFields, password: z.string().max(1000).optional() })
  .superRefine((proxy, { addIssue }) => {
    for (const key of missing(proxy)) addIssue({ code: 'custom', path: [key], message: 'niet ingevuld' });
  });
export type ProxyInput = z.infer<typeof proxyInput>;

/** Where the ports of ordinary internet are tested (Stappenplan step 4), as addresses of a website. Empty: not tested. */
export const portAddresses = z.strictObject({
  /** TCP port 80, for example http://www.duo.nl/. */
  http: z.union([z.literal(''), z.url({ protocol: /^http$/ })]),
  /** TCP port 443, for example https://www.duo.nl/. */
  https: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
});

export const exchangeSettings = z.strictObject({
  /** Address of the web service, for example https://webservice.duo.nl:6914/POKANAAL/. Empty: not set. */
  endpoint: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
  /** Address of the site of BRON with Mijn BRON and the certificate, for example https://www.bron.nl. Empty: not set. */
  site: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
  /** PEM text of the certification authority to trust besides those of the system; empty for none. */
  caPem: z.string().max(100_000),
  proxy: z.strictObject(proxyFields),
  ports: portAddresses,
});

export const settings = z.strictObject({
  school,
  exchange: exchangeSettings,
  /** Minutes without input before the administration locks itself; 1 to 120. */
  idleMinutes: z.int().min(1).max(120),
});
export type Settings = z.infer<typeof settings>;

/** What is saved. A site, a proxy, or addresses to test ports with, that are left out stay as they were. */
export const settingsInput = settings.extend({
  exchange: exchangeSettings.extend({
    site: exchangeSettings.shape.site.optional(),
    proxy: proxyInput.optional(),
    ports: portAddresses.optional(),
  }),
});

export type SettingsInput = z.infer<typeof settingsInput>;

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
    input: settingsInput,
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
