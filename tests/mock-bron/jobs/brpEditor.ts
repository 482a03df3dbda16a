import { z } from 'zod';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import { brpPerson, type BrpPerson } from '../registers/brp.ts';
import type { LiveRegisters } from '../registers/live.ts';
import type { SpontaneMutaties } from './spontaneMutatie.ts';

/** Thrown for an edit that the BRP cannot take. */
export class BrpProblem extends Error {
  override name = 'BrpProblem';
  readonly reason: 'unknown' | 'taken' | 'invalid';
  constructor(reason: BrpProblem['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The BRP as a tester edits it. Every edit tells the schools that see something change, with bericht 15; gives whom it told. */
export interface BrpEditor {
  person(bsn: string): BrpPerson | undefined;
  /** Somebody new, or the whole person in the place of who stood under this BSN. @throws BrpProblem */
  put(bsn: string, person: BrpPerson): Owner[];
  /** Changes some gegevens; null takes one away. @throws BrpProblem */
  change(bsn: string, changes: Readonly<Record<string, unknown>>): Owner[];
}

/** Messages that wait are processed first, by the BRP as it was. */
export function createBrpEditor(
  { brp, editBrp }: Pick<LiveRegisters, 'brp' | 'editBrp'>,
  { brpChanged }: SpontaneMutaties,
  processor: { run(): void },
): BrpEditor {
  function put(bsn: string, person: BrpPerson): Owner[] {
    if (person.bsn !== bsn && brp.byBsn(person.bsn)) {
      throw new BrpProblem('taken', `${person.bsn} is the burgerservicenummer of somebody else`);
    }
    processor.run();
    const before = brp.byBsn(bsn);
    editBrp(bsn, person);
    return brpChanged(before, person);
  }
  return {
    person: (bsn) => brp.byBsn(bsn),
    put,
    change: (bsn, changes) => {
      const before = brp.byBsn(bsn);
      if (!before) throw new BrpProblem('unknown', `the BRP has nobody under ${bsn}; PUT /brp/${bsn} adds somebody`);
      const kept = Object.entries<unknown>({ ...before, ...changes }).filter(([, value]) => value !== null);
      const parsed = brpPerson.safeParse(Object.fromEntries(kept));
      if (!parsed.success) throw new BrpProblem('invalid', z.prettifyError(parsed.error));
      return put(bsn, parsed.data);
    },
  };
}
