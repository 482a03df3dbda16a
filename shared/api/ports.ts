import { z } from 'zod';
import { lasFailure } from './errors.ts';
import { operation } from './operation.ts';
import { instant, nothing } from './session.ts';

/** The TCP ports that BRON asks for (Stappenplan step 4), by their usual numbers; where they are is a setting. */
export const bronPort = z.literal([80, 443, 6914]);
export type BronPort = z.infer<typeof bronPort>;

/**
 * What is tried of a connection, in order: the proxy makes it, or the name is found and TCP connects; TLS with the right server;
 * nobody between opens it; BRON asks for the certificate of the school; something answers.
 */
export const portStage = z.enum(['proxy', 'name', 'connection', 'tls', 'interception', 'certificate', 'answer']);
export type PortStage = z.infer<typeof portStage>;

/** `asked`: BRON asked for a certificate, and there is none yet (before step 9). `skipped`: it did not come so far. */
const stageState = z.enum(['ok', 'asked', 'failed', 'skipped']);
export type StageState = z.infer<typeof stageState>;

const target = z.strictObject({
  port: bronPort,
  /** Name and port; absent when no address is set. */
  host: z.string().optional(),
});
export type PortTarget = z.infer<typeof target>;

export const portResult = target.extend({
  outcome: z.enum(['open', 'closed', 'unset']),
  stages: z.array(z.strictObject({ stage: portStage, state: stageState })),
  /** Why it is closed; of one that is open: what BRON has against the certificate. `tell` is for the systeembeheerder. */
  problem: lasFailure.optional(),
});
export type PortResult = z.infer<typeof portResult>;

/** A test of the three ports, in the order of their numbers. */
export const portTest = z.strictObject({
  at: instant,
  /** It was stopped: `ports` has what was known by then. */
  stopped: z.boolean(),
  ports: z.array(portResult),
});
export type PortTest = z.infer<typeof portTest>;

/** Whether a test ticks step 4: all three are open. */
export const allOpen = ({ ports }: PortTest): boolean =>
  ports.length === bronPort.values.size && ports.every(({ outcome }) => outcome === 'open');

/** The ports of which the outcome is known, while the others are being tested. */
export const portsProgress = z.strictObject({ ports: z.array(portResult) });

export const portsOperations = {
  'ports.test': operation({
    summary:
      'Tests whether the TCP ports 80, 443 and 6914 are open, all at once, each for at most the time that an answer may take; keeps the result.',
    access: 'exchange',
    input: nothing,
    output: portTest,
  }),
  'ports.stop': operation({
    summary: 'Stops the test of the ports; the result of the former test stays.',
    access: 'exchange',
    input: nothing,
    output: nothing,
  }),
  'ports.last': operation({
    summary: 'Which addresses stand for the three ports, and what the last test that was not stopped found.',
    access: 'read',
    input: nothing,
    output: z.strictObject({ targets: z.array(target), running: portsProgress.optional(), last: portTest.optional() }),
  }),
} as const;
