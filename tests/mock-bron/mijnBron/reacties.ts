import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Reactie } from '../../../shared/mijnBron/reactie.ts';
import type { Register } from '../register/database.ts';
import type { GtbLine, ReceivedReactie } from './mijnBron.ts';
import { MijnBronRefusal } from './refusals.ts';

/** Reacties of schools on GTB and vergelijkingsoverzicht (Stappenplan step 12). */
export interface Reacties {
  /** Newest first. */
  list(brinnummer: string): ReceivedReactie[];
  add(brinnummer: string, reactie: ReceivedReactie): void;
}

export function createReacties(register: Register): Reacties {
  const select = register.prepare<[string], { content: string }>(
    'SELECT content FROM reacties WHERE brinnummer = ? ORDER BY seq DESC',
  );
  const insert = register.prepare<[string, string]>('INSERT INTO reacties (brinnummer, content) VALUES (?, ?)');
  return {
    list: (brinnummer) => select.all(brinnummer).map(({ content }) => JSON.parse(content) as ReceivedReactie),
    add: (brinnummer, reactie) => {
      insert.run(brinnummer, JSON.stringify(reactie));
    },
  };
}

/**
 * A reactie is about one GTB of every vestiging and about the vergelijkingsoverzicht, each as it is now.
 * @throws MijnBronRefusal
 */
export function requireNewest(
  { gtbs, vergelijkingsoverzicht }: Reactie,
  current: readonly GtbLine[],
  known: (kenmerk: string) => boolean,
  overview: Vergelijkingsoverzicht | undefined,
): void {
  if (current.length === 0) throw new MijnBronRefusal('no-gtb-yet');
  if (!gtbs.every(known)) throw new MijnBronRefusal('gtb-unknown');
  const about = current.filter(({ kenmerk }) => gtbs.includes(kenmerk)).map((line) => line.vestigingsvolgnummer);
  const vestigingen = new Set(current.map((line) => line.vestigingsvolgnummer));
  if (about.length !== gtbs.length || about.length !== vestigingen.size || new Set(about).size !== vestigingen.size) {
    throw new MijnBronRefusal('gtb-outdated');
  }
  if (vergelijkingsoverzicht !== overview?.kenmerk) throw new MijnBronRefusal('overview-outdated');
}
