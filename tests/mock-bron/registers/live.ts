import { readBrin, type Brin, type BrinFile } from './brin.ts';
import { readBrp, type Brp, type BrpFile } from './brp.ts';
import { readPostcodes } from './postcodes.ts';

/** What the registers hold. Of a replacement, what is left out stays as it is. */
export interface RegistersIn {
  brin?: BrinFile | undefined;
  brp?: BrpFile | undefined;
  /** Existing postcodes; null: only the form of a postcode is judged. */
  postcodes?: readonly string[] | null | undefined;
}

/** The registers the mock looks in, which can be replaced while it runs. */
export interface LiveRegisters {
  brin: Brin;
  brp: Brp;
  /** Whether a postcode exists; without a table every postcode does. */
  postcodeExists: (postcode: string) => boolean;
  replace(next: RegistersIn): void;
}

/** Registers that begin as these. `postcodes` is null without a table. */
export function createLiveRegisters(brin: Brin, brp: Brp, postcodes: readonly string[] | null): LiveRegisters {
  let now = { brin, brp, postcodes, known: readPostcodes(postcodes, brp) };
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
      get size() {
        return now.brp.size;
      },
    },
    postcodeExists: (postcode) => now.known?.has(postcode) ?? true,
    replace: (next) => {
      const replaced = {
        brin: next.brin ? readBrin(next.brin) : now.brin,
        brp: next.brp ? readBrp([next.brp]) : now.brp,
        postcodes: next.postcodes === undefined ? now.postcodes : next.postcodes,
      };
      now = { ...replaced, known: readPostcodes(replaced.postcodes, replaced.brp) };
    },
  };
}
