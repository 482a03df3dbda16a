import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, randomBetween, type Range } from './random.ts';

/** How busy BRON is. What is left out does not hold it up. */
export interface Load {
  /** Milliseconds of real time that an answer takes, drawn for each message. */
  answerMs?: Range | undefined;
  /** Messages that are handled at once; the others wait. */
  atOnce?: number | undefined;
  /** Messages that may wait; the others get HTTP 503. Left out: all. */
  queue?: number | undefined;
  /** Seconds by the mock's clock between acceptance and processing, drawn for each message: with a range out of order. */
  processingSeconds?: Range | undefined;
}

/** A place among the messages that are handled at once. */
interface Place {
  /** Resolves when the answer has taken its time. */
  work(): Promise<void>;
  leave(): void;
}

export interface LoadGate {
  set(load: Load): void;
  get(): Load;
  /** Waits for a place; undefined: too many wait already. */
  enter(): Promise<Place | undefined>;
  /** How long the processing of the next message takes, in seconds. */
  processingSeconds(): number;
}

const NONE: Range = { from: 0, to: 0 };

/** What keeps messages waiting. Times are the same in every run with the same seed and order of messages. */
export function createLoadGate(initial: Load, seed: string | undefined): LoadGate {
  let load = initial;
  let busy = 0;
  let drawn = 0;
  const waiting: (() => void)[] = [];
  const random = createRandom(seed === undefined ? undefined : `${seed}:load`, () => (drawn += 1));

  const hasPlace = () => busy < (load.atOnce ?? Infinity);
  function admit(): void {
    while (waiting.length > 0 && hasPlace()) {
      busy += 1;
      waiting.shift()?.();
    }
  }
  const place: Place = {
    work: async () => {
      const ms = randomBetween(random, load.answerMs ?? NONE);
      if (ms > 0) await pause(ms, undefined, { ref: false });
    },
    leave: () => {
      busy -= 1;
      admit();
    },
  };

  return {
    get: () => ({ ...load }),
    set: (wanted) => {
      load = { ...wanted };
      admit();
    },
    enter: async () => {
      if (!hasPlace() && waiting.length >= (load.queue ?? Infinity)) return undefined;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        admit();
      });
      return place;
    },
    processingSeconds: () => randomBetween(random, load.processingSeconds ?? NONE),
  };
}
