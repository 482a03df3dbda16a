import { afterAll, describe, expect, it } from 'vitest';
import { changeInschrijving } from '../pupils.ts';
import { changes } from './changes.ts';
import type { Death, Moment } from './death.ts';
import { scenarios, type Scenario, type ScenarioName } from './scenarios.ts';
import { expectWellAtRest } from './wellAtRest.ts';
import { Workshop } from './workshop.ts';
import type { KillWorld } from './world.ts';

/**
 * The core process is killed with -9 at a change of the state of the exchange: inside the transaction, right after its commit, or some
 * time later. It is started again and comes to rest: nothing is lost, and BRON has everything once.
 */
const FULL = Boolean(process.env.LAS_FULL);
const KILLS = FULL ? 21 : 1;
/** Of so many changes one, outside the full run. */
const SAMPLED = 7;
const LATEST_MS = 60;

/** Every change, with the scenarios in which it is met and its place in the list. */
export const listed = Object.entries(changes).map(([change, names], index) => ({ change, names, index }));

/** Whether it is the state of a message to BRON that changes, and not what is kept besides. */
export const isOfMessage = ({ change }: { change: string }): boolean =>
  /^(melding|verwijdering|identificatie|sleutelgegevens|verzoek): /.test(change);

const workshop = new Workshop();
const rehearsals = new Map<ScenarioName, Promise<Map<string, number>>>();
const killed = new Map<string, Record<string, number>>();

afterAll(() => {
  workshop.close();
  if (FULL) console.table(Object.fromEntries(killed));
});

/** A small generator of random numbers, so that a failing run can be repeated. */
let seed = 20_091_102;
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}

function once<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
}

async function begin(name: ScenarioName): Promise<{ world: KillWorld; scenario: Scenario }> {
  const scenario: Scenario = scenarios[name];
  const world = await workshop.begin(name);
  await scenario.arrange?.(world);
  return { world, scenario };
}

/** How many times each change happens when nobody dies. */
export const rehearse = (name: ScenarioName) =>
  once(rehearsals, name, async () => {
    const { world, scenario } = await begin(name);
    const { told } = await world.live(scenario.act);
    await world.destroy();
    const seen = told.flatMap((line) => ('change' in line ? [line.change] : []));
    return new Map([...Map.groupBy(seen, (change) => change)].map(([change, list]) => [change, list.length]));
  });

/** What a person does next may be to change what was under way. */
async function editAll({ las }: KillWorld): Promise<void> {
  const { rows } = await las.call('leerlingen.list', {});
  for (const { id } of rows) {
    const { inschrijvingen } = await las.call('leerlingen.get', { id });
    // One that BRON has removed is there no longer.
    if (inschrijvingen.length === 0) continue;
    const was = inschrijvingen[0]?.gegevens.aanduidingNnca;
    await changeInschrijving(las, id, { aanduidingNnca: was === '1' ? '2' : '1' });
  }
}

/** Lives through a scenario up to this death, and then to rest. @param edited whether a person changes what was under way */
export async function killAt(name: ScenarioName, death: Death, edited: boolean): Promise<void> {
  const { world, scenario } = await begin(name);
  try {
    const { signal, told } = await world.live(scenario.act, { death });
    const { change: killedAt, moment } = death;
    expect(signal).toBe('SIGKILL');
    expect(told.at(-1), 'the core died of it').toMatchObject({
      killedAt,
      ...(moment === 'committed' ? { inTransaction: false } : {}),
    });
    await world.startMock();
    await world.start();
    await scenario.expectWhole?.(world);
    if (edited) await editAll(world);
    await expectWellAtRest(world);
  } finally {
    await world.destroy();
  }
}

const momentOf = (kill: number): Moment => (['inside', 'committed', random(LATEST_MS)] as const)[kill % 3] ?? 'inside';
const kindOf = (moment: Moment) => (typeof moment === 'number' ? 'later' : moment);

/** Kills the core at each of these changes: 21 times in the full run, else once at some of them. */
export function describeKills(of: typeof listed): void {
  describe(`the core that is killed, ${KILLS} times each, at`, () => {
    it.each(of.filter(({ index }) => FULL || index % SAMPLED === 0))('$change', async ({ change, names, index }) => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const name = names[kill % names.length] ?? names[0]!;
        const happens = (await rehearse(name)).get(change) ?? 0;
        // Each moment in each scenario.
        const moment = momentOf(index + Math.floor(kill / names.length));
        const death = { change, moment, occurrence: 1 + random(happens) };
        await killAt(name, death, kill % 2 === 0).catch((error: unknown) => {
          throw new Error(`${name}, ${JSON.stringify(death)}`, { cause: error });
        });
        const counts = once(killed, change, () => ({ inside: 0, committed: 0, later: 0 }));
        counts[kindOf(moment)] = (counts[kindOf(moment)] ?? 0) + 1;
      }
    });
  });
}
