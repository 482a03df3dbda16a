import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeArguments } from '../../electron/core/coreArguments.ts';
import type { Input, OperationName } from '../../shared/api/contract.ts';
import type { FromCore } from '../../shared/api/bridge.ts';
import type { Result } from '../../shared/api/errors.ts';
import type { MockBron } from '../mock-bron/server.ts';
import {
  connect,
  createAdministration,
  PASSWORD,
  startTestLas,
  startTestMock,
  type TestLas,
} from '../support/administration.ts';
import type { correctInschrijving } from '../support/pupils.ts';
import { addPupil } from '../support/pupils.ts';

/** The core process is killed with -9 at random moments of an exchange; nothing may be lost and nothing registered twice. */
const KILLS = 50;
const PUPILS = 12;

interface BrpPerson {
  bsn?: string;
  geboortedatum: string;
  geslacht: string;
  adressen?: { postcode?: string }[];
}

const brp = JSON.parse(readFileSync('resources/bron-registers/rvig-testpersonen.json', 'utf8')) as {
  persons: BrpPerson[];
};
const persons = brp.persons
  .filter(
    ({ bsn, geboortedatum }) =>
      bsn && geboortedatum >= '1998-08-01' && geboortedatum <= '2005-07-31' && !geboortedatum.includes('-00'),
  )
  .slice(0, PUPILS);

let mock: MockBron & { data: string };
let world: TestLas;

beforeAll(async () => {
  mock = await startTestMock();
  world = await startTestLas();
  await createAdministration(world);
  await connect(world, mock);
  for (const [index, person] of persons.entries()) {
    const { bsn: burgerservicenummer = '', geboortedatum, geslacht, adressen } = person;
    const postcode = adressen?.[0]?.postcode ?? '2548AE';
    await addPupil(world, {
      leerlingnummer: String(index),
      achternaam: 'Proef',
      burgerservicenummer,
      geboortedatum,
      geslacht,
      postcode,
    });
  }
  await world.las.close();
});
afterAll(async () => {
  await world.close();
  await mock.close();
});

/** A core process of its own, as the hosts start it. */
class Core {
  readonly process: ChildProcess;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #lastId = 0;

  constructor() {
    const options = {
      dataDir: world.dataDir,
      version: '0.0.0',
      resourcesDir: 'resources',
      host: 'none' as const,
      oefenklokUrl: mock.addresses.control,
    };
    this.process = fork('electron/core/process.ts', [encodeArguments(options)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.process.on('message', (message: FromCore) => {
      if (message.kind === 'result') this.#pending.get(message.id)?.(message.result);
    });
  }

  call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<unknown>> {
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.process.send({ id, name, input }, () => undefined);
    });
  }

  async kill(): Promise<void> {
    const exited = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await exited;
  }
}

/** A small generator of random numbers, so that a failing run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const valueOf = <T>(result: Result<unknown>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
};

interface Card {
  inschrijvingen: { id: number; version: number; gegevens: ReturnType<typeof correctInschrijving> }[];
}

async function edit(core: Core, leerlingId: number, aanduidingNnca: string): Promise<boolean> {
  const card = valueOf<Card>(await core.call('leerlingen.get', { id: leerlingId }));
  const { id, version, gegevens } = card.inschrijvingen[0] as Card['inschrijvingen'][number];
  return (
    await core.call('leerlingen.saveInschrijving', {
      leerlingId,
      id,
      version,
      gegevens: { ...gegevens, aanduidingNnca },
    })
  ).ok;
}

it(`loses nothing and registers nothing twice when the core is killed ${KILLS} times`, async () => {
  expect(persons).toHaveLength(PUPILS);
  const next = random(20_091_102);
  const acknowledged = new Map<number, string>(persons.map((_, index) => [index + 1, '1']));

  for (let kill = 0; kill < KILLS; kill += 1) {
    mock.advanceClock(61 * 60);
    const core = new Core();
    valueOf(await core.call('session.unlock', { password: PASSWORD }));
    for (let edits = 0; edits < 3; edits += 1) {
      const leerlingId = 1 + Math.floor(next() * PUPILS);
      const value = next() < 0.5 ? '1' : '2';
      if (await edit(core, leerlingId, value)) acknowledged.set(leerlingId, value);
    }
    const work = async () => {
      await core.call('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
    };
    void work();
    await new Promise((resolve) => setTimeout(resolve, next() * 350));
    await core.kill();
  }

  const core = new Core();
  valueOf(await core.call('session.unlock', { password: PASSWORD }));
  for (let round = 0; round < 4; round += 1) {
    valueOf(await core.call('oefenklok.advance', { minutes: 61 }));
    valueOf(await core.call('exchange.send', {}));
    valueOf(await core.call('exchange.requestTerugkoppelingen', {}));
  }
  const overview = valueOf<{ counts: Record<string, number> }>(await core.call('exchange.overview', {}));
  expect((overview.counts['geregistreerd met signaal'] ?? 0) + (overview.counts.geregistreerd ?? 0)).toBe(PUPILS);
  await core.kill();

  const register = mock.register('99ZZ');
  expect(register).toHaveLength(PUPILS);
  for (const [leerlingId, value] of acknowledged) {
    const stand = register.find(({ burgerservicenummer }) => burgerservicenummer === persons[leerlingId - 1]?.bsn);
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
