import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { changes } from '../support/exchangeKills/changes.ts';
import type { Death, Moment } from '../support/exchangeKills/death.ts';
import { scenarios, type Scenario, type ScenarioName } from '../support/exchangeKills/scenarios.ts';
import { Workshop } from '../support/exchangeKills/workshop.ts';
import type { KillWorld } from '../support/exchangeKills/world.ts';
import { changeInschrijving } from '../support/pupils.ts';
import { expectWellAtRest } from '../support/exchangeKills/wellAtRest.ts';

/**
 * The core process is killed with -9 at every change of the state of the exchange: inside the transaction, right after its commit, and
 * some time later. It is started again and comes to rest: nothing is lost, and BRON has everything once.
 */
const FULL = Boolean(process.env.LAS_FULL);
const KILLS = FULL ? 21 : 1;
/** Of so many changes one, outside the full run. */
const SAMPLED = 7;
const LATEST_MS = 60;

const listed = Object.entries(changes).map(([change, names], index) => ({ change, names, index }));

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
const rehearse = (name: ScenarioName) =>
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

async function killAt(name: ScenarioName, death: Death, edited: boolean): Promise<void> {
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

/** The edges of the diagram of the life of a message, by the names of its states. */
function edgesOf(document: string): string[] {
  const [, diagram = ''] = /stateDiagram-v2\n([^`]*)```/.exec(document) ?? [];
  const names = new Map([...diagram.matchAll(/state "([^"]+)" as (\w+)/g)].map(([, name, alias]) => [alias, name]));
  const edges = diagram.matchAll(/^ *(\S+) --> (\w+)/gm);
  return [...edges].map(
    ([, from, to]) => `${from === '[*]' ? 'new' : (names.get(from) ?? from)} -> ${names.get(to) ?? to}`,
  );
}

describe('the list of changes', () => {
  it('holds every change of the diagram in docs/koppelvlak.md, and no other of a melding', () => {
    const drawn = edgesOf(readFileSync('docs/koppelvlak.md', 'utf8'));
    const ofMelding = Object.keys(changes)
      .filter((change) => change.startsWith('melding: '))
      .map((change) => change.slice('melding: '.length));
    expect(ofMelding.sort()).toEqual([...new Set(drawn)].sort());
  });

  it.each(Object.keys(scenarios) as ScenarioName[])(
    'holds what happens when %s, which is what it says',
    async (name) => {
      const happened = [...(await rehearse(name)).keys()];
      expect(Object.keys(changes)).toEqual(expect.arrayContaining(happened));
      expect(happened).toEqual(
        expect.arrayContaining(listed.filter(({ names }) => names.includes(name)).map(({ change }) => change)),
      );
    },
  );
});

describe(`the core that is killed, ${KILLS} times each, at`, () => {
  it.each(listed.filter(({ index }) => FULL || index % SAMPLED === 0))('$change', async ({ change, names, index }) => {
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

/** What a person saves and what goes to BRON hang together here, so that each of its changes has its turn in every run. */
describe('the core that is killed while an uitschrijving and a new inschrijving are made in one step, at', () => {
  const name: ScenarioName = 'an inschrijving is split';
  const deaths = listed
    .filter(({ names }) => names.includes(name))
    .map(({ change }, index) => ({ change, first: index % 2 === 0 }));
  it.each(deaths)('$change (the first time: $first)', async ({ change, first }) => {
    const happens = (await rehearse(name)).get(change) ?? 0;
    // The last melding that leaves is of a new inschrijving.
    const death: Death = first
      ? { change, moment: 'inside', occurrence: 1 }
      : { change, moment: 'committed', occurrence: happens };
    await killAt(name, death, false);
  });
});
