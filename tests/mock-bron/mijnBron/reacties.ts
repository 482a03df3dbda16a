import { schoolYear } from '../../../shared/domain/dates.ts';
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
 * A reactie is about one present GTB of every vestiging that has one in the last school year there are GTBs of, and about the present
 * vergelijkingsoverzicht. A vestiging that was closed before may be left out. @throws MijnBronRefusal
 */
export function requireNewest(
  { gtbs, vergelijkingsoverzicht }: Reactie,
  current: readonly GtbLine[],
  known: (kenmerk: string) => boolean,
  overview: Vergelijkingsoverzicht | undefined,
): void {
  const [newest] = current;
  if (newest === undefined) throw new MijnBronRefusal('no-gtb-yet');
  if (!gtbs.every(known)) throw new MijnBronRefusal('gtb-unknown');
  const about = current.filter(({ kenmerk }) => gtbs.includes(kenmerk)).map((line) => line.vestigingsvolgnummer);
  const { first } = schoolYear(newest.peildatum);
  const asked = current.filter(({ peildatum }) => peildatum >= first).map((line) => line.vestigingsvolgnummer);
  const eachOnce = about.length === gtbs.length && new Set(about).size === about.length;
  if (!eachOnce || !asked.every((volgnummer) => about.includes(volgnummer))) throw new MijnBronRefusal('gtb-outdated');
  if (vergelijkingsoverzicht !== overview?.kenmerk) throw new MijnBronRefusal('overview-outdated');
}
