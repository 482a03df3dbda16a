import type { ElementcodeFacts } from '../../../shared/pve/controles/types.ts';
import type { BrpEdits } from '../register/brpEdits.ts';
import { readBrin, type Brin, type BrinFile } from './brin.ts';
import { readBrp, type Brp, type BrpFile, type BrpPerson } from './brp.ts';
import { readElementcodes, type Elementcodes } from './elementcodes.ts';
import { readPostcodes } from './postcodes.ts';

/** What the registers hold. */
export interface Registers {
  brin: BrinFile;
  /** One or more; a later one wins for the same BSN. */
  brp: readonly BrpFile[];
  /** Existing postcodes; null: only the form of a postcode is judged. */
  postcodes: readonly string[] | null;
  /** The table of elementcodes; null: only the form of an elementcode is judged. */
  elementcodes: Elementcodes | null;
}

/** A replacement: what is left out stays as it is. */
export type RegistersIn = { [K in Exclude<keyof Registers, 'brp'>]?: Registers[K] | undefined } & {
  brp?: BrpFile | undefined;
};

/** The registers the mock looks in, which can be replaced while it runs. */
export interface LiveRegisters {
  brin: Brin;
  brp: Brp;
  /** Whether a postcode exists; without a table every postcode does. */
  postcodeExists: (postcode: string) => boolean;
  /** Looks an elementcode up; undefined without a table. */
  elementcodes(): ((code: string) => readonly ElementcodeFacts[]) | undefined;
  /** What they hold now, as `replace` takes it. */
  read(): Omit<Registers, 'brp'> & { brp: BrpFile };
  /** Of a new BRP no edits stay. */
  replace(next: RegistersIn): void;
  /** All of them anew; the BRP without edits. */
  reload(read: Registers): void;
  /** The BRP has the person like this from now on, in the place of who stood under this BSN. */
  editBrp(bsn: string, person: BrpPerson): void;
  /** The BRP is again as it was read. */
  forgetEdits(): void;
}

export function createLiveRegisters(first: Registers, edits: BrpEdits): LiveRegisters {
  const opened = (read: Registers) => {
    const brp = readBrp(read.brp).edited(edits.all());
    return { read, brin: readBrin(read.brin), brp, known: readPostcodes(read.postcodes, brp) };
  };
  let now = opened(first);
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
      persons: () => now.brp.persons(),
    },
    postcodeExists: (postcode) => now.known?.has(postcode) ?? true,
    elementcodes: () => (now.read.elementcodes ? readElementcodes(now.read.elementcodes) : undefined),
    read: () => {
      const source = now.read.brp.map((file) => file.source).join('; ');
      return { ...now.read, brp: { source, persons: now.brp.persons() } };
    },
    replace: ({ brin, brp, postcodes, elementcodes }) => {
      if (brp) edits.clear();
      now = opened({
        brin: brin ?? now.read.brin,
        brp: brp ? [brp] : now.read.brp,
        postcodes: postcodes === undefined ? now.read.postcodes : postcodes,
        elementcodes: elementcodes === undefined ? now.read.elementcodes : elementcodes,
      });
    },
    editBrp: (bsn, person) => {
      if (bsn !== person.bsn) edits.put(bsn, undefined);
      edits.put(person.bsn, person);
      now = opened(now.read);
    },
    reload: (read) => {
      edits.clear();
      now = opened(read);
    },
    forgetEdits: () => {
      edits.clear();
      now = opened(now.read);
    },
  };
}
