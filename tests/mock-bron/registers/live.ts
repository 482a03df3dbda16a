import type { ElementcodeFacts } from '../../../shared/pve/controles/types.ts';
import type { BrpEdits } from '../register/brpEdits.ts';
import { readBrin, type Brin, type BrinFile } from './brin.ts';
import { readBrp, type Brp, type BrpFile, type BrpPerson } from './brp.ts';
import { readElementcodes, type Elementcodes } from './elementcodes.ts';
import { readPostcodes } from './postcodes.ts';

/** What the registers hold. Of a replacement, what is left out stays as it is. */
export interface RegistersIn {
  brin?: BrinFile | undefined;
  brp?: BrpFile | undefined;
  /** Existing postcodes; null: only the form of a postcode is judged. */
  postcodes?: readonly string[] | null | undefined;
  /** The table of elementcodes; null: only the form of an elementcode is judged. */
  elementcodes?: Elementcodes | null | undefined;
}

/** The registers the mock looks in, which can be replaced while it runs. */
export interface LiveRegisters {
  brin: Brin;
  brp: Brp;
  /** Whether a postcode exists; without a table every postcode does. */
  postcodeExists: (postcode: string) => boolean;
  /** Looks an elementcode up; undefined without a table. */
  elementcodes(): ((code: string) => readonly ElementcodeFacts[]) | undefined;
  /** Of a new BRP no edits stay. */
  replace(next: RegistersIn): void;
  /** The BRP has the person like this from now on, in the place of who stood under this BSN. */
  editBrp(bsn: string, person: BrpPerson): void;
  /** The BRP is again as it was read. */
  forgetEdits(): void;
}

/** What the registers begin with. Of postcodes and elementcodes null is no table. */
interface First {
  brin: Brin;
  brp: Brp;
  postcodes: readonly string[] | null;
  elementcodes: Elementcodes | null;
}

export function createLiveRegisters(first: First, edits: BrpEdits): LiveRegisters {
  const complete = (read: First) => {
    const brp = read.brp.edited(edits.all());
    return { ...read, asRead: read.brp, brp, known: readPostcodes(read.postcodes, brp) };
  };
  let now = complete(first);
  const again = () => {
    now = complete({ ...now, brp: now.asRead });
  };
  return {
    brin: {
      school: (brinnummer) => now.brin.school(brinnummer),
      list: () => now.brin.list(),
      get lookup() {
        return now.brin.lookup;
      },
    },
    brp: {
      byBsn: (bsn) => now.brp.byBsn(bsn),
      byName: (data, address) => now.brp.byName(data, address),
      postcodes: () => now.brp.postcodes(),
      edited: (changes) => now.brp.edited(changes),
      get size() {
        return now.brp.size;
      },
    },
    postcodeExists: (postcode) => now.known?.has(postcode) ?? true,
    elementcodes: () => (now.elementcodes ? readElementcodes(now.elementcodes) : undefined),
    replace: (next) => {
      if (next.brp) edits.clear();
      now = complete({
        brin: next.brin ? readBrin(next.brin) : now.brin,
        brp: next.brp ? readBrp([next.brp]) : now.asRead,
        postcodes: next.postcodes === undefined ? now.postcodes : next.postcodes,
        elementcodes: next.elementcodes === undefined ? now.elementcodes : next.elementcodes,
      });
    },
    editBrp: (bsn, person) => {
      if (bsn !== person.bsn) edits.put(bsn, undefined);
      edits.put(person.bsn, person);
      again();
    },
    forgetEdits: () => {
      edits.clear();
      again();
    },
  };
}
