import { randomBytes } from 'node:crypto';
import { faultEffects, type FaultEffect, type FaultKind } from './faults/kinds.ts';
import { createRandom, type Random } from './random.ts';

/** How the web service can misbehave when it is asked to. */
export const faultKinds = Object.keys(faultEffects) as readonly FaultKind[];

export type { FaultKind };

/** A fault that was asked for. */
export interface Fault {
  kind: FaultKind;
  /** Only for messages with this number in PvE 5.5; left out: for every message. */
  nr?: number | undefined;
  /** Only for messages under the certificate of this school. */
  brinnummer?: string | undefined;
  /** Only for messages under the certificate of this aanleverpunt. */
  aanleverpunt?: string | undefined;
  /** For so many messages; left out: until cleared. */
  times?: number | undefined;
  /** Hits a message with this chance, from 0 to 1; left out: always. */
  chance?: number | undefined;
  /** Makes chance and shuffling the same in every run; left out: one is chosen. */
  seed?: string | undefined;
  /** `slow`: before the answer goes. `late`: extra, by the mock's clock, before processing. `http-503`: Retry-After. */
  seconds?: number | undefined;
  /** Of the kinds `bundle-…`: at most so many terugkoppelingen in the bundle. */
  items?: number | undefined;
}

/** `seed` is filled: with it the same messages are hit again. */
export type ActiveFault = Fault & { id: number; seed: string };

/** A fault that hits a message. */
export interface Hit {
  fault: ActiveFault;
  effect: FaultEffect;
  random: Random;
}

/** By what a fault chooses a message. */
export interface FaultTarget {
  nr: number | undefined;
  /** BRIN + aanleverpunt of the client certificate. */
  holder: string;
}

export interface Faults {
  set(fault: Fault): ActiveFault;
  list(): ActiveFault[];
  clear(): void;
  /** The first fault that hits this message, if any; uses up one of its times. */
  take(target: FaultTarget): Hit | undefined;
}

const CHANCES = 1_000_000;

const aimsAt = ({ kind, nr, brinnummer, aanleverpunt }: Fault, target: FaultTarget): boolean => {
  const only = faultEffects[kind].nr;
  return (
    (nr === undefined || nr === target.nr) &&
    (only === undefined || only === target.nr) &&
    (brinnummer === undefined || target.holder.startsWith(brinnummer)) &&
    (aanleverpunt === undefined || target.holder.slice(4) === aanleverpunt)
  );
};

/**
 * The faults that were asked for, in the order in which they were. Whether the n-th message of a kind of an aanleverpunt is
 * hit depends on the seed and on n alone: other schools and other kinds of message between them change nothing.
 */
export function createFaults(seed?: string): Faults {
  let active: { fault: ActiveFault; draws: Map<string, number> }[] = [];
  let lastId = 0;

  /** Two sources of chance for the next message of its kind: one number decides on it, the other numbers are for the fault. */
  function draw({ fault, draws }: (typeof active)[number], { nr, holder }: FaultTarget) {
    const key = `${fault.seed}:${holder}:${nr ?? ''}`;
    const message = (draws.get(key) ?? 0) + 1;
    draws.set(key, message);
    let used = 0;
    const hits = createRandom(key, () => message)(CHANCES) < (fault.chance ?? 1) * CHANCES;
    return { hits, random: createRandom(`${key}:${message}`, () => (used += 1)) };
  }

  return {
    set: (wanted) => {
      lastId += 1;
      const chosen = seed === undefined ? randomBytes(8).toString('hex') : `${seed}-${lastId}`;
      const fault = { ...wanted, id: lastId, seed: wanted.seed ?? chosen };
      active.push({ fault, draws: new Map() });
      return { ...fault };
    },
    list: () => active.map(({ fault }) => ({ ...fault })),
    clear: () => {
      active = [];
    },
    take: (target) => {
      for (const candidate of active) {
        const { fault } = candidate;
        if (!aimsAt(fault, target)) continue;
        const { hits, random } = draw(candidate, target);
        if (!hits) continue;
        if (fault.times !== undefined) {
          fault.times -= 1;
          if (fault.times <= 0) active = active.filter((entry) => entry !== candidate);
        }
        return { fault: { ...fault }, effect: faultEffects[fault.kind], random };
      }
      return undefined;
    },
  };
}
