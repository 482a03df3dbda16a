// Three hundred rounds of editing, sending, fetching and processing in one process, for the sake of its memory. Prints a SoakSample
// as JSON on a line, every ten rounds. Started by soak.ts with --expose-gc.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createLas } from '../../../electron/core/las.ts';
import type { GrantUse } from '../../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../../shared/api/contract.ts';
import { createClock } from '../../../shared/domain/clock.ts';
import { PASSWORD, START } from '../../support/administration.ts';
import { changeInschrijving, correctInschrijving } from '../../support/pupils.ts';
import { makeAdministration, temporaryFolder } from '../world.ts';
import { enrol, inventCitizens, writeBrp } from './citizens.ts';
import { heldMemory } from './memory.ts';
import { connectTo, startBenchMock } from './mockProcess.ts';
import type { SoakSample } from './soak.ts';

const ROUNDS = 300;
const EVERY = 10;
const PUPILS = 20;
/** Longer than the pause after an empty answer. */
const ROUND_SECONDS = 31 * 60;

const citizens = inventCitizens(PUPILS);
const dataDir = temporaryFolder();
await makeAdministration(dataDir, (administration) => enrol(administration, citizens));
const mock = await startBenchMock('--brp', writeBrp(temporaryFolder(), citizens));
const clock = createClock(START);
const las = await createLas({
  ...{ dataDir, clock, version: '0.0.0', resourcesDir: 'resources', host: 'none' },
  ...{ backupRotation: false, emit: () => undefined },
});

async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await las.invoke(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as Output<N>;
}

function grant(path: string, use: GrantUse): string {
  const token = randomUUID();
  las.grant(token, path, use);
  return token;
}

async function sample(round: number): Promise<SoakSample> {
  // Connections that were closed are gone a moment later.
  await delay(100);
  return { round, core: heldMemory(), mock: await mock.memory() };
}

await call('session.unlock', { password: PASSWORD });
await connectTo({ call, grant }, mock, await mock.certificate());
const { rows } = await call('leerlingen.list', { limit: PUPILS });
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const { id } of rows) {
    const [first] = correctInschrijving().leerjaarGroep;
    await changeInschrijving({ call }, id, { leerjaarGroep: [{ ...first, groep: `groep ${round}` }] });
  }
  const { sent } = await call('exchange.send', {});
  const { geregistreerd } = await call('exchange.requestTerugkoppelingen', {});
  if (geregistreerd !== PUPILS) throw new Error(`round ${round}: ${geregistreerd} of ${sent} registered`);
  clock.set(new Date(clock.now().getTime() + ROUND_SECONDS * 1000));
  await mock.control('/clock', { advanceSeconds: ROUND_SECONDS });
  if (round % EVERY === 0) console.log(JSON.stringify(await sample(round)));
}
await las.close();
await mock.close();
