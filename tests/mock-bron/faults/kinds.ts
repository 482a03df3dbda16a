import type { MockSignaal } from '../signalen.ts';
import type { FalseAnswer } from './falseAnswers.ts';
import type { LineFault, LossFault } from './lineFaults.ts';

/** How the bundle of a bericht 7 is put together otherwise than BRON would. */
export interface BundleFault {
  /** Takes from the terugkoppelvoorraad in any order, and puts it in the bundle in any order. */
  shuffled?: true;
  /** At most so many terugkoppelingen. */
  items?: number;
  /** Every terugkoppeling twice. */
  doubled?: true;
  /** The last bundle that was confirmed, instead of the next one. */
  replayed?: true;
}

/** What a fault does to the message that it hits. */
export interface FaultEffect {
  /** Whether the message is handled as always before the fault shows. */
  handled: boolean;
  /** The only message that can have it. */
  nr?: number;
  /** Refuses with this signaal: in bericht 7 for bericht 6, otherwise in bericht 17. */
  signaal?: MockSignaal;
  /** What is answered instead of the truth. */
  answer?: FalseAnswer;
  /** What happens to the connection, so that no answer comes. */
  loss?: LossFault;
  /** What happens to the answer on its way. */
  line?: LineFault;
  bundle?: BundleFault;
  /** Processing comes later, by the mock's clock. */
  late?: true;
}

/** Kinds `NAME-before` and `NAME-after`: the message was not handled, or it was. */
const both = <N extends string>(name: N, effect: Omit<FaultEffect, 'handled'>) =>
  ({
    [`${name}-before`]: { handled: false, ...effect },
    [`${name}-after`]: { handled: true, ...effect },
  }) as Record<`${N}-before` | `${N}-after`, FaultEffect>;

const effects = {
  ...both('timeout', { loss: 'silent' }),
  ...both('break', { loss: 'broken' }),
  ...both('reset', { loss: 'reset' }),
  'http-500': { handled: false, answer: 'soap-fault' },
  'http-500-after': { handled: true, answer: 'soap-fault' },
  'http-503': { handled: false, answer: 'unavailable' },
  'http-503-after': { handled: true, answer: 'unavailable' },
  redirect: { handled: false, answer: 'redirect' },
  'signaal-358': { handled: false, signaal: '358' },
  'signaal-359': { handled: false, signaal: '359' },
  'signaal-360': { handled: false, signaal: '360' },
  'signaal-366': { handled: false, signaal: '366' },
  'signaal-396': { handled: false, signaal: '396' },
  'signaal-743': { handled: false, nr: 6, signaal: '743' },
  ...both('answer-not-xml', { answer: 'not-xml' }),
  ...both('answer-html', { answer: 'html' }),
  ...both('answer-foreign', { answer: 'foreign' }),
  ...both('answer-other-message', { answer: 'other-message' }),
  ...both('answer-other-id', { nr: 6, answer: 'other-id' }),
  ...both('answer-broken-xml', { answer: 'broken-xml' }),
  ...both('answer-cut-off', { line: 'cut-off' }),
  ...both('answer-too-large', { line: 'endless' }),
  slow: { handled: true, line: 'slow' },
  late: { handled: true, late: true },
  'bundle-shuffled': { handled: true, nr: 6, bundle: { shuffled: true } },
  'bundle-split': { handled: true, nr: 6, bundle: { items: 1 } },
  'bundle-doubled': { handled: true, nr: 6, bundle: { doubled: true } },
  'bundle-replayed': { handled: true, nr: 6, bundle: { replayed: true } },
} as const satisfies Record<string, FaultEffect>;

export type FaultKind = keyof typeof effects;

/** Every kind of fault; docs/mock-control.md says what happens, a test compares the two. */
export const faultEffects: Readonly<Record<FaultKind, FaultEffect>> = effects;
