import type { Edition } from '../../shared/pve/controles/types.ts';
import { editionOn } from '../../shared/pve/controles/readings.ts';

/** Which edition of the PvE holds, for all and for some. */
export interface EditionChoice {
  /** For every school; left out: the one of the day. */
  every?: Edition | undefined;
  /** By BRIN (`99ZZ`) or by BRIN and aanleverpunt (`99ZZ01`), which goes first. */
  only?: Readonly<Record<string, Edition>> | undefined;
}

/** A school, or one of its aanleverpunten. */
interface Holder {
  brinnummer: string;
  aanleverpunt?: string | undefined;
}

export interface Editions {
  /** The edition that holds on a day (`yyyy-mm-dd`), for all or for this school or aanleverpunt. */
  on(date: string, holder?: Holder): Edition;
  get(): EditionChoice;
  set(choice: EditionChoice): void;
}

export function createEditions(first: EditionChoice): Editions {
  let now = first;
  return {
    on: (date, { brinnummer = '', aanleverpunt = '' } = { brinnummer: '' }) => {
      const { every, only = {} } = now;
      return only[brinnummer + aanleverpunt] ?? only[brinnummer] ?? every ?? editionOn(date);
    },
    get: () => now,
    set: (choice) => {
      now = choice;
    },
  };
}
