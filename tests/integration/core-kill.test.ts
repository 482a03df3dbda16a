import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MockBron } from '../mock-bron/server.ts';
import {
  connect,
  createAdministration,
  PASSWORD,
  startTestLas,
  startTestMock,
  type TestLas,
} from '../support/administration.ts';
import { CoreProcess } from '../support/coreProcess.ts';
import { addPupil } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';

/** The core process is killed with -9 at random moments of an exchange; nothing may be lost and nothing registered twice. */
const KILLS = process.env.LAS_FULL ? 50 : 15;
const PUPILS = 12;

const persons = schoolPersons(PUPILS);

let mock: MockBron & { data: string };
let world: TestLas;

beforeAll(async () => {
  mock = await startTestMock();
  world = await startTestLas();
  await createAdministration(world);
  await connect(world, mock);
  for (const person of persons) await addPupil(world, person);
  await world.las.close();
});
afterAll(async () => {
  await world.close();
  await mock.close();
});

const startCore = () => new CoreProcess(world.dataDir, { oefenklokUrl: mock.addresses.control });

/** A small generator of random numbers, so that a failing run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function edit(core: CoreProcess, leerlingId: number, aanduidingNnca: string): Promise<boolean> {
  const card = await core.call('leerlingen.get', { id: leerlingId });
  const [inschrijving] = card.inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  const { id, version, gegevens } = inschrijving;
  const changed = { leerlingId, id, version, gegevens: { ...gegevens, aanduidingNnca } };
  return (await core.invoke('leerlingen.saveInschrijving', changed)).ok;
}

it(`loses nothing and registers nothing twice when the core is killed ${KILLS} times`, async () => {
  expect(persons).toHaveLength(PUPILS);
  const next = random(20_091_102);
  const acknowledged = new Map<number, string>(persons.map((_, index) => [index + 1, '1']));

  for (let kill = 0; kill < KILLS; kill += 1) {
    mock.advanceClock(61 * 60);
    const core = startCore();
    await core.call('session.unlock', { password: PASSWORD });
    for (let edits = 0; edits < 3; edits += 1) {
      const leerlingId = 1 + Math.floor(next() * PUPILS);
      const value = next() < 0.5 ? '1' : '2';
      if (await edit(core, leerlingId, value)) acknowledged.set(leerlingId, value);
    }
    const work = async () => {
      await core.invoke('exchange.send', {});
      await core.invoke('exchange.requestTerugkoppelingen', {});
    };
    void work();
    await new Promise((resolve) => setTimeout(resolve, next() * 350));
    await core.kill();
  }

  const core = startCore();
  await core.call('session.unlock', { password: PASSWORD });
  for (let round = 0; round < 4; round += 1) {
    await core.call('oefenklok.advance', { minutes: 61 });
    await core.call('exchange.send', {});
    await core.call('exchange.requestTerugkoppelingen', {});
  }
  const { counts } = await core.call('exchange.overview', {});
  expect(counts['geregistreerd met signaal'] + counts.geregistreerd).toBe(PUPILS);
  await core.kill();

  const register = mock.register('99ZZ');
  expect(register).toHaveLength(PUPILS);
  for (const [leerlingId, value] of acknowledged) {
    const stand = register.find(
      ({ burgerservicenummer }) => burgerservicenummer === persons[leerlingId - 1]?.burgerservicenummer,
    );
    expect(JSON.stringify(stand), `pupil ${leerlingId}`).toContain(`"aanduidingNnca":"${value}"`);
  }

  const incoming = mock.messages({ direction: 'in', nr: 3, limit: 10_000 });
  const bytes = new Map<string, string>();
  for (const { berichtidentificatie = '', xml } of incoming) {
    expect(bytes.get(berichtidentificatie) ?? xml).toBe(xml);
    bytes.set(berichtidentificatie, xml);
  }
  // Two accepted meldingen of one inschrijving after one another never say the same.
  const withoutId = (xml: string) => xml.replace(/<berichtidentificatie>.*?<\/berichtidentificatie>/, '');
  const lastContent = new Map<string, string>();
  for (const xml of bytes.values()) {
    const pgn = /<Sofinummer>(\d+)</.exec(xml)?.[1] ?? '';
    expect(withoutId(xml)).not.toBe(lastContent.get(pgn));
    lastContent.set(pgn, withoutId(xml));
  }
}, 300_000);
