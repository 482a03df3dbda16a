import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { fillOmschrijving } from '../../shared/pve/signalen/signalen.ts';
import type { Ernst } from '../../shared/pve/controles/types.ts';
import { faultKinds, type FaultKind } from './faults.ts';
import type { AcceptedMessage } from './register/messages.ts';

/** A signaal that a tester wants to come back although nothing is wrong. */
export interface Scenario {
  /** A code of PvE 7.1.16. */
  signaal: string;
  /** What it says, as the free text of 990 and 991; left out: our own sentence. */
  omschrijving?: string | undefined;
  /** Only for messages with this number in PvE 5.5, 1 to 5. */
  nr?: number | undefined;
  brinnummer?: string | undefined;
  aanleverpunt?: string | undefined;
  /** Only for messages about the pupil with this burgerservicenummer or onderwijsnummer. */
  pgn?: string | undefined;
  /** For so many messages. */
  times: number;
}

export type ActiveScenario = Scenario & { id: number; ernst: Ernst };

/** What a scenario adds to the findings about a message. */
export interface WantedFinding {
  code: string;
  ernst: Ernst;
  omschrijving: string;
}

/** Thrown for a signaal that no terugkoppeling can carry. */
export class ScenarioProblem extends Error {
  override name = 'ScenarioProblem';
}

export interface Scenarios {
  /** @throws ScenarioProblem */
  set(scenario: Scenario): ActiveScenario;
  list(): ActiveScenario[];
  clear(): void;
  /** The signalen that were asked for about this message; each is used up once. */
  take(message: AcceptedMessage): WantedFinding[];
}

/** The fault that gives a signaal which refuses a message at once. Of 743, which also stands in a terugkoppeling, there is a scenario. */
export const faultFor = (code: string): FaultKind | undefined =>
  code === '743' ? undefined : faultKinds.find((kind) => kind === `signaal-${code}`);

/** Bericht 12 has no signalen, so a verzoek registratieoverzicht (5) can only be refused. */
const canCarry = (nr: number, ernst: Ernst) => ernst === 'A' || nr !== 5;

type Persons = Record<string, unknown>[];

/** The PGNs of the pupils that a message is about. */
function pgnsIn(content: string): unknown[] {
  const { persoonMetPgn, situatieOud, persoon, selectiegegevens } = JSON.parse(content) as Record<string, Persons>;
  const asked = (selectiegegevens ?? []).flatMap((selectie) => (selectie.persoon ?? []) as Persons);
  return [persoonMetPgn, situatieOud, persoon, asked]
    .flatMap((persons) => persons ?? [])
    .flatMap(({ burgerservicenummer, onderwijsnummer }) => [burgerservicenummer, onderwijsnummer]);
}

const aimsAt = ({ nr, brinnummer, aanleverpunt, pgn, ernst }: ActiveScenario, message: AcceptedMessage): boolean =>
  canCarry(message.nr, ernst) &&
  (nr === undefined || nr === message.nr) &&
  (brinnummer === undefined || brinnummer === message.brinnummer) &&
  (aanleverpunt === undefined || aanleverpunt === message.aanleverpunt) &&
  (pgn === undefined || pgnsIn(message.content).includes(pgn));

/** The scenarios that were asked for. They do not survive a restart. */
export function createScenarios(): Scenarios {
  let active: ActiveScenario[] = [];
  let lastId = 0;
  return {
    set: (wanted) => {
      const entry = catalog.get(wanted.signaal);
      if (!entry) throw new ScenarioProblem(`${wanted.signaal} is no signaal of PvE 7.1.16; see --list-signalen`);
      const kind = faultFor(wanted.signaal);
      if (kind) {
        throw new ScenarioProblem(`${wanted.signaal} refuses a message at once: POST /faults {"kind":"${kind}"}`);
      }
      if (wanted.nr !== undefined && !canCarry(wanted.nr, entry.ernst)) {
        throw new ScenarioProblem(`the answer to bericht ${wanted.nr} carries no signaal of ernst S`);
      }
      lastId += 1;
      const scenario = { ...wanted, id: lastId, ernst: entry.ernst };
      active.push(scenario);
      return { ...scenario };
    },
    list: () => active.map((scenario) => ({ ...scenario })),
    clear: () => {
      active = [];
    },
    take: (message) => {
      const hit = active.filter((scenario) => aimsAt(scenario, message));
      for (const scenario of hit) scenario.times -= 1;
      active = active.filter(({ times }) => times > 0);
      return hit.map(({ signaal: code, ernst, omschrijving = fillOmschrijving(code) }) => ({
        code,
        ernst,
        omschrijving,
      }));
    },
  };
}
