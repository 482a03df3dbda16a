/** How the web service can misbehave when it is asked to. */
export const faultKinds = [
  'timeout-before',
  'timeout-after',
  'http-500',
  'signaal-358',
  'break-before',
  'break-after',
  'slow',
  'late',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault that was asked for. */
export interface Fault {
  kind: FaultKind;
  /** Only for messages with this number in PvE 5.5; left out: for every message. */
  nr?: number | undefined;
  /** For so many messages; left out: until cleared. */
  times?: number | undefined;
  /** `slow`: seconds before the answer goes. `late`: extra seconds, by the mock's clock, before processing. */
  seconds?: number | undefined;
}

export type ActiveFault = Fault & { id: number };

export interface Faults {
  set(fault: Fault): ActiveFault;
  list(): ActiveFault[];
  clear(): void;
  /** The fault for this message, if any; uses up one of its times. */
  take(nr: number | undefined): Fault | undefined;
}

export function createFaults(): Faults {
  let active: ActiveFault[] = [];
  let lastId = 0;
  return {
    set: (fault) => {
      lastId += 1;
      const added = { ...fault, id: lastId };
      active.push(added);
      return added;
    },
    list: () => active.map((fault) => ({ ...fault })),
    clear: () => {
      active = [];
    },
    take: (nr) => {
      const found = active.find((fault) => fault.nr === undefined || fault.nr === nr);
      if (found?.times !== undefined) {
        found.times -= 1;
        if (found.times <= 0) active = active.filter((fault) => fault !== found);
      }
      return found;
    },
  };
}
